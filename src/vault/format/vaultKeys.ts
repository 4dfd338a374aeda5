import { concat, utf8, type Bytes } from './bytes';
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

/** PrivateKeyInfo of X25519 (RFC 8410) up to its 32 bytes. */
const X25519_PKCS8_HEAD = Uint8Array.of(0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20);

/** X25519, not extractable: opens the age files that are sealed to the vault's address of this epoch. Any 32 bytes are such a key: X25519 clamps them itself (RFC 7748, 5). */
export async function addressKey(key: VaultKey): Promise<CryptoKey> {
  const scalar = await rawAddressKey(key);
  try {
    return await importAddressKey(scalar);
  } finally {
    scalar.fill(0);
  }
}

/** The scalar of the above in the raw: for the keys that outlive an epoch (earlierKeys.ts), and for nothing else. */
export async function rawAddressKey(key: VaultKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(key, 'hand-over'), key.base, 256));
}

export async function importAddressKey(scalar: Bytes): Promise<CryptoKey> {
  const pkcs8 = concat(X25519_PKCS8_HEAD, scalar);
  try {
    return await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  } catch (cause) {
    throw new Error('This browser knows no X25519, which hand-over needs. Update it: Chromium, Chrome and Edge know it from version 133. Nothing else is affected.', { cause });
  } finally {
    pkcs8.fill(0);
  }
}

/** HMAC-SHA-256: names rows, so that no id of ours is on disk. */
export function namingKey(key: VaultKey): Promise<CryptoKey> {
  return crypto.subtle.deriveKey(hkdf(key, 'name'), key.base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

/** K_log of an epoch in the raw, as sealingKey derives it: for an export of the log and for the keys that outlive an epoch (earlierKeys.ts), and for nothing else. It opens the log of its epoch, and no record. */
export async function rawLogKey(key: VaultKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.deriveBits(hkdf(key, 'log'), key.base, 256));
}

/** Not extractable. */
export function importLogKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
