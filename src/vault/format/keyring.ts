import * as v from 'valibot';
import { canonicalText } from './canonicalText';
import { FORMAT } from './version';

/**
 * The keyring: all that is needed to open a vault except the secret, so it lies in clear. Nobody's name is in it.
 *
 *   vaultId = first 128 bits of SHA-256 over the founder's verify key   pins the founder
 *   the founder vouches for officers, they for others                  pins every verify key
 *   an officer who has not left signs the whole                         pins every public half, box and parameter
 *   the wrapped private half carries the vaultId in its AAD             ties all of it to the typed secret
 *
 * So whoever can write to the disk cannot slip in a key of their own: an officer's secret opens nothing that the founder's line did not sign.
 */
export const random128 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
const whole = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff_ffff));
const epoch = v.pipe(whole, v.minValue(1));
const bytesOf = (atMostBytes: number) => v.pipe(v.string(), v.maxLength(Math.ceil(atMostBytes / 3) * 4), v.base64());
const publicKey = v.pipe(v.string(), v.length(88), v.base64());
export const signature = v.pipe(v.string(), v.length(88), v.base64());

const box = v.strictObject({ ephemeral: publicKey, iv: bytesOf(12), ct: bytesOf(512) });

const kdf = v.variant('name', [
  v.strictObject({ name: v.literal('argon2id'), salt: bytesOf(64), memoryKiB: whole, iterations: whole, parallelism: whole }),
  v.strictObject({ name: v.literal('hkdf-sha-256'), salt: bytesOf(64) }),
  v.strictObject({ name: v.literal('webauthn-prf'), salt: bytesOf(64), webauthnId: bytesOf(1023) }),
]);

const credential = v.strictObject({
  credentialId: random128,
  officerId: random128,
  kind: v.picklist(['passphrase', 'recoveryCode', 'passkey']),
  kdf,
  madeInEpoch: epoch,
  /** ECDH P-256: base64 of 65 bytes, uncompressed. */
  publicHalf: publicKey,
  /** PKCS #8 under the key from the secret. */
  privateHalf: v.strictObject({ iv: bytesOf(12), ct: bytesOf(512) }),
  /** The officer's ECDSA P-256 key (PKCS #8), sealed to the public half. */
  signingKey: box,
  /** The vault key of the epoch, sealed to the public half. Before earlierKeys there were: of each epoch. */
  vaultKeys: v.pipe(v.array(v.strictObject({ epoch, box })), v.minLength(1), v.maxLength(1000)),
  /** Of epochs that are over: what opens their log and the files sealed to their address (earlierKeys.ts), and no record. Absent: there are none. */
  earlierKeys: v.exactOptional(v.pipe(v.array(v.strictObject({ epoch, box })), v.maxLength(1000))),
});

const officerSchema = v.strictObject({
  officerId: random128,
  /** ECDSA P-256: base64 of 65 bytes. */
  verifyKey: publicKey,
  /** The founder: by itself. */
  vouchedBy: random128,
  vouch: signature,
  /** From this epoch on the officer's signature counts no more; null: a member. */
  leftInEpoch: v.nullable(epoch),
});

/** The founder first; each is vouched for by one before it. */
export const officersSchema = v.pipe(v.array(officerSchema), v.minLength(1), v.maxLength(1000));

export const keyringSchema = v.strictObject({
  format: v.literal(FORMAT),
  /** The oldest format whose writers may write here. */
  minWriter: v.literal(FORMAT),
  vaultId: random128,
  kind: v.picklist(['work', 'training']),
  epoch,
  /** Counts changes of the keyring. */
  rev: epoch,
  officers: officersSchema,
  credentials: v.pipe(v.array(credential), v.minLength(1), v.maxLength(3000)),
  signedBy: random128,
  signature,
});

export type Keyring = v.InferOutput<typeof keyringSchema>;
export type Credential = Keyring['credentials'][number];

/** What an officer who vouches puts their signature to. */
export function vouchText(vaultId: string, officerId: string, verifyKey: string): string {
  return ['steading officer', FORMAT, vaultId, officerId, verifyKey].join('|');
}

/** What the last officer to change the keyring signed: all of it but the signature. */
export function keyringText(keyring: Omit<Keyring, 'signature'> & { readonly signature?: string }): string {
  // canonicalText leaves out what is undefined.
  return ['steading keyring', FORMAT, canonicalText({ ...keyring, signature: undefined })].join('|');
}

/** AAD of a wrapped private half. */
export function wrapAad(vaultId: string, credential: Omit<Credential, 'privateHalf' | 'signingKey' | 'vaultKeys' | 'earlierKeys'>): string {
  const { credentialId, officerId, kind, kdf: parameters, madeInEpoch, publicHalf } = credential;
  return ['steading wrap', FORMAT, vaultId, officerId, credentialId, kind, madeInEpoch, publicHalf, canonicalText(parameters)].join('|');
}

export function vaultKeyPurpose(vaultId: string, credentialId: string, ofEpoch: number): string {
  return ['steading vault key', FORMAT, vaultId, credentialId, ofEpoch].join('|');
}

export function earlierKeysPurpose(vaultId: string, credentialId: string, ofEpoch: number): string {
  return ['steading earlier keys', FORMAT, vaultId, credentialId, ofEpoch].join('|');
}

export function signingKeyPurpose(vaultId: string, credentialId: string, officerId: string): string {
  return ['steading signing key', FORMAT, vaultId, credentialId, officerId].join('|');
}
