import * as v from 'valibot';
import { looksLikeRecipient } from '../age';
import { fingerprintWords } from '../fingerprint';
import type { Keyring } from '../keyring';
import { vouchText } from '../keyring';
import { isSignedBy } from '../signature';
import { vaultIdOf } from '../vaultId';

/** Refused longer: nobody types as much into a line. */
export const line = v.pipe(v.string(), v.maxLength(500));
export const random128 = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/u));
export const instant = v.pipe(v.string(), v.isoTimestamp());
export const signature = v.pipe(v.string(), v.length(88), v.base64());
export const address = v.pipe(v.string(), v.check(looksLikeRecipient));
const publicKey = v.pipe(v.string(), v.length(88), v.base64());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** From the founder on, as in the keyring: each is vouched for by one before it. */
const officers = v.pipe(v.array(v.strictObject({
  officerId: random128, verifyKey: publicKey, vouchedBy: random128, vouch: signature, leftInEpoch: v.nullable(count),
})), v.minLength(1), v.maxLength(1000));

/** The keys by which another vault knows this one: `vaultId` names the founder's key, and the founder's line vouches for every other. */
export const teamKeys = v.strictObject({ vaultId: random128, kind: v.picklist(['work', 'training']), epoch: count, address, officers });
export type TeamKeys = v.InferOutput<typeof teamKeys>;

/** Under which law the sender holds what it hands over: Part 3 of the Data Protection Act 2018, or UK GDPR with its Article 10. */
export const regime = v.picklist(['part3', 'ukGdpr']);
export type Regime = v.InferOutput<typeof regime>;

export function teamKeysOf({ vaultId, kind, epoch, officers: all }: Keyring, ownAddress: string): TeamKeys {
  return { vaultId, kind, epoch, address: ownAddress, officers: all.map(({ officerId, verifyKey, vouchedBy, vouch, leftInEpoch }) => ({ officerId, verifyKey, vouchedBy, vouch, leftInEpoch })) };
}

/** Spoken on the telephone: of the address, and of the key that the founder's line hangs on. `vaultId` null: an address alone. */
export function teamWords({ vaultId, address: to }: { readonly vaultId: string | null; readonly address: string }): Promise<string> {
  return fingerprintWords(['steading team', 1, vaultId ?? '', to].join('|'));
}

/** The officer's key, where the founder's line reaches it and the officer had not left by the file's own account; otherwise null. */
export async function memberKey({ vaultId, officers: all }: Pick<TeamKeys, 'vaultId' | 'officers'>, wanted: string): Promise<string | null> {
  const trusted = new Map<string, string>();
  for (const { officerId, verifyKey, vouchedBy, vouch } of all) {
    const isFounder = trusted.size === 0 && vouchedBy === officerId && (await vaultIdOf(verifyKey)) === vaultId;
    const voucher = isFounder ? verifyKey : trusted.get(vouchedBy);
    if (voucher === undefined || trusted.has(officerId) || !(await isSignedBy(voucher, vouchText(vaultId, officerId, verifyKey), vouch))) return null;
    trusted.set(officerId, verifyKey);
  }
  const stays = all.some(({ officerId, leftInEpoch }) => officerId === wanted && leftInEpoch === null);
  return stays ? (trusted.get(wanted) ?? null) : null;
}
