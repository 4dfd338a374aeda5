import { argon2id } from 'hash-wasm';
import { fromBase64, utf8, type Bytes } from './bytes';
import { normalPassphrase } from './passphrase';

export interface Argon {
  readonly memoryKiB: number;
  readonly iterations: number;
  readonly parallelism: number;
}

/** 0.6 s on the class of tablet in use; RFC 9106's second choice has half the memory. */
export const ARGON: Argon = { memoryKiB: 128 * 1024, iterations: 3, parallelism: 1 };

/** What a keyring may ask for. */
export interface ArgonLimits {
  readonly floorKiB: number;
  readonly ceilingKiB: number;
  readonly mostIterations: number;
}

/** Floor: RFC 9106 section 4, for memory-constrained machines. Ceiling: a prepared file must not be able to stop the device. */
export const ARGON_LIMITS: ArgonLimits = { floorKiB: 64 * 1024, ceilingKiB: 512 * 1024, mostIterations: 16 };

export function isWithin({ memoryKiB, iterations, parallelism }: Argon, limits: ArgonLimits): boolean {
  return memoryKiB >= limits.floorKiB && memoryKiB <= limits.ceilingKiB && iterations >= 1 && iterations <= limits.mostIterations && parallelism === 1;
}

/** How a credential's key comes from its secret. `salt`: base64 of 16 random bytes. */
export type Kdf =
  | ({ readonly name: 'argon2id'; readonly salt: string } & Argon)
  | { readonly name: 'hkdf-sha-256'; readonly salt: string }
  /** `salt`: base64 of 32 random bytes, given to the authenticator and to HKDF; `webauthnId`: base64 of the authenticator's own id for the passkey. */
  | { readonly name: 'webauthn-prf'; readonly salt: string; readonly webauthnId: string };

/** A passkey, and what its PRF extension answered to the salt (32 bytes). */
export interface PasskeySecret {
  readonly prf: Bytes;
  readonly salt: string;
  readonly webauthnId: string;
}

/** What the officer types, or their passkey answers. `code`: the recovery code's 16 bytes. */
export type KdfSecret = { readonly passphrase: string } | { readonly code: Bytes } | PasskeySecret;

const PASSKEY_INFO = 'steading passkey|1';

/** The key that wraps the private half of a credential's key pair, and nothing else. null: the secret is not of this kind. */
export async function wrappingKey(kdf: Kdf, secret: KdfSecret): Promise<CryptoKey | null> {
  if (kdf.name === 'argon2id') return 'passphrase' in secret ? fromPassphrase(kdf, secret.passphrase) : null;
  if (kdf.name === 'webauthn-prf') return 'prf' in secret && secret.webauthnId === kdf.webauthnId ? fromRandom(kdf.salt, secret.prf, PASSKEY_INFO) : null;
  return 'code' in secret ? fromRandom(kdf.salt, secret.code, 'steading recovery code|1') : null;
}

async function fromPassphrase({ salt, memoryKiB, iterations, parallelism }: Argon & { readonly salt: string }, passphrase: string): Promise<CryptoKey> {
  const raw = await argon2id({
    password: utf8(normalPassphrase(passphrase)), salt: fromBase64(salt), memorySize: memoryKiB, iterations, parallelism, hashLength: 32, outputType: 'binary',
  });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
  raw.fill(0);
  return key;
}

/** Of secrets that are random already: the recovery code, a passkey's answer. */
async function fromRandom(salt: string, secret: Bytes, info: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const params = { name: 'HKDF', hash: 'SHA-256', salt: fromBase64(salt), info: utf8(info) };
  return crypto.subtle.deriveKey(params, base, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}
