import * as v from 'valibot';
import { base64, fromBase64, systemRandom, utf8, type Bytes } from './bytes';
import { canonicalText } from './canonicalText';
import { ARGON, ARGON_LIMITS, isWithin, wrappingKey, type Argon, type Kdf } from './kdf';
import { checkPassphrase } from './passphrase';
import { ED25519, publisherFingerprint } from './packSignature';

const bytes = v.pipe(v.string(), v.base64());
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** The file of a publisher's key: JSON, the private half (PKCS #8) wrapped under Argon2id and AES-256-GCM as in the vault (ADR 0006). */
const keyFile = v.strictObject({
  format: v.literal('steading-publisher-key'),
  version: v.literal(1),
  /** For people to tell keys apart by; what counts is computed from the public key. */
  fingerprint: v.string(),
  publicKey: bytes,
  kdf: v.strictObject({ name: v.literal('argon2id'), salt: bytes, memoryKiB: positive, iterations: positive, parallelism: positive }),
  privateHalf: v.strictObject({ iv: bytes, ct: bytes }),
});

export interface PublisherKey {
  readonly publicKey: Bytes;
  readonly fingerprint: string;
  readonly sign: (message: Uint8Array) => Promise<Bytes>;
}

/** The public key and the derivation are part of what is sealed: neither can be exchanged for another. */
const aadOf = (publicKey: string, kdf: Kdf) => utf8(['steading publisher key', 1, publicKey, canonicalText(kdf)].join('|'));

/** A new Ed25519 pair as the text of its file. Throws WeakPassphrase. */
export async function newPublisherKey(passphrase: string, argon: Argon = ARGON): Promise<{ readonly text: string; readonly fingerprint: string }> {
  checkPassphrase(passphrase);
  const pair = await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify']) as CryptoKeyPair;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  const [publicKey, fingerprint] = [base64(raw), await publisherFingerprint(raw)];
  const kdf = { name: 'argon2id', salt: base64(systemRandom(16)), ...argon } as const;
  const iv = systemRandom(12);
  const kek = await wrappingKey(kdf, { passphrase });
  if (!kek) throw new TypeError('A passphrase does not fit this derivation.');
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, kek, { name: 'AES-GCM', iv, additionalData: aadOf(publicKey, kdf) });
  const file: v.InferOutput<typeof keyFile> = { format: 'steading-publisher-key', version: 1, fingerprint, publicKey, kdf, privateHalf: { iv: base64(iv), ct: base64(new Uint8Array(wrapped)) } };
  return { text: `${JSON.stringify(file, null, 2)}\n`, fingerprint };
}

/** 'wrong': not this passphrase, or a changed file; 'notAKey': another file. */
export async function openPublisherKey(text: string, passphrase: string): Promise<PublisherKey | 'wrong' | 'notAKey'> {
  const file = readKeyFile(text);
  if (file === null) return 'notAKey';
  const { publicKey, kdf, privateHalf } = file;
  const kek = await wrappingKey(kdf, { passphrase });
  if (!kek) return 'notAKey';
  try {
    const raw = fromBase64(publicKey);
    const aes = { name: 'AES-GCM', iv: fromBase64(privateHalf.iv), additionalData: aadOf(publicKey, kdf) };
    const key = await crypto.subtle.unwrapKey('pkcs8', fromBase64(privateHalf.ct), kek, aes, ED25519, false, ['sign']);
    return {
      publicKey: raw, fingerprint: await publisherFingerprint(raw),
      sign: async (message) => new Uint8Array(await crypto.subtle.sign(ED25519, key, new Uint8Array(message))),
    };
  } catch {
    return 'wrong';
  }
}

/** null: not the file of a publisher's key, or one that asks for a derivation beyond the vault's limits. */
function readKeyFile(text: string): v.InferOutput<typeof keyFile> | null {
  try {
    const { success, output } = v.safeParse(keyFile, JSON.parse(text));
    return success && isWithin(output.kdf, ARGON_LIMITS) ? output : null;
  } catch {
    return null;
  }
}
