import { askedOf, clockSettings, isWhole, packed, readingOf, readyToSign, type SignOffRound, standingRound, textUnder } from '@/record';
import { readingDocument, type RecordDocument } from '@/report';
import { type SignAs, SIGN_AS } from '@/terms';
import type { SecretRefused } from '@/vault';
import { defineStore } from 'pinia';
import { computed, ref, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { signedBeside } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { newId } from './newId';
import { useOffice } from './office';
import { usePhotos } from './photos';
import { useSession } from './session';
import { signaturesOf } from './signaturesOf';
import { useStandard } from './standard';
import { useToday } from './today';
import { type OnRecord, readRecord } from './workingCopy';

const CHANGED = 'The record is not the one that you read any more. Nothing was signed: read it again.';
/** A person or an address may belong to several records. */
const isReadOtherwise = ({ revs }: SignOffRound, record: OnRecord): boolean => revs.person !== record.revs.person || revs.address !== record.revs.address;
const SHARED_CHANGED = 'The person’s or the address’s details were saved anew since the assessor signed, perhaps by another record.';
const ONE_OFFICER = 'Whoever signed as assessor does not sign as manager: two officers answer for a record. Nothing was put on record.';

/** What an officer signs: `as` what, whether with the passphrase of the officer who has the vault open, and the manager's words on findings left open. */
export interface Signing {
  readonly as: SignAs;
  readonly own: boolean;
  readonly why: string;
  readonly passphrase: string;
}

/** Sign-off by officers' own keys: the record is frozen as it is read, and each puts their key to that reading (docs/adr/0037). */
export const useSignOff = defineStore('signOff', () => {
  const open = useAssessment();
  const session = useSession();
  const office = useOffice();
  const clock = useClock();
  const calendar = useToday();
  const casework = useCasework();
  const standard = useStandard();
  const photoBooks = usePhotos();

  const document = shallowRef<RecordDocument | null>(null);
  /** Whether each signature holds, by itself. */
  const holds = ref<Readonly<Record<string, boolean>>>({});
  /** The stored document as it read: another save since, and it must be read anew. */
  let readOf: OnRecord | null = null;

  const stored = computed(() => open.stored?.docs.assessment ?? null);
  const round = computed(() => (stored.value ? standingRound(stored.value) : null));
  /** The person's or the address's details were saved since it was signed. */
  const readOtherwise = computed(() => round.value !== null && open.stored !== null && isReadOtherwise(round.value, open.stored));
  const ready = computed(() => (open.stored ? readyToSign({ ...open.stored.docs, today: open.today, protocol: open.protocol }) : null));

  /** The record as it would be signed now: what stands on record, without what has a clock of its own and what the police alone read. */
  async function read(): Promise<void> {
    const record = open.stored;
    if (record === null) return;
    const vault = session.openVault();
    const at = clock.now().toISOString();
    const [logHeadCode, photos, signatures] = await Promise.all([vault.logHeadCode(), photoBooks.read(record.ids.assessment), signaturesOf(vault, record.docs.assessment)]);
    const asked = askedOf({ ...record.docs, settings: clockSettings(office.office), standard: { id: standard.id, text: standard.text } });
    document.value = readingDocument({
      ...record.docs, assessment: readingOf(record.docs.assessment), office: office.office, officer: vault.officer, logHeadCode, printedAt: at, training: session.isTraining, askedNow: { ...asked, at }, signatures, photos,
    });
    holds.value = signatures;
    readOf = record;
  }

  function refuseIfNotReady(record: OnRecord): void {
    const { open: tasks } = readyToSign({ ...record.docs, today: calendar.look(), protocol: open.protocol });
    if (open.changed.length > 0) throw new Error('There is a draft. Put it on record or give it up first: what is signed is what is on record.');
    if (tasks.length > 0) throw new Error('The record is not complete. Nothing was signed: finish its tasks first.');
  }

  /** The reading that is signed: the assessor's is frozen now, the manager's is that one. */
  function roundFor(as: SignAs, record: OnRecord): SignOffRound {
    const standing = standingRound(record.docs.assessment);
    if (as === 'manager') {
      if (standing === null || isWhole(standing)) throw new Error(standing === null ? 'The assessor signs first.' : 'The manager has signed it already.');
      if (isReadOtherwise(standing, record)) throw new Error(`${SHARED_CHANGED} Nothing was signed: the assessor signs it as it reads now.`);
      return standing;
    }
    if (standing !== null && (isWhole(standing) || !isReadOtherwise(standing, record))) throw new Error('The assessor has signed it already.');
    const { leftOpen } = readyToSign({ ...record.docs, today: calendar.look(), protocol: open.protocol });
    return {
      roundId: newId(), at: clock.now().toISOString(), by: session.openVault().officer.name, revs: { person: record.revs.person, address: record.revs.address },
      document: packed(JSON.stringify(document.value)), leftOpen, signatures: [], notSigned: [], cancelled: null,
    };
  }

  /** One save: the signature, the history and the log. Throws, and puts nothing on record, where the record is another than was read, is not ready, or one officer signs as both. */
  async function sign({ as, own, why, passphrase }: Signing): Promise<SecretRefused | { readonly is: 'signed' }> {
    const vault = session.openVault();
    const record = await readRecord(vault, open.assessmentId ?? '');
    if (record === null || readOf === null || document.value === null || JSON.stringify(record.revs) !== JSON.stringify(readOf.revs)) throw new Error(CHANGED);
    refuseIfNotReady(record);
    const to = roundFor(as, record);
    const asksWhy = as === 'manager' && to.leftOpen.length > 0;
    if (asksWhy && why.trim() === '') throw new Error('Say why findings are left open.');
    const one = { as, why: asksWhy ? why.trim() : '' };
    const mine = (officerId: string) => to.signatures.some((other) => other.officerId === officerId);
    if (own && mine(vault.officer.officerId)) throw new Error(ONE_OFFICER);
    const text = textUnder(record.docs.assessment, to, one);
    const signed = own ? await vault.signOwn(text, passphrase) : await vault.countersign(text, passphrase);
    if (signed.is !== 'signed') return signed;
    const { officerId, name, role, agency, at, signature } = signed.authority;
    if (mine(officerId)) throw new Error(ONE_OFFICER);
    await save(record, { ...to, signatures: [...to.signatures, { ...one, officerId, name, role, agency, at, signature }] }, `signed as ${SIGN_AS[as].toLowerCase()} by ${name}`);
    return { is: 'signed' };
  }

  async function save(record: OnRecord, next: SignOffRound, what: string): Promise<void> {
    const vault = session.openVault();
    const { signed = [] } = record.docs.assessment;
    const { text: { protocol } } = await standard.now();
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const others = signed.filter(({ roundId }) => roundId !== next.roundId).map((one) => (one.cancelled === null ? { ...one, cancelled: { ...stamp, why: SHARED_CHANGED } } : one));
    const { writes, note } = signedBeside(record, [...others, next], { ...stamp, what, today: calendar.look(), protocol });
    await vault.save(writes, [note]);
    casework.refresh();
    await open.close();
    await open.open(record.ids.assessment);
    await read();
  }

  return { document, holds, round, readOtherwise, ready, stored, read, sign };
});
