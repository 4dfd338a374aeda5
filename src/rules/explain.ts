import { AGENCIES } from '@/terms';
import { decide } from './decide';
import { FACT_PATHS, factAt, withFact } from './facts';
import { factInWords, otherValues, wordsOf } from './factWords';
import { REQUIREMENTS } from './requirement';
import type { Protocol } from './protocolTypes';
import type { ConductDecision, ConductFacts, FactPath, Requirement } from './types';

const pathsOf = (protocol: Protocol | null): readonly FactPath[] =>
  [...FACT_PATHS, ...[...(protocol?.groups ?? []), ...(protocol?.triggers ?? [])].map(({ id }) => `local.${id}` as const)];

/** Facts of the criteria that carried the requirement; where it is unknown, the facts that it waits for, as `unknowns` names them. */
function decisiveFacts({ stop, criteria, requirement, unknowns }: ConductDecision, protocol: Protocol | null): readonly FactPath[] {
  if (stop) return ['under18'];
  const asking = (...asked: readonly (Requirement | null)[]) => criteria.filter(({ criterion: { asksFor }, answer }) => asked.includes(asksFor) && answer.is === (requirement === 'unknown' ? 'unknown' : 'met'));
  const duties = asking('must', 'complyOrExplain');
  // A discretion settles nothing while a duty is open.
  const carried = requirement !== 'unknown' ? asking(requirement) : duties.length > 0 ? duties : asking('discretionary');
  // Registration and event come before every question.
  const facts = new Set<string>([...carried.flatMap((one) => one.facts), ...(requirement === 'unknown' ? ['registered', 'trigger'] : [])]);
  const open = new Set(unknowns.map(({ fact }) => fact));
  return pathsOf(protocol).filter((fact) => facts.has(fact) && (requirement !== 'unknown' || open.has(fact)));
}

/** The fact that says who leads, as `leadOf` reads it. */
function leadFact(facts: ConductFacts): FactPath {
  if (facts.category === 'category2') return 'category';
  if (facts.supervision === 'yes' || facts.supervision === 'no') return 'supervision';
  return facts.orders.licence === 'yes' ? 'orders.licence' : 'orders.cpoWithSupervision';
}

function leadSentence(facts: ConductFacts, { lead, stop }: ConductDecision): string {
  if (stop) return stop.turnTo;
  if (lead.agency === null) return 'Lead agency: not known yet.';
  return `Lead agency: ${AGENCIES[lead.agency]}, because of ${factInWords(facts, leadFact(facts), null)}.`;
}

/** Tries every other known answer of one fact, the rest left as they are. */
function changesBy(facts: ConductFacts, path: FactPath, now: Requirement, protocol: Protocol | null): readonly string[] {
  const byRequirement = new Map<Requirement, string[]>();
  for (const [value, words] of Object.entries(otherValues(path, facts, protocol))) {
    if (value === factAt(facts, path)) continue;
    const { requirement } = decide(withFact(facts, path, value), protocol);
    if (requirement === now || requirement === 'unknown') continue;
    byRequirement.set(requirement, [...(byRequirement.get(requirement) ?? []), `'${words}'`]);
  }
  return [...byRequirement].map(([requirement, words]) => `If '${wordsOf(path, protocol).label}' were answered ${words.join(' or ')}: ${REQUIREMENTS[requirement]}.`);
}

/** Plain sentences in reading order: the facts that led there, the requirement, who leads. What is not known stands in `decision.unknowns`. */
export function reasonsFor(facts: ConductFacts, decision: ConductDecision, protocol: Protocol | null = null): readonly string[] {
  return [
    ...decisiveFacts(decision, protocol).map((fact) => `${factInWords(facts, fact, protocol)}.`),
    decision.stop ? decision.stop.why : `${REQUIREMENTS[decision.requirement]}.`,
    leadSentence(facts, decision),
  ];
}

/** A sentence for each other answer that would change the requirement; found by deciding again, so it cannot drift from `decide`. */
export function wouldChange(facts: ConductFacts, decision: ConductDecision, protocol: Protocol | null = null): readonly string[] {
  return pathsOf(protocol).flatMap((path) => changesBy(facts, path, decision.requirement, protocol));
}
