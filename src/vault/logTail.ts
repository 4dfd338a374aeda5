import { CHECKPOINT_EVERY, checkpointText, firstHead, link, type ChainHead, type LogRow } from './format/chain';
import { canonicalText } from './format/canonicalText';
import { readLogBody, type LogBody } from './format/logBody';
import type { Keys, ToOpen } from './keys';
import type { LogNote, Officer } from './types';

/** Where the log ends, and the last link that an officer signed (0: none). */
export interface LogTail {
  readonly head: ChainHead;
  readonly signedUpTo: number;
}

export interface Writer {
  readonly vaultId: string;
  readonly officer: Officer;
  readonly at: string;
}

/** A link is sealed as a row of revision 1, named by its number. */
export function asRow({ seq, epoch, iv, ct }: LogRow): ToOpen {
  return { table: 'log', row: { id: String(seq), rev: 1, epoch, iv, ct } };
}

/** `links`: the last ones, by their numbers. Faults are readLog's to report: here the worst they do is an early signature. */
export async function openLogTail(links: readonly LogRow[], keys: Keys, vaultId: string): Promise<LogTail> {
  const last = links.at(-1);
  if (!last) return { head: await firstHead(vaultId), signedUpTo: 0 };
  const texts = await keys.open(links.map(asRow));
  const signed = links.findLast((_, at) => readLogBody(texts[at] ?? '')?.is === 'checkpoint');
  return { head: { seq: last.seq, hash: last.hash }, signedUpTo: signed?.seq ?? 0 };
}

/** The links for these notes, with a signed checkpoint wherever one is due. */
export async function linksFor(notes: readonly LogNote[], tail: LogTail, keys: Keys, writer: Writer): Promise<{ readonly links: readonly LogRow[]; readonly tail: LogTail }> {
  const links: LogRow[] = [];
  let now = tail;
  for (const note of notes) {
    if (now.head.seq + 1 - now.signedUpTo >= CHECKPOINT_EVERY) now = await addCheckpoint(links, now, keys, writer);
    const { officerId, name } = writer.officer;
    const head = await addLink(links, now.head, { is: 'entry', ...noteFields(note), at: writer.at, officerId, officerName: name }, keys, writer);
    now = { ...now, head };
  }
  return { links, tail: now };
}

/** A checkpoint on the head as it is; none where the head is one, or nothing was ever logged. */
export async function checkpointFor(tail: LogTail, keys: Keys, writer: Writer): Promise<{ readonly links: readonly LogRow[]; readonly tail: LogTail }> {
  const links: LogRow[] = [];
  return { links, tail: tail.signedUpTo === tail.head.seq ? tail : await addCheckpoint(links, tail, keys, writer) };
}

function noteFields({ event, act, about, detail }: LogNote): Pick<LogBody & { is: 'entry' }, 'event' | 'act' | 'about' | 'detail'> {
  return { event, act, about: about.map(({ table, id, rev }) => ({ table, id, rev })), detail };
}

async function addCheckpoint(links: LogRow[], { head }: LogTail, keys: Keys, writer: Writer): Promise<LogTail> {
  const signature = await keys.sign(checkpointText(writer.vaultId, head));
  const next = await addLink(links, head, { is: 'checkpoint', at: writer.at, officerId: writer.officer.officerId, signature }, keys, writer);
  return { head: next, signedUpTo: next.seq };
}

async function addLink(links: LogRow[], head: ChainHead, body: LogBody, keys: Keys, { vaultId }: Writer): Promise<ChainHead> {
  const [sealed] = await keys.seal([{ table: 'log', id: String(head.seq + 1), rev: 1, text: canonicalText(body) }]);
  if (!sealed) throw new TypeError('One text gives one row.');
  const row = await link(vaultId, head, sealed);
  links.push(row);
  return { seq: row.seq, hash: row.hash };
}
