import { type Address, type Assessment, type Person, changesBetween, migrated, parseAddress, parseAssessment, parsePerson } from '@/record';
import type { OpenVault } from '@/vault';
import { markRaw, toRaw } from 'vue';

export interface Docs { person: Person; address: Address; assessment: Assessment }
export type DocName = keyof Docs;
export const DOC_NAMES: readonly DocName[] = ['person', 'address', 'assessment'];

/** The three documents of an assessment as the vault holds them. */
export interface OnRecord {
  readonly docs: Docs;
  readonly revs: Readonly<Record<DocName, number>>;
  readonly ids: Readonly<Record<DocName, string>>;
}

/** Only what was changed, with the revision it was begun from. The history, the signatures and what the standard asked are the record's, never the draft's. */
export type Draft = { [K in DocName]?: { readonly baseRev: number; readonly value: Docs[K] } };
type Revs = Partial<Record<DocName, number>>;

/** null: there is no such assessment. Throws RecordError, and where the person or the address is missing. */
export async function readRecord(vault: OpenVault, id: string): Promise<OnRecord | null> {
  const row = await vault.read('assessment', id);
  if (row === null) return null;
  const assessment = parseAssessment(row.value);
  const [person, address] = await Promise.all([vault.read('person', assessment.personId), vault.read('address', assessment.addressId)]);
  if (person === null || address === null) throw new Error('The person or the address of this assessment is missing from the vault. Restore the last backup, and keep this device as it is until somebody has looked at it.');
  return {
    docs: { person: parsePerson(person.value), address: parseAddress(address.value), assessment },
    revs: { person: person.rev, address: address.rev, assessment: row.rev },
    ids: { person: assessment.personId, address: assessment.addressId, assessment: id },
  };
}

/**
 * A copy to type into. What was looked up, what the standard asked, the signatures and the history are never typed into, only replaced: the copy shares them and Vue leaves them alone,
 * so that a keystroke costs no walk through hundreds of sites.
 */
export function workingCopy({ person, address, assessment }: Docs): Docs {
  const { surroundings, asked, history, signed, ...typed } = toRaw(assessment);
  return {
    ...plain({ person, address }),
    assessment: { ...plain(typed), surroundings: surroundings && markRaw(toRaw(surroundings)), asked: asked && markRaw(toRaw(asked)), history: markRaw(toRaw(history)), ...(signed && { signed: markRaw(toRaw(signed)) }) },
  };
}

export function changedDocs(record: OnRecord, current: Docs): readonly DocName[] {
  return DOC_NAMES.filter((name) => changesBetween(record.docs[name], current[name]).length > 0);
}

/** `begun`: revisions that are older than the record's, where somebody saved since the draft was begun. */
export function draftOf(record: OnRecord, current: Docs, begun: Revs): Draft {
  const { person, address, assessment } = workingCopy(current);
  const values: Docs = { person, address, assessment: { ...assessment, asked: null, history: [], ...(assessment.signed && { signed: [] }) } };
  return Object.fromEntries(changedDocs(record, current).map((name) => [name, { baseRev: begun[name] ?? record.revs[name], value: values[name] }]));
}

/** The draft laid over the record: each changed document whole, so that the record's history tells what it replaces. */
export function resume(record: OnRecord, draft: Draft): { readonly docs: Docs; readonly begun: Revs } {
  const onRecord = record.docs.assessment;
  // A draft may have been sealed by an earlier Steading.
  const drafted = <K extends DocName>(name: K) => (draft[name] ? migrated(name, draft[name].value) as Docs[K] : record.docs[name]);
  const typed = drafted('assessment');
  const same = JSON.stringify(typed.surroundings) === JSON.stringify(onRecord.surroundings);
  const docs = workingCopy({
    person: drafted('person'),
    address: drafted('address'),
    assessment: { ...typed, surroundings: same ? onRecord.surroundings : typed.surroundings, asked: onRecord.asked, history: onRecord.history, ...(onRecord.signed && { signed: onRecord.signed }) },
  });
  const begun = DOC_NAMES.flatMap((name) => {
    const rev = draft[name]?.baseRev;
    return rev === undefined || rev === record.revs[name] ? [] : [[name, rev] as const];
  });
  return { docs, begun: Object.fromEntries(begun) };
}

/** After a save: what was typed while it was under way stays as typed; the rest is as it was saved. */
export function settle(current: Docs, sent: Docs, saved: Docs): void {
  const fresh = workingCopy(saved);
  const typedInto = (name: DocName) => changesBetween(sent[name], current[name]).length > 0;
  if (!typedInto('person')) current.person = fresh.person;
  if (!typedInto('address')) current.address = fresh.address;
  if (!typedInto('assessment')) { current.assessment = fresh.assessment; return; }
  current.assessment.history = fresh.assessment.history;
  current.assessment.asked = fresh.assessment.asked;
  if (fresh.assessment.signed) current.assessment.signed = fresh.assessment.signed;
  delete current.assessment.amendment;
  if (toRaw(current.assessment.surroundings) === sent.assessment.surroundings) current.assessment.surroundings = fresh.assessment.surroundings;
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
