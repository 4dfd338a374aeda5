import { concat, type Bytes } from './bytes';
import { importAddressKey, importLogKey, rawAddressKey, rawLogKey, type VaultKey } from './vaultKeys';

/**
 * What is kept of an epoch that is over: the key of its log, as links of the log are never sealed anew, and the key of its address, as files to it may still be on their way.
 * Its vault key is given up, so no record, draft or list of that epoch opens any more, wherever a deleted piece of it still lies. 32 B each.
 */
export interface EarlierKeys {
  readonly epoch: number;
  readonly log: Bytes;
  readonly address: Bytes;
}

const KEY_BYTES = 32;

export async function earlierKeysOf(key: VaultKey): Promise<EarlierKeys> {
  return { epoch: key.epoch, log: await rawLogKey(key), address: await rawAddressKey(key) };
}

/** `log` ‖ `address`. */
export const joinEarlier = ({ log, address }: EarlierKeys): Bytes => concat(log, address);

/** null: of another length. */
export function splitEarlier(epoch: number, joined: Bytes): EarlierKeys | null {
  return joined.length === 2 * KEY_BYTES ? { epoch, log: joined.slice(0, KEY_BYTES), address: joined.slice(KEY_BYTES) } : null;
}

export function forgetEarlier({ log, address }: EarlierKeys): void {
  log.fill(0);
  address.fill(0);
}

/** The same, not extractable. `address` null: this browser knows no X25519. */
export interface OpenedEarlier {
  readonly log: CryptoKey;
  readonly address: CryptoKey | null;
}

export async function importEarlier({ log, address }: EarlierKeys): Promise<OpenedEarlier> {
  return { log: await importLogKey(log), address: await importAddressKey(address).catch(() => null) };
}
