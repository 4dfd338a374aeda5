import type { AuthorityKind } from '@/terms';
import type { Assessment } from './schema/assessment';

/** What a second officer puts their key to: the decision with its reasons, as they read it. The text is the record's own and begins with what it is. */
export function authorityText({ reference, conduct }: Pick<Assessment, 'reference' | 'conduct'>): string {
  const { decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn } = conduct;
  return JSON.stringify(['steading conduct decision', 1, reference, decision, ground, partsLeftOut, leftOutWhat, rationale, otherWay, reliedOn, interimControls, reopenOn]);
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
