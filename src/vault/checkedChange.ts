import { canonicalText } from './format/canonicalText';
import type { LogNote, Write } from './types';

/** A copy of its own, so that nothing on the screen can change what is being saved. Throws TypeError. */
export function checkedChange(writes: readonly Write[], notes: readonly LogNote[]): { readonly writes: readonly Write[]; readonly notes: readonly LogNote[] } {
  const copy = JSON.parse(canonicalText({ writes, notes })) as { writes: Write[]; notes: LogNote[] };
  const documents = new Set(copy.writes.map(({ table, id }) => `${table}|${id}`));
  if (documents.size !== copy.writes.length) throw new TypeError('One save writes each document once.');
  // Data Protection Act 2018, s.62: no processing without its log entry.
  if (copy.writes.length > 0 && copy.notes.length === 0) throw new TypeError('A save needs a log entry that tells what was done.');
  return copy;
}
