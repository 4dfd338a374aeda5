import { examineBackup, openBackup } from './backup';
import type { DoorEdges } from './doorOptions';
import { BrokenLog, DamagedBackup } from './errors';
import type { BackupContent } from './format/backupContent';
import { headCode } from './format/chain';
import type { KdfSecret } from './format/kdf';
import type { Keyring } from './format/keyring';
import { vaultCode } from './format/vaultId';
import { verifyChain, type VerifiedChain } from './format/verifyChain';
import { readPage } from './indexPages';
import type { Keys } from './keys';
import { asRow } from './logTail';
import type { DrillResult, OpenVault } from './types';
import type { VaultCore } from './vaultCore';
import { ABOUT_ID } from './vaultState';

/**
 * Opens every row of a backup and follows its log, in a key worker of its own, and writes nothing anywhere: what a restore would find. Rows are opened by the
 * index, so that a record which the lists do not name, or the other way round, is found too. Throws DamagedBackup, NewerFormat.
 * `secret` null: a recovery code with a slip in it.
 */
export async function drill(file: Uint8Array, secret: KdfSecret | null, { makeKeys, argonLimits }: DoorEdges): Promise<DrillResult> {
  const backup = await examineBackup(file, argonLimits);
  const { vaultId } = backup.keyring;
  if (secret === null) return { is: 'wrong' };
  const room = makeKeys();
  try {
    const unlocked = await room.keys.unlock(backup.keyring, secret);
    if (unlocked.is === 'wrong') return { is: 'wrong' };
    if (unlocked.is === 'damaged') throw new DamagedBackup('a key in it does not fit');
    const content = await openBackup(room.keys, backup);
    const { records, head, entries } = await checkWhole(room.keys, backup.keyring, content);
    return { is: 'opened', vaultId, code: vaultCode(vaultId), records, drafts: content.draft.length, logEntries: entries.length, headCode: headCode(head) };
  } finally {
    room.end();
  }
}

/** Every row, the list, the log. Throws DamagedBackup. */
export async function checkWhole(keys: Keys, { vaultId, officers }: Keyring, content: BackupContent): Promise<Pick<VerifiedChain, 'head' | 'entries' | 'signedUpTo'> & { readonly records: number }> {
  await checkAbout(keys, content);
  const records = await checkRecords(keys, content);
  await checkOpen(keys, content.draft.map((row) => ({ table: 'draft' as const, row })), 'a draft');
  const { head, entries, signedUpTo } = await verifyChain(content.log, { vaultId, officers, open: (links) => keys.open(links.map(asRow)) }).catch(asBackup);
  return { records, head, entries, signedUpTo };
}

/** The words of a broken log are about this device's own. */
function asBackup(error: unknown): never {
  throw error instanceof BrokenLog ? new DamagedBackup(`its log does not hold at entry ${String(error.atSeq)}: ${error.why}`) : error;
}

async function checkAbout(keys: Keys, { about }: BackupContent): Promise<void> {
  const [name] = await keys.names('about', [ABOUT_ID]);
  await checkOpen(keys, about.map((row) => ({ table: 'about' as const, row })), 'its list of officers');
  if (!about.some(({ id }) => id === name)) throw new DamagedBackup('its list of officers is missing');
}

/** How many records it holds. */
async function checkRecords(keys: Keys, { page, row }: BackupContent): Promise<number> {
  const texts = await keys.open(page.map((one) => ({ table: 'page', row: one })));
  const listed = page.flatMap((one, at) => {
    const read = readPage(texts[at] ?? 'null', one.rev);
    if (!read) throw new DamagedBackup('its list of records does not open');
    return read.entries;
  });
  const rows = new Map(row.map((one) => [one.id, one]));
  if (listed.length !== rows.size) throw new DamagedBackup(`its list names ${String(listed.length)} of ${String(rows.size)} records`);
  const found = await Promise.all(listed.map(async ({ table, id, rev }) => {
    const [name = ''] = await keys.names(table, [id]);
    const one = rows.get(name);
    if (one?.rev !== rev) throw new DamagedBackup('a record in it is missing or older than its list');
    return { table, row: one };
  }));
  await checkOpen(keys, found, 'a record');
  return found.length;
}

async function checkOpen(keys: Keys, items: Parameters<Keys['open']>[0], what: string): Promise<void> {
  const texts = await keys.open(items);
  if (texts.includes(null)) throw new DamagedBackup(`${what} in it does not open`);
}

/** When a backup of this vault was last tried. */
export function drillsOf({ clock, state, inTurn, write }: VaultCore): Pick<OpenVault, 'noteDrill' | 'lastDrillAt' | 'recordCount'> {
  return {
    noteDrill: (found) => inTurn(() => write({
      lastDrillAt: clock().toISOString(),
      notes: [{ event: 'consultation', act: 'backup tried', about: [], detail: { head: found } }],
    })),
    lastDrillAt: () => state().about.lastDrillAt ?? null,
    recordCount: () => state().index.size,
  };
}
