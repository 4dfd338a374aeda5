import { answerIn, type Answered, type Assessment, askedAbout, linesBehind, signedText, type SignOffRound, signOffText } from '@/record';
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
  const signed = signedText({ name, role, agency, text, elsewhere, reason, answer });
  // A refusal has its reason; an authority has none, but a manager who signs may say why findings are left open.
  const { signOff } = askedAbout(text) ?? {};
  const needsReason = answer === 'notAuthorised' || (signOff?.leftOpen.length ?? 0) > 0;
  const holds = needsReason === (reason !== '') && await vault.checkAuthority({ officerId, at, signature, elsewhere }, signed);
  return holds ? { ...answered, officer: { officerId, name, role, agency }, elsewhere } : null;
}

/** The rounds with a manager's signature from elsewhere, or their refusal to sign, under the reading that they read. Throws where it is none of them. */
export function withSignature(assessment: Pick<Assessment, 'reference' | 'signed'>, { answer, reason: why, at, signature, text, officer, elsewhere }: Proven, answerId: string): readonly SignOffRound[] {
  const { signed = [] } = assessment;
  const read = signed.findLast((round) => signOffText(assessment, round) === text);
  if (read === undefined) throw new Error('This answer is about no reading of the record that is kept here. Nothing was changed: set the answer aside, and ask again from the sign-off.');
  const one = { as: 'manager' as const, ...officer, at, signature, why, elsewhere: { ...elsewhere, officers: [...elsewhere.officers] } };
  const next = answer === 'authorised' ? { ...read, signatures: [...read.signatures, one] } : { ...read, notSigned: [...read.notSigned, { ...one, answerId }] };
  return signed.map((round) => (round === read ? next : round));
}
