import * as v from 'valibot';
import type { VaultDatabase } from './database';
import { NewerFormat } from './errors';
import { FORMAT } from './format/version';

const declared = v.object({ format: v.number(), minWriter: v.optional(v.number(), 0) });

/**
 * Throws NewerFormat where a newer Steading has made this vault its own since it was opened. The writing tab's lock keeps that from happening, and this is the belt:
 * whatever is written here after would be missing there. Awaits IndexedDB and nothing else, so it may stand in a transaction over `clear`.
 */
export async function checkStillOurs(db: VaultDatabase): Promise<void> {
  const stored = await db.clear.get('keyring');
  if (stored?.id !== 'keyring') return;
  const { format, minWriter } = v.parse(declared, JSON.parse(stored.text));
  if (Math.max(format, minWriter) > FORMAT) throw new NewerFormat('vault');
}
