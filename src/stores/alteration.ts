import { changesBetween, parseAddress, parseAssessment, parsePerson, summaryOfAddress, summaryOfAssessment, summaryOfPerson, withChange } from '@/record';
import type { LogNote, Write } from '@/vault';
import { changedDocs, type DocName, type Docs, type OnRecord } from './workingCopy';

const LONGEST_DETAIL = 2_000;

/** One save: the changed documents with their history, and the one log entry that goes with them. Throws RecordError, naming the field. */
export function alteration(record: OnRecord, sent: Docs, given: { readonly what: string; readonly at: string; readonly by: string; readonly today: string }): {
  readonly next: Docs; readonly saved: readonly DocName[]; readonly writes: readonly Write[]; readonly note: LogNote;
} {
  const { what, at, by, today } = given;
  const names = changedDocs(record, sent);
  const changes = names.flatMap((name) => changesBetween(record.docs[name], sent[name]).map((change) => ({ ...change, path: `${name}.${change.path}` })));
  const next: Docs = {
    person: parsePerson(sent.person),
    address: parseAddress(sent.address),
    assessment: parseAssessment(withChange(sent.assessment, { at, by, what }, changes)),
  };
  const summaries = { person: summaryOfPerson(next.person), address: summaryOfAddress(next.address), assessment: summaryOfAssessment({ ...next, today }) };
  const saved = [...new Set<DocName>([...names, 'assessment'])];
  const writes = saved.map((name): Write => ({ table: name, id: record.ids[name], baseRev: record.revs[name], value: next[name], summary: summaries[name] }));
  const note: LogNote = {
    event: 'alteration', act: what, about: writes.map(({ table, id, baseRev }) => ({ table, id, rev: baseRev + 1 })),
    detail: { fields: changes.map(({ path }) => path).join(', ').slice(0, LONGEST_DETAIL) },
  };
  return { next, saved, writes, note };
}
