import { utf8, type Bytes } from './bytes';
import { FORMAT } from './version';

/** One AES-256-GCM key a purpose, so that no ciphertext of one can stand for another. */
export type SealingPurpose = 'record' | 'index' | 'draft' | 'log' | 'attachment' | 'journal' | 'backup';

/** The 256-bit vault key of one epoch; everything else hangs on it. */
export interface VaultKey {
  readonly vaultId: string;
  readonly epoch: number;
  /** HKDF, not extractable. */
  readonly base: CryptoKey;
}

export async function importVaultKey(vaultId: string, epoch: number, raw: Bytes): Promise<VaultKey> {
  return { vaultId, epoch, base: await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']) };
}

function hkdf({ vaultId, epoch }: VaultKey, purpose: string): HkdfParams {
  return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: utf8(['steading key', FORMAT, vaultId, epoch, purpose].join('|')) };
}

export function sealingKey(key: VaultKey, purpose: SealingPurpose): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(key, purpose), key.base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** HMAC-SHA-256: names rows, so that no id of ours is on disk. */
export function namingKey(key: VaultKey): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(key, 'name'), key.base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** K_log of an epoch in the raw, as sealingKey derives it: for an export of the log, and for nothing else. It opens the log of its epoch, and no record. */
export async function rawLogKey(key: VaultKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(key, 'log'), key.base, 256));
}
