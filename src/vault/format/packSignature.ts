import { toBase32 } from './base32';
import { concat, digest, utf8, type Bytes } from './bytes';

export const ED25519 = { name: 'Ed25519' } as const;
const PUBLIC_KEY_BYTES = 32;
/** 120 bits: nobody makes a second key of the same fingerprint, and 24 characters can be read out on the telephone. */
const FINGERPRINT_BYTES = 15;
const GROUP = /.{4}(?=.)/gu;

/** As shown and compared: `XXXX-XXXX-XXXX-XXXX-XXXX-XXXX`, Crockford's base 32 of a hash of the public key. */
export async function publisherFingerprint(publicKey: Bytes): Promise<string> {
  const hash = await digest(concat(utf8('steading publisher|1|'), publicKey));
  return toBase32(hash.subarray(0, FINGERPRINT_BYTES)).replace(GROUP, '$&-');
}

/** Ed25519: the fingerprint of the key; null where the signature is not its own, or the key is none. Throws where the browser knows no Ed25519. */
export async function checkPackSignature(signed: { readonly publicKey: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }): Promise<string | null> {
  const publicKey = new Uint8Array(signed.publicKey);
  if (publicKey.byteLength !== PUBLIC_KEY_BYTES) return null;
  let key: CryptoKey;
  try {
    key = await crypto.subtle.importKey('raw', publicKey, ED25519, false, ['verify']);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'DataError') return null;
    throw new Error('This browser knows no Ed25519. Update it: Chromium, Chrome and Edge know it from version 137.', { cause });
  }
  const holds = await crypto.subtle.verify(ED25519, key, new Uint8Array(signed.signature), new Uint8Array(signed.message));
  return holds ? publisherFingerprint(publicKey) : null;
}
