import { base64, fromBase64, utf8 } from './bytes';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Base64 of 64 bytes (r ‖ s) over the UTF-8 of `text`. Every text starts with what it is, so that no signature serves twice. */
export async function sign(signingKey: CryptoKey, text: string): Promise<string> {
  return base64(new Uint8Array(await crypto.subtle.sign(ALGORITHM, signingKey, utf8(text))));
}

/** `verifyKey`: base64 of the 65-byte public key. false also for a key that is none. */
export async function isSignedBy(verifyKey: string, text: string, signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64(verifyKey), CURVE, false, ['verify']);
    return await crypto.subtle.verify(ALGORITHM, key, fromBase64(signature), utf8(text));
  } catch {
    return false;
  }
}

/** Extractable, for the one moment in which it is sealed to its officer's credentials. */
export async function newSigningKey(): Promise<{ readonly privateHalf: CryptoKey; readonly verifyKey: string }> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  return { privateHalf: pair.privateKey, verifyKey: base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))) };
}

export function importSigningKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('pkcs8', pkcs8, CURVE, false, ['sign']);
}
