import { REPAIR_DRAFT } from './copies';
import { DOCUMENT_TABLES } from './format/sealedTable';
import type { KdfSecret } from './format/kdf';
import { readContent } from './journal/databaseContent';
import { linksFor } from './logTail';
import { resealAll } from './resealAll';
import type { EpochProgress, LogNote, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

export interface EpochRequest {
  readonly note: LogNote;
  readonly leaving?: string;
  /** Of another officer, where the one who is present leaves. */
  readonly signer?: KdfSecret;
  readonly progress?: EpochProgress | undefined;
}

/**
 * Within a turn: a new vault key, every row sealed and named anew in memory, then all of it stored at once. Until that one transaction is committed the vault is
 * as it was. The log so far is signed first, by whoever is still an officer; the new epoch begins with the entry that tells of it.
 */
export async function makeEpoch(core: VaultCore, { note, leaving, signer, progress }: EpochRequest): Promise<'made' | 'wrong'> {
  const { db, keys, vaultId, officer, clock } = core;
  await core.write({ checkpoint: true });
  const keyring = await keys.beginEpoch(core.keyring(), leaving ?? null, signer ?? null);
  if (keyring === 'wrong') return 'wrong';
  try {
    const from = core.state();
    const content = await readContent(db);
    const resealed = await resealAll(content, { keys, draftIds: draftIdsOf(core), progress });
    const { links } = await linksFor([note], from.tail, keys, { vaultId, officer, at: clock().toISOString() });
    await core.replaceAll({ ...resealed, log: [...content.log, ...links] }, keyring);
  } catch (error) {
    // Committed already: the vault is dropped, and its keys with it.
    if (core.keyring() !== keyring) await keys.settleEpoch(false);
    throw error;
  }
  await keys.settleEpoch(true);
  return 'made';
}

/** Drafts of records, and the account of a repair, were named so before each told its own id. */
function draftIdsOf({ state }: VaultCore): readonly string[] {
  const { index } = state();
  return [REPAIR_DRAFT, ...DOCUMENT_TABLES.flatMap((table) => index.list(table).map(({ id }) => `${table}:${id}`))];
}

/** New keys for all that is stored from now on: the cure after a lost way in, and all that erasure can do on a device. */
export function epochsOf(core: VaultCore): Pick<OpenVault, 'newEpoch' | 'epoch'> {
  return {
    epoch: () => core.keyring().epoch,
    async newEpoch(progress) {
      await core.inTurn(() => makeEpoch(core, { note: { event: 'alteration', act: 'new epoch', about: [], detail: {} }, progress }));
    },
  };
}
