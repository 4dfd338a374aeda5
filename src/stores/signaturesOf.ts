import { type Assessment, signedText, textUnder } from '@/record';
import type { OpenVault } from '@/vault';

/** Whether each signature in a record holds, checked against what is stored: of second officers, and under every reading that was signed. */
export async function signaturesOf(vault: OpenVault, assessment: Assessment): Promise<Readonly<Record<string, boolean>>> {
  const { conduct: { authority, notAuthorised = [] }, signed = [] } = assessment;
  const ofDecision = [...(authority?.by === 'key' ? [authority] : []), ...notAuthorised].map((one) => ({ one, text: signedText(one) }));
  const ofRecord = signed.flatMap((round) => [...round.signatures, ...round.notSigned].map((one) => ({ one, text: textUnder(assessment, round, one) })));
  return Object.fromEntries(await Promise.all([...ofDecision, ...ofRecord].map(async ({ one, text }) => [one.signature, await vault.checkAuthority(one, text)] as const)));
}
