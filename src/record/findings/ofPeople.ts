import { CHANGES, HOME_TOPICS, type HomeTopic } from '@/terms';
import type { Assessment } from '../schema/assessment';
import { asksHousehold } from '../tasks/placement';
import { type Finding, saidYes, told } from './finding';

const CHILDREN = { livingHere: 'Does anybody under 18 live here?', visiting: 'Do children visit?', minded: 'Are children minded here?' } as const;
/** That other adults live there, or know, is nothing to deal with by itself. */
const AT_RISK = { adultAtRisk: 'Is anybody of the household an adult at risk?' } as const;

/** Goes with the answers about nearby households when they are deleted, and stands in no print but one for Responsible Authorities. */
export const NEIGHBOURS_FINDING = 'neighbours';

/**
 * Nearby households (digest, harm 8) are one finding without a word of what was answered: that is deleted after the decision, and this stays.
 * Other people of concern (harm 9) are none: they are the police's, and a formulation is handed over.
 */
function nearby({ neighbours }: Assessment): Finding[] {
  return Object.values(neighbours?.answers ?? {}).includes('yes') ? [{ key: NEIGHBOURS_FINDING, kind: 'people', text: 'Nearby households: something to weigh was answered.' }] : [];
}

function atHome({ homeVisit }: Assessment): Finding[] {
  if (homeVisit === undefined) return [];
  const topics = (Object.keys(HOME_TOPICS) as HomeTopic[]).filter((id) => homeVisit.answers[id]?.answer === 'told');
  return [
    ...topics.map((id): Finding => ({ key: `homeVisit:${id}`, kind: 'visits', text: told(`Home visit, ${HOME_TOPICS[id].toLowerCase()}`, homeVisit.answers[id]?.text ?? '') })),
    ...homeVisit.changed.map((id): Finding => ({ key: `homeVisit:changed:${id}`, kind: 'visits', text: `A home visit showed a change: ${CHANGES[id].toLowerCase()}.` })),
  ];
}

export function ofPeople(assessment: Assessment): readonly Finding[] {
  const { children, placement, statements } = assessment;
  const source = children.source.trim() === '' ? '' : `Source: ${children.source.trim()}`;
  return [
    ...saidYes('people', 'children', CHILDREN, children, source),
    ...(asksHousehold(assessment) ? saidYes('people', 'household', AT_RISK, placement?.household) : []),
    ...nearby(assessment),
    ...atHome(assessment),
    ...statements.filter(({ text }) => text.trim() !== '').map(({ statementId, text, source: by }): Finding => ({ key: `statement:${statementId}`, kind: 'statements', text: told(`Statement${by.trim() === '' ? '' : ` (${by.trim()})`}`, text) })),
  ];
}
