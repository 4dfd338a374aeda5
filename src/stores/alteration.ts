import { afterChanges, askedOf, changesBetween, parseAddress, parseAssessment, parsePerson, summaryOfAddress, summaryOfAssessment, summaryOfPerson, withChange } from '@/record';
import type { ClockSettings, StandardText } from '@/rules';
import type { LogNote, Write } from '@/vault';
import { changedDocs, type DocName, type Docs, type OnRecord } from './workingCopy';

const LONGEST_DETAIL = 2_000;

/** Who saves what, when, and the standard that it is answered under. `today`: ISO date in Scotland; `at`: ISO instant. */
export interface Saving {
  readonly what: string;
  readonly at: string;
  readonly by: string;
  readonly today: string;
  readonly standard: { readonly id: string; readonly text: StandardText };
  readonly settings: ClockSettings;
  /** What brings a change from elsewhere is its own reason for amending a signed record; left out: the officer's. */
  readonly amends?: string;
}

/** The documents as they will be on record: what the standard asks of them travels with the assessment. Throws RecordError, naming the field. */
function parsed(sent: Docs, { at, settings, standard }: Saving): Docs {
  const docs = { person: parsePerson(sent.person), address: parseAddress(sent.address), assessment: parseAssessment(sent.assessment) };
  const asked = askedOf({ ...docs, settings, standard });
  return { ...docs, assessment: { ...docs.assessment, asked: { ...asked, at } } };
}

/** One save: the changed documents with their history, and the one log entry that goes with them. Throws RecordError, naming the field. */
export function alteration(record: OnRecord, sent: Docs, saving: Saving): {
  readonly next: Docs; readonly saved: readonly DocName[]; readonly writes: readonly Write[]; readonly note: LogNote;
} {
  const { what, at, by, today, standard } = saving;
  const names = new Set<DocName>([...changedDocs(record, sent), 'assessment']);
  const docs = parsed(sent, saving);
  const changes = [...names].flatMap((name) => changesBetween(record.docs[name], docs[name]).map((change) => ({ ...change, path: `${name}.${change.path}` }))).filter(({ path }) => path !== 'assessment.amendment');
  const { amendment = '', ...assessment } = docs.assessment;
  const { signed, amends } = afterChanges(record.docs.assessment, changes, { at, by, why: saving.amends ?? amendment });
  const next: Docs = { ...docs, assessment: withChange({ ...assessment, ...(signed && { signed }) }, { at, by, what, ...(amends !== undefined && { amends }) }, changes) };
  const summaries = {
    person: summaryOfPerson(next.person), address: summaryOfAddress(next.address),
    assessment: summaryOfAssessment({ ...next, today, protocol: standard.text.protocol }),
  };
  const saved = [...names];
  const writes = saved.map((name): Write => ({ table: name, id: record.ids[name], baseRev: record.revs[name], value: next[name], summary: summaries[name] }));
  const note: LogNote = {
    event: 'alteration', act: what, about: writes.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 })),
    detail: { fields: changes.map(({ path }) => path).join(', ').slice(0, LONGEST_DETAIL) },
  };
  return { next, saved, writes, note };
}
