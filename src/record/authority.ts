import type { AuthorityKind } from '@/terms';
import type { Assessment } from './schema/assessment';

/** What a second officer puts their key to: the decision with its reasons, as they read it. The text is the record's own and begins with what it is. */
export function authorityText({ reference, conduct }: Pick<Assessment, 'reference' | 'conduct'>): string {
  const { decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn } = conduct;
  return JSON.stringify(['steading conduct decision', 1, reference, decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn]);
}

/** Answers of a second officer elsewhere. */
export type AuthorityAnswer = 'authorised' | 'notAuthorised';

interface Signed {
  readonly name: string;
  readonly role: string;
  readonly agency: string;
  readonly text: string;
  /** Of a refusal; of a sign-off, why findings are left open. */
  readonly reason?: string;
  /** Left out: with a reason it is a refusal. */
  readonly answer?: AuthorityAnswer;
  readonly elsewhere?: { readonly askedBy: string; readonly requestId: string };
}

/** What stands under an officer's signature: here the decision; elsewhere the answer about it, bound to who asked, to the one request, and to the officer's name and role. */
export function signedText({ name, role, agency, text, reason, elsewhere, answer = reason === undefined ? 'authorised' : 'notAuthorised' }: Signed): string {
  if (elsewhere === undefined) return text;
  return JSON.stringify(['steading authority answer', 1, elsewhere.askedBy, elsewhere.requestId, answer, reason ?? '', name, role, agency, text]);
}

/** null: nobody yet. */
export function authorityKind({ authority, authorisedBy }: Assessment['conduct']): AuthorityKind | null {
  return authority?.by ?? (authorisedBy.trim() === '' ? null : 'typed');
}

/** A signature that no longer covers what the record says. */
export function isSignedForAnother(assessment: Pick<Assessment, 'reference' | 'conduct'>): boolean {
  const { authority } = assessment.conduct;
  return authority?.by === 'key' && authority.text !== authorityText(assessment);
}
