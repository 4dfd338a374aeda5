import { memberKey, teamWords, type TeamKeys } from './handOver/team';
import type { Keyring } from './keyring';
import { isSignedBy } from './signature';
import { FORMAT } from './version';

/** What a second officer's key was put to. `at`: ISO instant; `signature`: base64. */
export interface SignedAuthority {
  readonly officerId: string;
  readonly at: string;
  readonly signature: string;
}

/** Begins with what it is and with the vault, so that no authority can stand for a checkpoint, a keyring or another vault's. */
export function authorityText(vaultId: string, { officerId, at }: Omit<SignedAuthority, 'signature'>, text: string): string {
  return ['steading authority', FORMAT, vaultId, officerId, at, text].join('|');
}

/** By an officer of this vault, present or past, over this very text. */
export async function isAuthority({ vaultId, officers }: Keyring, authority: SignedAuthority, text: string): Promise<boolean> {
  const verifyKey = officers.find(({ officerId }) => officerId === authority.officerId)?.verifyKey;
  return verifyKey !== undefined && isSignedBy(verifyKey, authorityText(vaultId, authority, text), authority.signature);
}

/** What is kept of another team, so that its officer's signature can be checked for ever: the lines from its founder to the officer, and the six words that were compared. */
export interface TeamThen {
  readonly vaultId: string;
  readonly address: string;
  readonly words: string;
  readonly officers: readonly Omit<TeamKeys['officers'][number], 'leftInEpoch'>[];
}

/** By an officer of another vault, whom its founder stood behind then, over this very text. */
export async function isAuthorityElsewhere({ vaultId, address, words, officers }: TeamThen, authority: SignedAuthority, text: string): Promise<boolean> {
  const verifyKey = await memberKey({ vaultId, officers: officers.map((one) => ({ ...one, leftInEpoch: null })) }, authority.officerId);
  return verifyKey !== null && (await teamWords({ vaultId, address })) === words && isSignedBy(verifyKey, authorityText(vaultId, authority, text), authority.signature);
}
