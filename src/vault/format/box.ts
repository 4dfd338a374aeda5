import { open, seal } from './aesGcm';
import { base64, concat, fromBase64, utf8, type Bytes } from './bytes';

/** Bytes sealed to the public half of a credential: whoever seals needs none of its secrets. All base64. */
export interface Box {
  /** The throw-away public key: 65 bytes, uncompressed. */
  readonly ephemeral: string;
  readonly iv: string;
  readonly ct: string;
}

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

async function boxKey(privateHalf: CryptoKey, publicHalf: CryptoKey, bothPublicRaw: Bytes, purpose: string): Promise<CryptoKey> {
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: publicHalf }, privateHalf, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const params = { name: 'HKDF', hash: 'SHA-256', salt: bothPublicRaw, info: utf8(purpose) };
  return crypto.subtle.deriveKey(params, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Ephemeral-static ECDH P-256, HKDF-SHA-256 (salt: ephemeral ‖ recipient; info: purpose), AES-256-GCM (AAD: purpose). */
export async function sealTo(recipient: string, purpose: string, plain: Bytes): Promise<Box> {
  const recipientRaw = fromBase64(recipient);
  const ephemeral = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const ephemeralRaw = new Uint8Array(await crypto.subtle.exportKey('raw', ephemeral.publicKey));
  const publicHalf = await crypto.subtle.importKey('raw', recipientRaw, CURVE, false, []);
  const key = await boxKey(ephemeral.privateKey, publicHalf, concat(ephemeralRaw, recipientRaw), purpose);
  const { iv, ct } = await seal(key, purpose, plain);
  return { ephemeral: base64(ephemeralRaw), iv: base64(iv), ct: base64(ct) };
}

/** null: not for this key pair, for another purpose, or changed. */
export async function openBox(privateHalf: CryptoKey, recipient: string, purpose: string, box: Box): Promise<Bytes | null> {
  const ephemeralRaw = fromBase64(box.ephemeral);
  let ephemeral: CryptoKey;
  try {
    ephemeral = await crypto.subtle.importKey('raw', ephemeralRaw, CURVE, false, []);
  } catch {
    return null;
  }
  const key = await boxKey(privateHalf, ephemeral, concat(ephemeralRaw, fromBase64(recipient)), purpose);
  return open(key, purpose, { iv: fromBase64(box.iv), ct: fromBase64(box.ct) });
}
