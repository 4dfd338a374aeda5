import type { TeamKeys } from '@/vault/format/handOver/team';
import type { Manifest } from '@/vault/format/handOver/manifest';
import type { Part } from '@/vault/format/handOver/file';
import { newAgeAddress } from '@/vault/format/age';
import { vouchText } from '@/vault/format/keyring';
import { newSigningKey, sign } from '@/vault/format/signature';
import { vaultIdOf } from '@/vault/format/vaultId';

const OFFICER = 'a'.repeat(32);

/** A team of one founder, without a vault: a key to sign with and an address to seal to. */
export async function newTeam() {
  const { privateHalf, verifyKey } = await newSigningKey();
  const vaultId = await vaultIdOf(verifyKey);
  const { identity, recipient } = await newAgeAddress();
  const founder = { officerId: OFFICER, verifyKey, vouchedBy: OFFICER, vouch: await sign(privateHalf, vouchText(vaultId, OFFICER, verifyKey)), leftInEpoch: null };
  const keys: TeamKeys = { vaultId, kind: 'work', epoch: 1, address: recipient, officers: [founder] };
  return { keys, identity, recipient, founderKey: privateHalf, signs: (text: string) => sign(privateHalf, text) };
}

export const PARTS: readonly Part[] = [
  { name: 'person', fields: 1, value: { reference: 'V-1002' } },
  { name: 'outcome', fields: 2, value: { decision: 'manageable', conditions: 'None: “as agreed”.' } },
];

export const aboutFile = (keys: TeamKeys, to: string): Omit<Manifest, 'format' | 'parts'> => ({
  kind: 'share', fileId: 'c'.repeat(32), madeAt: '2026-11-21T12:00:00.000Z',
  sender: { team: 'SOPU Kinlowrie', regime: 'part3', officer: { officerId: OFFICER, name: 'M. Testperson', role: 'Constable', agency: 'police' }, keys, logHeadCode: '7Q2F9XKA' },
  to: [{ team: 'Kinlowrie Homes', agency: 'rsl', address: to }],
  grounds: { duty: 'coOperate' }, purpose: 'To plan the allocation.', profile: 'rsl', asOf: '2026-11-20T09:00:00.000Z', source: 'Home visit', reliability: 'Checked', expiresOn: '2027-02-20',
  concerns: null, ids: { assessment: 'd'.repeat(32) },
});
