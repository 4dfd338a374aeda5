import { concat, systemRandom, utf8, type Bytes } from './bytes';

/** 96 bits (NIST SP 800-38D). Random: a key stays far below 2^32 seals in an office's lifetime, and a new epoch starts anew. */
const IV_BYTES = 12;

export interface Sealed {
  readonly iv: Bytes;
  readonly ct: Bytes;
}

/** AES-256-GCM under a fresh random iv. The iv is never an argument: a repeated one would give the key away. */
export async function seal(key: CryptoKey, aad: string, plain: Bytes): Promise<Sealed> {
  const iv = systemRandom(IV_BYTES);
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(aad) }, key, plain);
  return { iv, ct: new Uint8Array(ct) };
}

/** null: wrong key, wrong AAD or changed bytes; which one, nobody can tell. */
export async function open(key: CryptoKey, aad: string, { iv, ct }: Sealed): Promise<Bytes | null> {
  if (iv.length !== IV_BYTES) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: utf8(aad) }, key, ct));
  } catch {
    return null;
  }
}

/** One piece: iv, then ciphertext with its tag. */
export function joinSealed({ iv, ct }: Sealed): Bytes {
  return concat(iv, ct);
}

export function splitSealed(joined: Bytes): Sealed {
  return { iv: joined.slice(0, IV_BYTES), ct: joined.slice(IV_BYTES) };
}
