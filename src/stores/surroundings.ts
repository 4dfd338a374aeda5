import { type OpenPack, surroundingsChanges } from '@/geo';
import { type Assessment, type AssessmentSummary, changesBetween, type ChangesAnswered, inForce, movedSince, newReference, parseAssessment, startAssessment, type SurroundingsChange, summaryOfAssessment, unanswered, withChange } from '@/record';
import { changeLine } from '@/report';
import type { OpenVault, Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { useAssessment } from './assessment';
import { breather } from './breather';
import { newId, useCasework } from './casework';
import { useClock } from './clock';
import { usePacks } from './packs';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { readRecord } from './workingCopy';

/** What was compared so far, so that an unlock goes on where a lock broke off. Sealed like a draft; losing it costs the work, and nothing else. */
const KEPT_ID = 'surroundings';
/** Records of one entry of the log: their results are shown once it is written. */
const BATCH = 50;
/** A note that lists hundreds of changes is read by nobody; the record keeps them all. */
const LONGEST_NOTE = 15_000;

interface Kept { readonly packId: string; readonly compared: Readonly<Record<string, Compared>> }
interface Compared { readonly version: string; readonly changes: readonly SurroundingsChange[] }

/** A review that is proposed, as a newer pack tells otherwise of a record in force. Facts only, newest record first. */
export interface Proposal {
  readonly assessmentId: string;
  readonly summary: AssessmentSummary;
  readonly changes: readonly SurroundingsChange[];
}

export type Answer = { readonly answer: 'opened' } | { readonly answer: 'declined'; readonly reason: string };

/**
 * When surroundings change (ERA-2017 4.0): each record in force is held against the pack in use, by what the record itself keeps of what was read. The officer opens a review
 * or declines, with a reason; what was declined is proposed again only when something else has changed.
 */
export const useSurroundings = defineStore('surroundings', () => {
  const session = useSession();
  const casework = useCasework();
  const packs = usePacks();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();

  const compared = shallowRef<Kept | null>(null);
  const progress = ref<{ readonly done: number; readonly of: number } | null>(null);
  /** Records in force that could not be read: nothing is known of their surroundings. */
  const unread = shallowRef<readonly string[]>([]);
  const failure = ref<string | null>(null);
  let run = 0;

  const entries = computed(() => inForce(casework.assessments).toSorted((a, b) => b.summary.startedAt.localeCompare(a.summary.startedAt)));
  /** Of the address too, whose position is compared. */
  const versions = computed(() => {
    const addresses = new Map(casework.addresses.map(({ id, rev }) => [id, rev]));
    return new Map(entries.value.map(({ id, rev, summary }) => [id, `${String(rev)} ${String(addresses.get(summary.addressId) ?? 0)}`]));
  });
  const proposals = computed<readonly Proposal[]>(() => entries.value.flatMap(({ id, summary }) => {
    const known = compared.value?.compared[id];
    return known === undefined || known.changes.length === 0 || known.version !== versions.value.get(id) ? [] : [{ assessmentId: id, summary, changes: known.changes }];
  }));
  const proposalOf = (assessmentId: string) => proposals.value.find((one) => one.assessmentId === assessmentId) ?? null;

  /** Compares what was not compared with the pack in use; a later call ends an earlier one. In steps that leave the page its turn. */
  async function compare(): Promise<void> {
    const mine = ++run;
    const { pack } = packs;
    const { vault } = session;
    failure.value = null;
    if (pack === null || vault === null) {
      compared.value = null;
      progress.value = null;
      return;
    }
    try {
      await compareAll(vault, pack, () => mine === run && session.vault === vault);
    } catch (error) {
      if (mine === run && session.vault === vault) failure.value = error instanceof Error ? error.message : 'It could not be compared.';
    } finally {
      if (mine === run) progress.value = null;
    }
  }

  async function compareAll(vault: OpenVault, pack: OpenPack, goesOn: () => boolean): Promise<void> {
    const { packId } = pack.header;
    // Nothing of the former pack is shown beside the name of this one.
    if (compared.value?.packId !== packId) compared.value = null;
    const kept = compared.value ?? await vault.readDraft<Kept>(KEPT_ID).catch(() => null);
    if (!goesOn()) return;
    const version = ({ id }: { readonly id: string }) => versions.value.get(id) ?? '';
    const known = kept?.packId === packId ? kept.compared : {};
    const current = Object.fromEntries(entries.value.flatMap((entry) => (known[entry.id]?.version === version(entry) ? [[entry.id, known[entry.id]] as const] : []))) as Record<string, Compared>;
    const todo = entries.value.filter((entry) => !(entry.id in current) && entry.summary.training === pack.header.training);
    compared.value = { packId, compared: current };
    unread.value = [];
    if (todo.length === 0) return;
    progress.value = { done: 0, of: todo.length };
    const breathe = breather();
    const asOn = calendar.look();
    for (let at = 0; at < todo.length; at += BATCH) {
      const found: { readonly id: string; readonly compared: Compared; readonly looked: boolean }[] = [];
      for (const entry of todo.slice(at, at + BATCH)) {
        const read = version(entry);
        const changes = await changesOf(vault, entry.id, pack, asOn);
        if (!goesOn()) return;
        if (changes === 'unread') unread.value = [...unread.value, entry.id];
        else found.push({ id: entry.id, compared: { version: read, changes: changes ?? [] }, looked: changes !== null });
        progress.value = { done: progress.value.done + 1, of: todo.length };
        await breathe();
        if (!goesOn()) return;
      }
      const about = found.filter(({ looked }) => looked).map(({ id }) => ({ table: 'assessment', id, rev: null }) as const);
      if (about.length > 0) await vault.note({ event: 'combination', act: 'records compared with the area pack in use', about, detail: { pack: packId } });
      if (!goesOn()) return;
      compared.value = { packId, compared: { ...compared.value.compared, ...Object.fromEntries(found.map((one) => [one.id, one.compared])) } };
      await vault.saveDraft(KEPT_ID, compared.value);
      if (!goesOn()) return;
    }
  }

  /**
   * Opens the review that is proposed (an assessment of the same person at the same address) or declines it. One save with the record's own history; what was read and what the standard asked
   * then stay as they were. Returns the id of the review, null where none was opened. Throws StaleRevision, RecordError.
   */
  async function answer(assessmentId: string, given: Answer): Promise<string | null> {
    const vault = session.openVault();
    const proposal = proposalOf(assessmentId);
    const { header } = packs;
    const [found, entry] = [await readRecord(vault, assessmentId), casework.assessments.find(({ id }) => id === assessmentId)];
    if (proposal === null || header === null || found === null || entry === undefined) throw new Error('No review is proposed for this record any more.');
    const { assessment } = found.docs;
    const at = clock.now().toISOString();
    const by = vault.officer.name;
    const review = given.answer === 'opened' ? reviewOf(assessment, assessmentId, proposal.changes, { at, by }) : null;
    const answered: ChangesAnswered = {
      answerId: newId(), answer: given.answer, reason: given.answer === 'declined' ? given.reason.trim() : '', at, by,
      packId: header.packId, packTitle: header.title, signature: packs.pack?.signature ?? null, asOn: calendar.look(), changes: [...proposal.changes],
      review: review && { assessmentId: review.id, reference: review.assessment.reference },
    };
    const answers = { ...assessment, changesAnswered: [...(assessment.changesAnswered ?? []), answered] };
    const what = given.answer === 'opened' ? 'review opened, as the surroundings changed' : 'proposed review declined';
    const fields = changesBetween(assessment, answers).map((change) => ({ ...change, path: `assessment.${change.path}` }));
    const next = withChange(parseAssessment(answers), { at, by, what }, fields);
    // What lists say of the record hangs on none of this.
    const writes: Write[] = [{ table: 'assessment', id: assessmentId, baseRev: found.revs.assessment, value: next, summary: entry.summary }];
    if (review !== null) {
      const { person, address } = found.docs;
      writes.push({ table: 'assessment', id: review.id, baseRev: 0, value: review.assessment, summary: summaryOfAssessment({ person, address, assessment: review.assessment, today: calendar.day, protocol: standard.protocol }) });
    }
    const about = writes.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 }));
    const detail = { pack: header.packId, ...(answered.reason === '' ? {} : { reason: answered.reason.slice(0, 2_000) }) };
    await vault.save(writes, [
      { event: 'alteration', act: what, about: about.slice(0, 1), detail },
      ...(review === null ? [] : [{ event: 'collection', act: 'assessment started', about: about.slice(1), detail: {} } as const]),
    ]);
    casework.refresh();
    await settled(assessmentId, vault);
    await readAgain(assessmentId);
    return review?.id ?? null;
  }

  /** All that was proposed is answered: it need not be compared again to know that. */
  async function settled(assessmentId: string, vault: OpenVault): Promise<void> {
    const version = versions.value.get(assessmentId);
    if (compared.value === null || version === undefined) return;
    compared.value = { ...compared.value, compared: { ...compared.value.compared, [assessmentId]: { version, changes: [] } } };
    await vault.saveDraft(KEPT_ID, compared.value);
  }

  function reviewOf(assessment: Assessment, assessmentId: string, changes: readonly SurroundingsChange[], { at, by }: { readonly at: string; readonly by: string }) {
    const started = startAssessment({
      reference: newReference((length) => crypto.getRandomValues(new Uint8Array(length))),
      personId: assessment.personId, addressId: assessment.addressId, startedAt: at, startedBy: by,
    });
    const note = `A newer area pack tells otherwise than was read for ${assessment.reference}:\n${changes.map(changeLine).join('\n')}`;
    const trigger = { ...started.trigger, kind: 'environmentChanged', event: 'A newer area pack tells otherwise of the surroundings', note: note.slice(0, LONGEST_NOTE) } as const;
    return { id: newId(), assessment: { ...started, trigger, reviewOf: { assessmentId, reference: assessment.reference } } };
  }

  /** The record may be open: without a draft, as answering asks for one to be settled first. */
  async function readAgain(assessmentId: string): Promise<void> {
    const open = useAssessment();
    if (open.assessmentId !== assessmentId) return;
    await open.close();
    await open.open(assessmentId);
  }

  // A record that was saved, or another pack: compared anew. Nothing is, before the first comparison.
  watch(() => [casework.assessments, packs.pack], () => { if (run > 0) void compare(); });

  return { proposals, proposalOf, progress, unread, failure, compare, answer };
});

/** null: nothing was looked up, or in this very pack, or for another position of the address: then its own screen says so. */
async function changesOf(vault: OpenVault, id: string, pack: OpenPack, asOn: string): Promise<readonly SurroundingsChange[] | null | 'unread'> {
  try {
    const record = await readRecord(vault, id);
    const surroundings = record?.docs.assessment.surroundings ?? null;
    if (record === null || surroundings === null || surroundings.answer.packId === pack.header.packId || movedSince(surroundings, record.docs.address)) return null;
    return unanswered(surroundingsChanges(surroundings, pack, asOn), record.docs.assessment);
  } catch {
    return 'unread';
  }
}
