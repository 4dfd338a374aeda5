import { LastOfficer } from '../errors';
import { hex, systemRandom } from './bytes';
import { boxesFor, newCredential } from './credential';
import { earlierKeysOf } from './earlierKeys';
import type { Argon, KdfSecret } from './kdf';
import { vouchText, type Credential, type Keyring } from './keyring';
import { signKeyring } from './newKeyring';
import { newSigningKey, sign } from './signature';
import { forget, readBoxes, type Unlocked } from './unlockKeyring';
import { importVaultKey, type VaultKey } from './vaultKeys';

/** A new officer with a signing key of their own, vouched for by the one who is present, and a credential for each of their secrets that opens every epoch. */
export async function addOfficer(keyring: Keyring, { credential, privateHalf, signingKey }: Unlocked, secrets: readonly KdfSecret[], argon: Argon): Promise<{ readonly keyring: Keyring; readonly officerId: string }> {
  const { vaultId, epoch } = keyring;
  const opened = await readBoxes(vaultId, credential, privateHalf);
  if (!opened) throw new TypeError('An unlocked credential opens its own boxes.');
  const theirs = await newSigningKey();
  const officerId = hex(systemRandom(16));
  const opens = { vaultKeys: opened.vaultKeys, earlier: opened.earlier, signingKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', theirs.privateHalf)) };
  const credentials: Credential[] = [];
  for (const secret of secrets) credentials.push(await newCredential({ vaultId, officerId, epoch }, secret, argon, opens));
  forget(opened);
  opens.signingKey.fill(0);
  const vouchedBy = credential.officerId;
  const officer = { officerId, verifyKey: theirs.verifyKey, vouchedBy, vouch: await sign(signingKey, vouchText(vaultId, officerId, theirs.verifyKey)), leftInEpoch: null };
  const next = { ...keyring, rev: keyring.rev + 1, officers: [...keyring.officers, officer], credentials: [...keyring.credentials, ...credentials], signedBy: vouchedBy };
  return { keyring: await signKeyring(next, signingKey), officerId };
}

/** Without one credential; its secret still opens older copies. */
export async function dropCredential(keyring: Keyring, { credential: { officerId }, signingKey }: Unlocked, credentialId: string): Promise<Keyring> {
  const credentials = keyring.credentials.filter((one) => one.credentialId !== credentialId || one.officerId !== officerId);
  return signKeyring({ ...keyring, rev: keyring.rev + 1, credentials, signedBy: officerId }, signingKey);
}

export interface NextEpoch {
  readonly keyring: Keyring;
  /** The new vault key, not extractable. */
  readonly vaultKey: VaultKey;
  /** The open credential with a box for the new epoch, also where it left the keyring meanwhile. */
  readonly credential: Credential;
}

/**
 * A fresh vault key, sealed to the public halves of everybody who stays: nobody's secret is needed. Of the epochs before, only what opens their log and their address is kept. `leaving`: who is not given it, and loses their ways in.
 * `signer`: whoever leaves cannot sign that they left, so another officer does. Throws LastOfficer.
 */
export async function nextEpoch(keyring: Keyring, open: Unlocked, leaving: string | null, signer: Pick<Unlocked, 'credential' | 'signingKey'> = open): Promise<NextEpoch> {
  const { vaultId } = keyring;
  const epoch = keyring.epoch + 1;
  const officers = keyring.officers.map((one) => (one.officerId === leaving && one.leftInEpoch === null ? { ...one, leftInEpoch: epoch } : one));
  const staying = new Set(officers.filter(({ leftInEpoch }) => leftInEpoch === null).map(({ officerId }) => officerId));
  if (staying.size === 0) throw new LastOfficer();
  if (!staying.has(signer.credential.officerId)) throw new TypeError('Whoever leaves cannot sign for it.');
  const raw = systemRandom(32);
  const opened = await readBoxes(vaultId, open.credential, open.privateHalf);
  if (!opened) throw new TypeError('An unlocked credential opens its own boxes.');
  const over = await Promise.all(opened.vaultKeys.map(async (key) => earlierKeysOf(await importVaultKey(vaultId, key.epoch, key.raw))));
  const opens = { vaultKeys: [{ epoch, raw }], earlier: [...opened.earlier, ...over] };
  const withBoxes = async (credential: Credential): Promise<Credential> => ({ ...credential, ...(await boxesFor({ vaultId, ...credential }, opens)) });
  const credentials = await Promise.all(keyring.credentials.filter(({ officerId }) => staying.has(officerId)).map(withBoxes));
  const credential = await withBoxes(open.credential);
  const vaultKey = await importVaultKey(vaultId, epoch, raw);
  raw.fill(0);
  forget({ ...opened, earlier: opens.earlier });
  const signed = await signKeyring({ ...keyring, epoch, rev: keyring.rev + 1, officers, credentials, signedBy: signer.credential.officerId }, signer.signingKey);
  return { keyring: signed, vaultKey, credential };
}
