import type { Passkey } from './authenticator';
import type { DoorEdges } from './doorOptions';
import { readKeyring } from './format/readKeyring';
import { storedKeyringText } from './vaultShelf';

/** The passkeys that may open a vault: random ids, in clear in its keyring. Throws DamagedVault, NewerFormat. */
export async function passkeysOf(vaultId: string, { argonLimits }: DoorEdges): Promise<readonly Passkey[]> {
  const text = await storedKeyringText(vaultId);
  if (text === null) return [];
  const { credentials } = await readKeyring(text, { what: 'vault', argonLimits });
  return credentials.flatMap(({ kdf }) => (kdf.name === 'webauthn-prf' ? [{ webauthnId: kdf.webauthnId, salt: kdf.salt }] : []));
}
