import { type OpenPack, surroundingsChanges } from '@/geo';
import { type AssessmentSummary, inForce, movedSince, type SurroundingsChange, unanswered } from '@/record';
import type { OpenVault } from '@/vault';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef, watch } from 'vue';
import { useAssessment } from './assessment';
import { breather } from './breather';
import { useCasework } from './casework';
import { useClock } from './clock';
import { usePacks } from './packs';
import { type Answer, reviewAnswer } from './reviewAnswer';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { readRecord } from './workingCopy';

/** What was compared so far, so that an unlock goes on where a lock broke off. Sealed like a draft; losing it costs the work, and nothing else. */
const KEPT_ID = 'surroundings';
/** Records of one entry of the log: their results are shown once it is written. */
const BATCH = 50;

interface Kept { readonly packId: string; readonly compared: Readonly<Record<string, Compared>> }
interface Compared { readonly version: string; readonly changes: readonly SurroundingsChange[] }

/** A review that is proposed, as a newer pack tells otherwise of a record in force. Facts only, newest record first. */
export interface Proposal {
  readonly assessmentId: string;
  readonly summary: AssessmentSummary;
  readonly changes: readonly SurroundingsChange[];
}

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

  /** Opens the review that is proposed, or declines it, in one save. Returns the id of the review, null where none was opened. Throws StaleRevision, RecordError. */
  async function answer(assessmentId: string, given: Answer): Promise<string | null> {
    const vault = session.openVault();
    const proposal = proposalOf(assessmentId);
    const { pack } = packs;
    const found = await readRecord(vault, assessmentId);
    if (proposal === null || pack === null || found === null) throw new Error('No review is proposed for this record any more.');
    const { writes, notes, reviewId } = reviewAnswer(found, given, {
      changes: proposal.changes, pack, at: clock.now().toISOString(), by: vault.officer.name, today: calendar.look(), protocol: standard.protocol,
    });
    await vault.save(writes, notes);
    casework.refresh();
    await settled(assessmentId, vault);
    await readAgain(assessmentId);
    return reviewId;
  }

  /** All that was proposed is answered: it need not be compared again to know that. */
  async function settled(assessmentId: string, vault: OpenVault): Promise<void> {
    const version = versions.value.get(assessmentId);
    if (compared.value === null || version === undefined) return;
    compared.value = { ...compared.value, compared: { ...compared.value.compared, [assessmentId]: { version, changes: [] } } };
    await vault.saveDraft(KEPT_ID, compared.value);
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
