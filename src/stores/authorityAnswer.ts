import { answerIn, type Answered, linesBehind, signedText } from '@/record';
import type { HandOver, OpenVault, TeamThen } from '@/vault';

/** An answer to a request for authority, with all that is kept of it in the record. */
export interface Proven extends Answered {
  readonly officer: { readonly officerId: string; readonly name: string; readonly role: string; readonly agency: string };
  readonly elsewhere: TeamThen & { readonly team: string; readonly requestId: string; readonly askedBy: string };
}

/** null: no answer, or not signed by the officer who sent it over these words, for a request of this vault. Whether we asked, and may believe that team, the book tells. `team`: as we know it. */
export async function provenAnswer(vault: OpenVault, { manifest: { sender: { officer, keys }, concerns }, parts }: HandOver, team: string): Promise<Proven | null> {
  const answered = answerIn(parts);
  if (answered === null || concerns === null) return null;
  const { vaultId, address, officers } = keys;
  const { officerId, name, role, agency } = officer;
  const elsewhere = { team, vaultId, address, words: await vault.wordsOf({ vaultId, address }), officers: [...linesBehind(officers, officerId)], requestId: concerns, askedBy: vault.vaultId };
  const { answer, reason, at, signature, text } = answered;
  const signed = signedText({ name, role, agency, text, elsewhere, ...(answer === 'notAuthorised' && { reason }) });
  const holds = (answer === 'authorised') === (reason === '') && await vault.checkAuthority({ officerId, at, signature, elsewhere }, signed);
  return holds ? { ...answered, officer: { officerId, name, role, agency }, elsewhere } : null;
}
