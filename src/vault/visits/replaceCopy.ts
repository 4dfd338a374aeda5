import { VaultDatabase } from '../database';
import type { DoorEdges } from '../doorOptions';
import { BrokenLog, DamagedVault, RefusedReturn } from '../errors';
import type { BackupContent } from '../format/backupContent';
import { headCode } from '../format/chain';
import type { Keyring } from '../format/keyring';
import { readKeyring } from '../format/readKeyring';
import { fillDatabase, readContent } from '../journal/databaseContent';
import { newJournal } from '../journal/restored';
import { marksOfDatabase, stateOf } from '../journal/storesState';
import { checkpointFor, linksFor } from '../logTail';
import { checkStillOurs } from '../stillOurs';
import type { LogNote } from '../types';
import { ABOUT_ID, aboutText } from '../vaultState';
import { holdWritingTab, takeWritingTab, type WritingTab } from '../writingTab';
import { judgeCopy, type Judged, type OpenedFile } from './judgeCopy';
import { ACTS } from './visit';

export interface Replacing extends OpenedFile {
  /** Whose secret opened the file. */
  readonly officerId: string;
  /** This page has the copy open: to be locked once nothing speaks against the file. */
  readonly letGo: (() => Promise<void>) | null;
}

const ELSEWHERE = ['this vault is open in another tab', 'Lock it there, then choose the file again.'] as const;

/**
 * A file takes the place of a closed copy of the same vault, in both stores, as a new epoch does: cut off at any step, the copy is as it was, or the next unlocking
 * finishes it. Throws RefusedReturn, VaultAlreadyHere, DamagedBackup, DeviceFull: then nothing was changed.
 */
export async function replaceCopy(file: Replacing, edges: DoorEdges): Promise<Judged['is']> {
  const { vaultId } = file.keyring;
  const before = new VaultDatabase(vaultId);
  try {
    await judgeCopy(await copyHere(before, edges), file);
  } finally {
    before.close();
  }
  await file.letGo?.();
  const tab = await hold(vaultId, file.letGo !== null, edges);
  try {
    return await replace(file, edges);
  } finally {
    tab.release();
  }
}

async function hold(vaultId: string, ours: boolean, { tabs }: DoorEdges): Promise<WritingTab> {
  const events = { asked: () => undefined, lost: () => undefined };
  const tab = ours ? await takeWritingTab(vaultId, tabs, events) : await holdWritingTab(vaultId, tabs, events);
  if (!tab) throw new RefusedReturn(...ELSEWHERE);
  return tab;
}

async function copyHere(db: VaultDatabase, { argonLimits }: DoorEdges): Promise<{ readonly keyring: Keyring; readonly content: BackupContent }> {
  const stored = await db.clear.get('keyring');
  if (stored?.id !== 'keyring') throw new DamagedVault('its keys are gone');
  return { keyring: await readKeyring(stored.text, { what: 'vault', argonLimits }), content: await readContent(db) };
}

async function replace(file: Replacing, edges: DoorEdges): Promise<Judged['is']> {
  const { keyring, keys } = file;
  const { vaultId } = keyring;
  const db = new VaultDatabase(vaultId);
  const folder = (await edges.files?.open(vaultId)) ?? null;
  try {
    if (folder === 'held') throw new RefusedReturn(...ELSEWHERE);
    const own = await copyHere(db, edges);
    const judged = await judgeCopy(own, file);
    const content = await contentAfter(file, judged, edges);
    const check = async (): Promise<void> => {
      await checkStillOurs(db);
      const last = await db.log.orderBy('seq').last();
      if (last?.hash !== own.content.log.at(-1)?.hash) throw new BrokenLog(last?.seq ?? 0, 'another window wrote meanwhile; nothing was changed');
    };
    if (!folder) {
      await fillDatabase(db, keyring, content, null, check);
      return judged.is;
    }
    const journal = await newJournal({ vaultId, folder, keys, keyring, content });
    const { drop, undo } = await journal.begin(content, keyring, await stateOf(await marksOfDatabase(vaultId, db, own.keyring)));
    try {
      await fillDatabase(db, keyring, content, journal.position, check);
    } catch (error) {
      await undo();
      throw error;
    }
    await drop();
    return judged.is;
  } finally {
    if (folder !== 'held') folder?.close();
    db.close();
  }
}

/** The file's rows and log; then what this device logged meanwhile, what was done, and a signature. */
async function contentAfter({ content, keyring, keys, officerId }: Replacing, { is, visitId, about, tail, carried }: Judged, { clock }: DoorEdges): Promise<BackupContent> {
  const { vaultId } = keyring;
  const officer = about.officers.find((one) => one.officerId === officerId);
  if (!officer) throw new DamagedVault('its list of officers does not hold whoever opened it');
  const writer = { vaultId, officer, at: clock().toISOString() };
  const notes: LogNote[] = [
    ...carried.map(({ event, act, about: of, detail, at, officerName }) => ({ event, act, about: of, detail: { ...detail, loggedBeside: at, by: officerName } })),
    is === 'back'
      ? { event: 'alteration', act: ACTS.back, about: [], detail: { visit: visitId, head: headCode(tail.head) } }
      : { event: 'consultation', act: ACTS.placed, about: [], detail: { visit: visitId } },
  ];
  const logged = await linksFor(notes, tail, keys, writer);
  const signed = await checkpointFor(logged.tail, keys, writer);
  const { visit, ...rest } = about;
  const text = aboutText({ ...rest, ...(is === 'again' && visit ? { visit } : {}) });
  const sealed = await keys.seal([{ table: 'about', id: ABOUT_ID, rev: about.rev + 1, text }]);
  return { ...content, about: sealed, log: [...content.log, ...logged.links, ...signed.links] };
}
