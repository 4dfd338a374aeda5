import { AGENCIES } from '@/terms';
import { JUDGED } from './criteria';
import { decide } from './decide';
import { FACT_NAMES, FACT_WORDS, factInWords } from './factWords';
import { REQUIREMENTS } from './requirement';
import type { ConductDecision, ConductFacts, Requirement } from './types';

/** Facts of the criteria that carried the requirement; where it is unknown, of those that could not be answered. */
function decisiveFacts(decision: ConductDecision): readonly (keyof ConductFacts)[] {
  if (decision.stop) return ['under18'];
  const carried = decision.criteria.filter(({ criterion, answer }) => {
    const asksFor = JUDGED.find((judged) => judged.criterion.id === criterion.id)?.asksFor ?? null;
    return decision.requirement === 'unknown' ? asksFor !== null && answer.is === 'unknown' : asksFor === decision.requirement && answer.is === 'met';
  });
  const facts = new Set(carried.flatMap((one) => one.facts));
  return FACT_NAMES.filter((fact) => facts.has(fact));
}

function leadSentence(facts: ConductFacts, { lead, stop }: ConductDecision): string {
  if (stop) return stop.turnTo;
  if (lead.agency === null) return 'Lead agency: not known yet.';
  const fact = lead.agency === 'healthBoard' && facts.category === 'category2' ? 'category' : 'supervision';
  return `Lead agency: ${AGENCIES[lead.agency]}, because of ${factInWords(facts, fact)}.`;
}

/** Tries every other known answer of one fact, the rest left as they are. */
function changesBy(facts: ConductFacts, fact: keyof ConductFacts, now: Requirement): readonly string[] {
  const { label, values } = FACT_WORDS[fact];
  const byRequirement = new Map<Requirement, string[]>();
  for (const [value, words] of Object.entries(values)) {
    if (value === 'unknown' || value === facts[fact]) continue;
    const { requirement } = decide({ ...facts, [fact]: value });
    if (requirement === now || requirement === 'unknown') continue;
    byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), `'${words}'`]);
  }
  return [...byRequirement].map(([requirement, words]) => `If '${label}' were answered ${words.join(' or ')}: ${REQUIREMENTS[requirement]}.`);
}

/** Plain sentences in reading order: the facts that led there, the requirement, who leads. What is not known stands in `decision.unknowns`. */
export function reasonsFor(facts: ConductFacts, decision: ConductDecision): readonly string[] {
  return [
    ...decisiveFacts(decision).map((fact) => `${factInWords(facts, fact)}.`),
    decision.stop ? decision.stop.why : `${REQUIREMENTS[decision.requirement]}.`,
    leadSentence(facts, decision),
  ];
}

/** A sentence for each other answer that would change the requirement; found by deciding again, so it cannot drift from `decide`. */
export function wouldChange(facts: ConductFacts, decision: ConductDecision): readonly string[] {
  return FACT_NAMES.flatMap((fact) => changesBy(facts, fact, decision.requirement));
}
