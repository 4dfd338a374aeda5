import * as v from 'valibot';
import { DamagedBackup } from '../errors';
import { concat, fromUtf8, utf8, type Bytes } from './bytes';
import { canonicalText } from './canonicalText';
import type { LogRow } from './chain';
import type { SealedRow } from './sealedRow';

/** Every row of a vault, still sealed, by store. */
export interface BackupContent {
  readonly about: readonly SealedRow[];
  readonly row: readonly SealedRow[];
  readonly page: readonly SealedRow[];
  readonly draft: readonly SealedRow[];
  readonly log: readonly LogRow[];
}

/** Pieces one after the other: length of head (4 bytes, big-endian), length of ct (4), head as canonical JSON, ct. */
const LENGTHS_BYTES = 8;

const whole = v.pipe(v.number(), v.integer(), v.minValue(1));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));
const iv = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))), v.length(12));
const headSchema = v.variant('store', [
  v.strictObject({ store: v.picklist(['about', 'row', 'page', 'draft']), id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u)), rev: whole, epoch: whole, iv }),
  v.strictObject({ store: v.literal('log'), seq: whole, epoch: whole, prevHash: hash, hash, iv }),
]);

export function writeBackupContent(content: BackupContent): Bytes {
  const pieces: Bytes[] = [];
  for (const store of ['about', 'row', 'page', 'draft', 'log'] as const) {
    for (const { ct, iv: bytes, ...rest } of content[store]) {
      const head = utf8(canonicalText({ store, ...rest, iv: Array.from(bytes) }));
      const lengths = new DataView(new ArrayBuffer(LENGTHS_BYTES));
      lengths.setUint32(0, head.length);
      lengths.setUint32(4, ct.length);
      pieces.push(new Uint8Array(lengths.buffer), head, ct);
    }
  }
  return concat(...pieces);
}

/** Throws DamagedBackup. */
export function readBackupContent(bytes: Bytes): BackupContent {
  const content = { about: [] as SealedRow[], row: [] as SealedRow[], page: [] as SealedRow[], draft: [] as SealedRow[], log: [] as LogRow[] };
  let at = 0;
  while (at < bytes.length) {
    if (at + LENGTHS_BYTES > bytes.length) throw new DamagedBackup('it is cut off');
    const lengths = new DataView(bytes.buffer, bytes.byteOffset + at, LENGTHS_BYTES);
    const headEnd = at + LENGTHS_BYTES + lengths.getUint32(0);
    const end = headEnd + lengths.getUint32(4);
    if (end > bytes.length) throw new DamagedBackup('it is cut off');
    const head = readHead(bytes.subarray(at + LENGTHS_BYTES, headEnd));
    const sealed = { iv: Uint8Array.from(head.iv), ct: bytes.slice(headEnd, end) };
    if (head.store === 'log') content.log.push({ seq: head.seq, epoch: head.epoch, prevHash: head.prevHash, hash: head.hash, ...sealed });
    else content[head.store].push({ id: head.id, rev: head.rev, epoch: head.epoch, ...sealed });
    at = end;
  }
  return content;
}

function readHead(bytes: Bytes): v.InferOutput<typeof headSchema> {
  try {
    return v.parse(headSchema, JSON.parse(fromUtf8(bytes)));
  } catch {
    throw new DamagedBackup('a row in it cannot be read');
  }
}
