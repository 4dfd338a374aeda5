import { hex, systemRandom } from './bytes';
import { newCredential, type Opened } from './credential';
import { type Argon, type KdfSecret } from './kdf';
import { keyringText, vouchText, type Keyring } from './keyring';
import { newSigningKey, sign } from './signature';
import { vaultIdOf } from './vaultId';
import { FORMAT } from './version';

/** A vault's first keyring: a fresh vault key, its founder's signing key, and one credential for each secret. */
export async function newKeyring(request: { readonly kind: Keyring['kind']; readonly secrets: readonly KdfSecret[]; readonly argon: Argon }): Promise<Keyring> {
  const { privateHalf, verifyKey } = await newSigningKey();
  const vaultId = await vaultIdOf(verifyKey);
  const officerId = hex(systemRandom(16));
  const raw = systemRandom(32);
  const opens: Opened = { vaultKeys: [{ epoch: 1, raw }], earlier: [], signingKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateHalf)) };
  const credentials = [];
  for (const secret of request.secrets) credentials.push(await newCredential({ vaultId, officerId, epoch: 1 }, secret, request.argon, opens));
  raw.fill(0);
  opens.signingKey.fill(0);

  const founder = { officerId, verifyKey, vouchedBy: officerId, vouch: await sign(privateHalf, vouchText(vaultId, officerId, verifyKey)), leftInEpoch: null };
  return signKeyring({ format: FORMAT, minWriter: FORMAT, vaultId, kind: request.kind, epoch: 1, rev: 1, officers: [founder], credentials, signedBy: officerId }, privateHalf);
}

export async function signKeyring(keyring: Omit<Keyring, 'signature'>, signingKey: CryptoKey): Promise<Keyring> {
  return { ...keyring, signature: await sign(signingKey, keyringText(keyring)) };
}
