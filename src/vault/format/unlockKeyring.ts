import { openBox } from './box';
import type { Bytes } from './bytes';
import { newCredential, unwrapPrivateHalf, type Opened } from './credential';
import { forgetEarlier, importEarlier, splitEarlier, type EarlierKeys, type OpenedEarlier } from './earlierKeys';
import type { Argon, KdfSecret } from './kdf';
import { earlierKeysPurpose, signingKeyPurpose, vaultKeyPurpose, type Credential, type Keyring } from './keyring';
import { signKeyring } from './newKeyring';
import { importSigningKey, isSignedBy, sign } from './signature';
import { importVaultKey, type VaultKey } from './vaultKeys';

/** An opened keyring. None of the keys can be exported: to seal them anew they are read from their boxes again. */
export interface Unlocked {
  readonly credential: Credential;
  readonly privateHalf: CryptoKey;
  readonly signingKey: CryptoKey;
  readonly vaultKeys: ReadonlyMap<number, VaultKey>;
  /** Of epochs whose vault key is given up. */
  readonly earlier: ReadonlyMap<number, OpenedEarlier>;
}

/**
 * 'wrong': no credential opens with this secret. 'damaged': one does, but what it holds does not fit. The keyring must come from readKeyring.
 * A passphrase names nobody, so it is tried against each officer's; `first`: the credential to begin with.
 */
export async function unlockKeyring(keyring: Keyring, secret: KdfSecret, first: string | null = null): Promise<Unlocked | 'wrong' | 'damaged'> {
  const likely = keyring.credentials.filter(({ credentialId }) => credentialId === first);
  for (const credential of [...likely, ...keyring.credentials.filter(({ credentialId }) => credentialId !== first)]) {
    const privateHalf = await unwrapPrivateHalf(keyring.vaultId, credential, secret);
    if (privateHalf) return openCredential(keyring, credential, privateHalf);
  }
  return 'wrong';
}

async function openCredential(keyring: Keyring, credential: Credential, privateHalf: CryptoKey): Promise<Unlocked | 'damaged'> {
  const { vaultId, epoch: currentEpoch } = keyring;
  const opened = await readBoxes(vaultId, credential, privateHalf);
  if (!opened) return 'damaged';
  const vaultKeys = new Map<number, VaultKey>();
  for (const { epoch, raw } of opened.vaultKeys) vaultKeys.set(epoch, await importVaultKey(vaultId, epoch, raw));
  const earlier = new Map<number, OpenedEarlier>();
  for (const keys of opened.earlier) earlier.set(keys.epoch, await importEarlier(keys));
  const signingKey = await importSigningKey(opened.signingKey);
  forget(opened);
  if (!vaultKeys.has(currentEpoch) || !(await belongsTo(keyring, credential.officerId, signingKey))) return 'damaged';
  return { credential, privateHalf, signingKey, vaultKeys, earlier };
}

export async function readBoxes(vaultId: string, credential: Credential, privateHalf: CryptoKey): Promise<Opened | null> {
  const { credentialId, officerId, publicHalf } = credential;
  const signingKey = await openBox(privateHalf, publicHalf, signingKeyPurpose(vaultId, credentialId, officerId), credential.signingKey);
  const vaultKeys: { epoch: number; raw: Bytes }[] = [];
  for (const { epoch, box } of credential.vaultKeys) {
    const raw = await openBox(privateHalf, publicHalf, vaultKeyPurpose(vaultId, credentialId, epoch), box);
    if (raw?.length !== 32) return null;
    vaultKeys.push({ epoch, raw });
  }
  const earlier: EarlierKeys[] = [];
  for (const { epoch, box } of credential.earlierKeys ?? []) {
    const joined = await openBox(privateHalf, publicHalf, earlierKeysPurpose(vaultId, credentialId, epoch), box);
    const keys = joined && splitEarlier(epoch, joined);
    if (!keys) return null;
    earlier.push(keys);
  }
  return signingKey && { signingKey, vaultKeys, earlier };
}

export function forget({ vaultKeys, earlier, signingKey }: Opened): void {
  signingKey.fill(0);
  earlier.forEach(forgetEarlier);
  for (const { raw } of vaultKeys) raw.fill(0);
}

/** The signing key must be the one that the founder's line vouches for. */
async function belongsTo({ officers }: Keyring, officer: string, signingKey: CryptoKey): Promise<boolean> {
  const verifyKey = officers.find(({ officerId }) => officerId === officer)?.verifyKey;
  const text = 'steading self-check|1';
  return verifyKey !== undefined && (await isSignedBy(verifyKey, text, await sign(signingKey, text)));
}

/**
 * The keyring with a new credential of the same officer in place of theirs of the secret's kind: a new pair, so the old secret opens no later epoch.
 * Passkeys stand beside each other: one for each device that makes them.
 */
export async function replaceSecret(keyring: Keyring, { credential, privateHalf, signingKey }: Unlocked, secret: KdfSecret, argon: Argon): Promise<Keyring> {
  const opened = await readBoxes(keyring.vaultId, credential, privateHalf);
  if (!opened) throw new TypeError('An unlocked credential opens its own boxes.');
  const { officerId } = credential;
  const fresh = await newCredential({ vaultId: keyring.vaultId, officerId, epoch: keyring.epoch }, secret, argon, opened);
  forget(opened);
  const kept = keyring.credentials.filter((one) => one.officerId !== officerId || one.kind !== fresh.kind || fresh.kind === 'passkey');
  return signKeyring({ ...keyring, rev: keyring.rev + 1, credentials: [fresh, ...kept], signedBy: officerId }, signingKey);
}
