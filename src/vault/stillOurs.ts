import * as v from 'valibot';
import type { ClearRow, VaultDatabase } from './database';
import { NewerFormat, ReadOnlyVault } from './errors';
import { FORMAT } from './format/version';

const declared = v.object({ format: v.number(), minWriter: v.optional(v.number(), 0), epoch: v.optional(v.number()) });

/**
 * Throws NewerFormat where a newer Steading has made this vault its own since it was opened. The writing tab's lock keeps that from happening, and this is the belt:
 * whatever is written here after would be missing there. `sealedIn`: the epoch of what is to be written; under other keys it could not be found again (ReadOnlyVault).
 */
export function refuseNewer(stored: ClearRow | undefined, sealedIn?: number): void {
  if (stored?.id !== 'keyring') return;
  const { format, minWriter, epoch } = v.parse(declared, JSON.parse(stored.text));
  if (Math.max(format, minWriter) > FORMAT) throw new NewerFormat('vault');
  if (sealedIn !== undefined && epoch !== undefined && epoch !== sealedIn) throw new ReadOnlyVault('another window gave it new keys');
}

/** The same of the keyring that is stored. Awaits IndexedDB and nothing else, so it may stand in a transaction over `clear`. */
export async function checkStillOurs(db: VaultDatabase, sealedIn?: number): Promise<void> {
  refuseNewer(await db.clear.get('keyring'), sealedIn);
}
