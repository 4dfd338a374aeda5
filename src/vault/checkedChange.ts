import { canonicalText } from './format/canonicalText';
import type { Erased, LogNote, Write } from './types';

interface Checked {
  readonly writes: readonly Write[];
  readonly notes: readonly LogNote[];
  readonly erased: readonly Erased[];
}

/** A copy of its own, so that nothing on the screen can change what is being saved. Throws TypeError. */
export function checkedChange(writes: readonly Write[], notes: readonly LogNote[], erased: readonly Erased[] = []): Checked {
  const copy = JSON.parse(canonicalText({ writes, notes, erased: erased.map(({ table, id, baseRev }) => ({ table, id, baseRev })) })) as Checked;
  const all = [...copy.writes, ...copy.erased];
  const documents = new Set(all.map(({ table, id }) => `${table}|${id}`));
  if (documents.size !== all.length) throw new TypeError('One save writes each document once.');
  // Data Protection Act 2018, s.62: no processing without its log entry.
  if (all.length > 0 && copy.notes.length === 0) throw new TypeError('A save needs a log entry that tells what was done.');
  return copy;
}
