import type { ConductChoice, EraPart } from '@/terms';
import { PHYSICAL_CHECK } from './standard/physicalCheck';
import type { Asked, ConductDecision, CriterionAnswer, Departure, Requirement } from './types';

const asks = (asked: Asked) => ({ criterion: { asksFor }, answer }: CriterionAnswer) => asksFor === asked && answer.is === 'met';

/**
 * What of the standard is departed from by this choice; empty where nothing is.
 * | choice                        | criteria that ask for an ERA | physical check of an identified property (5.3)  |
 * | conducted                     | none                         | no                                              |
 * | not in full                   | all that are met             | where it is left out                            |
 * | not conducted, review not done| all that are met             | where an ERA 'must' be carried out              |
 */
export function departuresOf({ criteria, stop }: ConductDecision, choice: ConductChoice | null, partsLeftOut: readonly EraPart[] = []): readonly Departure[] {
  if (stop !== null || choice === null || choice === 'conducted') return [];
  const withoutCheck = choice === 'notInFull' ? partsLeftOut.includes('physicalCheck') : criteria.some(asks('must'));
  return criteria
    .filter((one) => asks('must')(one) || asks('complyOrExplain')(one) || (withoutCheck && one.criterion.id === PHYSICAL_CHECK.id && one.answer.is === 'met'))
    .map(({ criterion: { id, question, asksFor, clauses } }) => ({ criterionId: id, question, asked: asksFor === 'complyOrExplain' ? asksFor : 'must', clauses, choice }));
}

/** Not conducting, or not in full, needs a second officer wherever the standard asks for an ERA, or may do (digest, harm 4). */
export function needsAuthority(requirement: Requirement, choice: ConductChoice | null): boolean {
  return choice !== null && choice !== 'conducted' && (requirement === 'must' || requirement === 'complyOrExplain' || requirement === 'unknown');
}
