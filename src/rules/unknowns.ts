import { leadContradiction } from './lead';
import { isRegistered, registrationContradiction } from './registered';
import type { ConductDecision, ConductFacts } from './types';

type Unknown = ConductDecision['unknowns'][number];

const unanswered = (fact: keyof ConductFacts, ask: string): Unknown => ({ fact, reason: 'unanswered', ask });

function ofRegistration(facts: ConductFacts): string | null {
  if (registrationContradiction(facts) === 'category') return "Category 1 means subject to SONR, but registration is answered 'No': check with the police which is right.";
  if (registrationContradiction(facts) === 'trigger') return "First registration and annual review happen to registered people only, but registration is answered 'No': check with the police which is right.";
  if (facts.registered === null) return 'Is the person subject to sex offender notification requirements (SONR)? Ask the police.';
  return facts.registered === 'unknown' ? "Registration is answered 'Not known': ask the police." : null;
}

function ofEvent(facts: ConductFacts): string | null {
  if (facts.trigger === null) return 'What has happened that leads to this assessment?';
  if (facts.trigger === 'release' && facts.addressKind === 'livedIn' && isRegistered(facts) !== false) {
    return 'Is this release also the first registration, or is it a return to an address that was assessed before? Choose first registration, or changed circumstances of the person.';
  }
  return null;
}

function ofSupervision(facts: ConductFacts): string | null {
  if (leadContradiction(facts)) return 'Category 2 is a restricted patient, but supervision is answered otherwise: ask the health board and justice social work which is right. Who leads hangs on it.';
  return facts.supervision === null && facts.category !== 'category2' ? 'Is there statutory supervision? Who leads hangs on it.' : null;
}

/** The facts that are missing or contradict each other and bear on the requirement, the lead agency or the stop. */
export function unknownsOf(facts: ConductFacts): readonly Unknown[] {
  const asks: [keyof ConductFacts, string | null][] = [
    ['under18', facts.under18 === null || facts.under18 === 'unknown' ? 'Is the person under 18? Then the adult route stops.' : null],
    ['registered', ofRegistration(facts)],
    ['category', facts.category === null ? 'Which MAPPA category? Ask the MAPPA co-ordinator or the lead agency.' : null],
    ['trigger', ofEvent(facts)],
    ['addressKind', facts.addressKind === null ? 'Is the address proposed, already lived in, or temporary?' : null],
    ['supervision', ofSupervision(facts)],
  ];
  return asks.flatMap(([fact, ask]) => (ask === null ? [] : [unanswered(fact, ask)]));
}
