import * as v from 'valibot';
import { NewerFormat } from '../errors';
import { fromUtf8, sha256, utf8, type Bytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import { FORMAT } from '../format/version';
import type { JournalFolder } from './files';
import { headName, HEADS } from './names';

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));

const head = v.object({
  format: v.literal(FORMAT),
  vaultId: v.string(),
  /** Each writing adds one; even and odd have a file each, so a cut-off writing leaves the one before. */
  count: whole,
  /** Which snapshot and tail hold. */
  n: whole,
  /** SHA-256 of the snapshot's file: the tail's first entry hangs on it. */
  start: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
  keyring: v.string(),
});

/** All that can be read before unlocking: that this vault is on this device, and by which keys it opens. */
export type Head = v.InferOutput<typeof head>;

/** One line of canonical JSON, then its SHA-256 in hex. */
export async function packHead(made: Head): Promise<Bytes> {
  const text = canonicalText(made);
  return utf8(`${text}\n${await sha256(utf8(text))}`);
}

/**
 * Both files, one after the other: the first makes it hold, the second leaves no older one behind. `count`: of the last one written. One that failed is tried again in
 * its own file, never in the other's. Gives the one that holds.
 */
export async function writeHeads(folder: JournalFolder, made: Omit<Head, 'count'>, count: number): Promise<Head> {
  const [first, second] = [{ ...made, count: count + 1 }, { ...made, count: count + 2 }];
  await folder.write(headName(first.count), 0, await packHead(first));
  try {
    await folder.write(headName(second.count), 0, await packHead(second));
    return second;
  } catch {
    return first;
  }
}

/** null: not whole, or of another vault. Throws NewerFormat. */
async function readHead(bytes: Bytes | null, vaultId: string): Promise<Head | null> {
  try {
    const [text = '', sum] = fromUtf8(bytes ?? new Uint8Array()).split('\n');
    if (sum !== (await sha256(utf8(text)))) return null;
    const raw = JSON.parse(text) as { format?: unknown };
    if (typeof raw.format === 'number' && raw.format > FORMAT) throw new NewerFormat('vault');
    const parsed = v.safeParse(head, raw);
    return parsed.success && parsed.output.vaultId === vaultId ? parsed.output : null;
  } catch (error) {
    if (error instanceof NewerFormat) throw error;
    return null;
  }
}

/** The newest whole one. Throws NewerFormat. */
export async function newestHead(vaultId: string, read: (name: string) => Promise<Bytes | null>): Promise<Head | null> {
  const heads: Head[] = [];
  for (const name of HEADS) {
    const found = await readHead(await read(name), vaultId);
    if (found) heads.push(found);
  }
  return heads.sort((a, b) => b.count - a.count)[0] ?? null;
}
