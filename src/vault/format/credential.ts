import { base64, fromBase64, hex, systemRandom, utf8, type Bytes } from './bytes';
import { sealTo } from './box';
import { joinEarlier, type EarlierKeys } from './earlierKeys';
import { wrappingKey, type Argon, type KdfSecret, type Kdf } from './kdf';
import { earlierKeysPurpose, signingKeyPurpose, vaultKeyPurpose, wrapAad, type Credential } from './keyring';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const SALT_BYTES = 16;

/** What a credential opens: the vault key, what is kept of earlier epochs, and its officer's signing key (PKCS #8). */
export interface Opened {
  readonly vaultKeys: readonly { readonly epoch: number; readonly raw: Bytes }[];
  readonly earlier: readonly EarlierKeys[];
  readonly signingKey: Bytes;
}

/** A passkey brings its salt along: the authenticator has answered to it already. */
function derivationOf(secret: KdfSecret, argon: Argon): { readonly kind: Credential['kind']; readonly kdf: Kdf } {
  if ('prf' in secret) return { kind: 'passkey', kdf: { name: 'webauthn-prf', salt: secret.salt, webauthnId: secret.webauthnId } };
  const salt = base64(systemRandom(SALT_BYTES));
  return 'passphrase' in secret ? { kind: 'passphrase', kdf: { name: 'argon2id', salt, ...argon } } : { kind: 'recoveryCode', kdf: { name: 'hkdf-sha-256', salt } };
}

/** A new key pair under a secret, with everything it opens sealed to its public half. */
export async function newCredential(owner: { readonly vaultId: string; readonly officerId: string; readonly epoch: number }, secret: KdfSecret, argon: Argon, opens: Opened): Promise<Credential> {
  const { kind, kdf } = derivationOf(secret, argon);
  const kek = await wrappingKey(kdf, secret);
  if (!kek) throw new TypeError('The secret does not fit its derivation.');
  const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
  const publicHalf = base64(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const { vaultId, officerId, epoch: madeInEpoch } = owner;
  const named = { credentialId: hex(systemRandom(16)), officerId, kind, kdf, madeInEpoch, publicHalf };

  const iv = systemRandom(12);
  const wrapped = await crypto.subtle.wrapKey('pkcs8', pair.privateKey, kek, { name: 'AES-GCM', iv, additionalData: utf8(wrapAad(vaultId, named)) });
  return {
    ...named,
    privateHalf: { iv: base64(iv), ct: base64(new Uint8Array(wrapped)) },
    signingKey: await sealTo(publicHalf, signingKeyPurpose(vaultId, named.credentialId, officerId), opens.signingKey),
    ...(await boxesFor({ vaultId, credentialId: named.credentialId, publicHalf }, opens)),
  };
}

/** The vault key and what is kept of earlier epochs, sealed to a public half: nobody's secret is needed. */
export async function boxesFor({ vaultId, credentialId, publicHalf }: { readonly vaultId: string; readonly credentialId: string; readonly publicHalf: string }, { vaultKeys, earlier }: Pick<Opened, 'vaultKeys' | 'earlier'>): Promise<Pick<Credential, 'vaultKeys' | 'earlierKeys'>> {
  const sealed = await Promise.all(vaultKeys.map(async ({ epoch, raw }) => ({ epoch, box: await sealTo(publicHalf, vaultKeyPurpose(vaultId, credentialId, epoch), raw) })));
  if (earlier.length === 0) return { vaultKeys: sealed };
  return { vaultKeys: sealed, earlierKeys: await Promise.all(earlier.map(async (keys) => ({ epoch: keys.epoch, box: await sealTo(publicHalf, earlierKeysPurpose(vaultId, credentialId, keys.epoch), joinEarlier(keys)) }))) };
}

/** The private half, not extractable. null: not this secret. */
export async function unwrapPrivateHalf(vaultId: string, credential: Credential, secret: KdfSecret): Promise<CryptoKey | null> {
  const kek = await wrappingKey(credential.kdf, secret);
  if (!kek) return null;
  const { iv, ct } = credential.privateHalf;
  const algorithm = { name: 'AES-GCM', iv: fromBase64(iv), additionalData: utf8(wrapAad(vaultId, credential)) };
  try {
    return await crypto.subtle.unwrapKey('pkcs8', fromBase64(ct), kek, algorithm, CURVE, false, ['deriveBits']);
  } catch {
    return null;
  }
}
