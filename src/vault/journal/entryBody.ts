import * as v from 'valibot';
import { readBackupContent, writeBackupContent, type BackupContent } from '../format/backupContent';
import { concat, fromUtf8, utf8, type Bytes } from '../format/bytes';
import { canonicalText } from '../format/canonicalText';
import { storesState, type StoresState } from './storesState';

const LENGTH_BYTES = 4;

const entryHead = v.object({
  /** Names of drafts that are gone after it. */
  dropped: v.array(v.string()),
  /** Names of documents that are gone after it. */
  erased: v.array(v.string()),
  /** The keyring's text, where this change was one of the keyring too. */
  keyring: v.nullable(v.string()),
  /** What the database held before a change of everything; it alone is lifted to this journal at open. */
  before: v.nullable(storesState),
  /** Something that was erased still lies before this entry, or in it. Absent: told by the entries' `erased` alone. */
  owes: v.optional(v.boolean()),
  state: storesState,
});

/** One change: rows by store, what they replace, and how the stores stand after it. */
export interface EntryBody {
  readonly put: BackupContent;
  readonly dropped: readonly string[];
  readonly erased: readonly string[];
  readonly keyring: string | null;
  readonly before: StoresState | null;
  readonly owes?: boolean | undefined;
  readonly state: StoresState;
}

/** Length of head (4 bytes, big-endian), head as canonical JSON, rows as in a backup. */
export function writeEntry({ put, ...head }: EntryBody): Bytes {
  const text = utf8(canonicalText(head));
  const length = new DataView(new ArrayBuffer(LENGTH_BYTES));
  length.setUint32(0, text.length);
  return concat(new Uint8Array(length.buffer), text, writeBackupContent(put));
}

/** null: not the body of an entry. */
export function readEntry(bytes: Bytes): EntryBody | null {
  try {
    const end = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset, LENGTH_BYTES).getUint32(0);
    const parsed = v.parse(entryHead, JSON.parse(fromUtf8(bytes.subarray(LENGTH_BYTES, end))));
    return { ...parsed, put: readBackupContent(bytes.slice(end)) };
  } catch {
    return null;
  }
}

export const NO_ROWS: BackupContent = { about: [], row: [], page: [], draft: [], log: [] };
