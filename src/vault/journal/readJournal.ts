import { splitSealed } from '../format/aesGcm';
import type { BackupContent } from '../format/backupContent';
import type { LogRow } from '../format/chain';
import type { SealedRow } from '../format/sealedRow';
import type { Keys } from '../keys';
import { readEntry, type EntryBody } from './entryBody';
import type { JournalFolder } from './files';
import { scanTail, type Frame, type Scan } from './frames';
import { newestHead, type Head } from './head';
import { snapshotName, tailName } from './names';
import { openSnapshot } from './snapshotFile';
import type { StoresState } from './storesState';

/** A journal as found, before anything of it was opened. */
export interface JournalOnDisk {
  readonly head: Head;
  readonly scan: Scan;
  /** Its snapshot is the one that the head names, byte for byte. */
  readonly snapshotWhole: boolean;
  readonly snapshotBytes: number;
  /** Files of the journal before it that were not emptied, or of one after it that was cut off. */
  readonly leftOver: readonly string[];
}

/** null: none, or none whose head can be read. Throws NewerFormat. */
export async function readJournal(folder: JournalFolder, vaultId: string): Promise<JournalOnDisk | null> {
  const head = await newestHead(vaultId, (name) => folder.read(name));
  if (!head) return null;
  const others = [snapshotName(head.n + 1), tailName(head.n + 1)];
  const [scan, snapshot, sizes] = await Promise.all([
    folder.read(tailName(head.n)).then((tail) => scanTail(tail ?? new Uint8Array(), head, head.start)),
    folder.measure(snapshotName(head.n)),
    Promise.all(others.map((name) => folder.size(name))),
  ]);
  return { head, scan, snapshotWhole: snapshot?.hash === head.start, snapshotBytes: snapshot?.bytes ?? 0, leftOver: others.filter((_, at) => (sizes[at] ?? 0) > 0) };
}

/** Everything that a journal still gives, with what is damaged left out. */
export interface JournalContent {
  readonly content: BackupContent;
  /** Names of drafts that were dropped, and of documents that were erased, and not kept again since. */
  readonly dropped: ReadonlySet<string>;
  /** Nothing was left out. */
  readonly whole: boolean;
  /** The state after each entry; null where it did not open. */
  readonly states: readonly (StoresState | null)[];
  readonly entries: readonly (EntryBody | null)[];
  /** The newest keyring's text. */
  readonly keyring: string;
}

export async function openEntry(frame: Frame, keys: Keys): Promise<EntryBody | null> {
  const plain = frame.whole ? await keys.openJournal(frame.epoch, frame.aad, splitSealed(frame.joined)) : null;
  return plain && readEntry(plain);
}

export const openEntries = (frames: readonly Frame[], keys: Keys): Promise<readonly (EntryBody | null)[]> => Promise.all(frames.map((frame) => openEntry(frame, keys)));

/** Snapshot, then each entry laid over it. */
export async function contentOf(folder: JournalFolder, { head, scan }: JournalOnDisk, keys: Keys): Promise<JournalContent> {
  const snapshot = await openSnapshot(folder, head, keys);
  const entries = await openEntries(scan.frames, keys);
  return {
    ...laidOver(snapshot, entries), entries, states: entries.map((entry) => entry?.state ?? null),
    whole: snapshot !== null && !scan.broken && entries.every((entry) => entry !== null),
    keyring: entries.findLast((entry) => (entry?.keyring ?? null) !== null)?.keyring ?? head.keyring,
  };
}

function laidOver(snapshot: BackupContent | null, entries: readonly (EntryBody | null)[]): Pick<JournalContent, 'content' | 'dropped'> {
  const stores = { about: new Map<string, SealedRow>(), row: new Map<string, SealedRow>(), page: new Map<string, SealedRow>(), draft: new Map<string, SealedRow>() };
  const log = new Map<number, LogRow>();
  const dropped = new Set<string>();
  const lay = (rows: BackupContent): void => {
    for (const store of ['about', 'row', 'page', 'draft'] as const) for (const row of rows[store]) stores[store].set(row.id, row);
    for (const { id } of [...rows.draft, ...rows.row]) dropped.delete(id);
    for (const link of rows.log) log.set(link.seq, link);
  };
  if (snapshot) lay(snapshot);
  for (const entry of entries) {
    if (!entry) continue;
    lay(entry.put);
    for (const name of entry.erased) {
      stores.row.delete(name);
      dropped.add(name);
    }
    for (const name of entry.dropped) {
      stores.draft.delete(name);
      dropped.add(name);
    }
  }
  const { about, row, page, draft } = stores;
  const content = { about: [...about.values()], row: [...row.values()], page: [...page.values()], draft: [...draft.values()], log: [...log.values()].sort((a, b) => a.seq - b.seq) };
  return { content, dropped };
}
