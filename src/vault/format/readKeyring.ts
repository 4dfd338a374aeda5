import * as v from 'valibot';
import { DamagedVault, NewerFormat } from '../errors';
import { ARGON_LIMITS, isWithin, type ArgonLimits } from './kdf';
import { keyringSchema, keyringText, type Credential, vouchText, type Keyring } from './keyring';
import { isSignedBy } from './signature';
import { vaultIdOf } from './vaultId';
import { FORMAT } from './version';

const DERIVATIONS = { passphrase: 'argon2id', recoveryCode: 'hkdf-sha-256', passkey: 'webauthn-prf' } as const satisfies Record<Credential['kind'], Credential['kdf']['name']>;

const someFormat = v.object({ format: v.number(), minWriter: v.optional(v.number(), 0) });

/**
 * A keyring from its JSON, checked without any secret: so what fails later is the secret and nothing else.
 * Throws NewerFormat, DamagedVault.
 */
export async function readKeyring(text: string, { what, argonLimits = ARGON_LIMITS }: { readonly what: 'vault' | 'backup'; readonly argonLimits?: ArgonLimits }): Promise<Keyring> {
  const raw = parseJson(text);
  const declared = v.safeParse(someFormat, raw);
  if (declared.success && Math.max(declared.output.format, declared.output.minWriter) > FORMAT) throw new NewerFormat(what);
  const parsed = v.safeParse(keyringSchema, raw);
  if (!parsed.success) throw new DamagedVault('its keys cannot be read');
  await checkSignatures(parsed.output);
  checkParameters(parsed.output, argonLimits);
  return parsed.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedVault('its keys cannot be read');
  }
}

/** Ids of all officers, each vouched for by one before it, the first named by the vault's id. Throws DamagedVault. */
export async function checkVouches({ vaultId, officers }: Pick<Keyring, 'vaultId' | 'officers'>): Promise<ReadonlySet<string>> {
  const trusted = new Map<string, string>();
  for (const { officerId, verifyKey, vouchedBy, vouch } of officers) {
    const isFounder = trusted.size === 0 && vouchedBy === officerId && (await vaultIdOf(verifyKey)) === vaultId;
    const voucher = isFounder ? verifyKey : trusted.get(vouchedBy);
    const isVouchedFor = voucher !== undefined && !trusted.has(officerId) && (await isSignedBy(voucher, vouchText(vaultId, officerId, verifyKey), vouch));
    if (!isVouchedFor) throw new DamagedVault('it names an officer that nobody vouches for');
    trusted.set(officerId, verifyKey);
  }
  return new Set(trusted.keys());
}

async function checkSignatures(keyring: Keyring): Promise<void> {
  const { officers, credentials, signedBy, signature } = keyring;
  const trusted = await checkVouches(keyring);
  const signer = officers.find(({ officerId, leftInEpoch }) => officerId === signedBy && leftInEpoch === null);
  if (!signer || !(await isSignedBy(signer.verifyKey, keyringText(keyring), signature))) throw new DamagedVault('its keys were changed');
  if (credentials.some(({ officerId }) => !trusted.has(officerId))) throw new DamagedVault('it holds a credential of nobody');
  const left = new Set(officers.filter(({ leftInEpoch }) => leftInEpoch !== null).map(({ officerId }) => officerId));
  if (credentials.some(({ officerId }) => left.has(officerId))) throw new DamagedVault('it holds a credential of an officer who left');
}

function checkParameters({ credentials }: Keyring, limits: ArgonLimits): void {
  for (const { kind, kdf } of credentials) {
    if (DERIVATIONS[kind] !== kdf.name) throw new DamagedVault('a credential has the wrong derivation');
    if (kdf.name === 'argon2id' && !isWithin(kdf, limits)) throw new DamagedVault('its passphrase derivation asks for more or less than Steading allows');
  }
}
