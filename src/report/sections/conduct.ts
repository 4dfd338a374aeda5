import { conductFacts, isDeparture } from '@/record';
import { decide, RATIONALE_DOCUMENTED, reasonsFor } from '@/rules';
import { AGENCIES } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import { answerPhrase, clausePhrase, requirementPhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { facts, given, note, row, text } from '../words';

const DECISIONS = { conducted: 'An ERA IS conducted', notConducted: 'An ERA is NOT conducted' } as const;

function standardBlocks({ person, assessment }: RecordRequest): Block[] {
  const wanted = conductFacts(person, assessment);
  const decision = decide(wanted);
  const applying = decision.criteria.filter(({ answer }) => answer.is === 'met' || answer.is === 'unknown');
  return [
    ...(decision.stop ? [note(`${decision.stop.why} ${decision.stop.turnTo}`)] : []),
    facts(
      row('What the standard asks', requirementPhrase(decision.requirement), 'fact'),
      row('Lead agency', decision.lead.agency === null ? 'Not known yet' : AGENCIES[decision.lead.agency], 'fact'),
    ),
    { kind: 'list', items: reasonsFor(wanted, decision) },
    ...(decision.unknowns.length === 0 ? [] : [note('Not known yet:'), { kind: 'list', items: decision.unknowns.map(({ ask }) => ask) } as const]),
    {
      kind: 'table', caption: 'Clauses, and how sure we are of each', columns: ['Question', 'Answer', 'Clauses'],
      rows: [
        ...applying.map(({ criterion, answer }) => [criterion.question, answerPhrase(answer), criterion.clauses.map(clausePhrase).join('\n')]),
        ...(decision.lead.agency === null ? [] : [['Who leads?', AGENCIES[decision.lead.agency], decision.lead.clauses.map(clausePhrase).join('\n')]]),
        [RATIONALE_DOCUMENTED.question, assessment.conduct.rationale.trim() === '' ? 'Not yet' : 'Yes', RATIONALE_DOCUMENTED.clauses.map(clausePhrase).join('\n')],
      ],
    },
  ];
}

function notConductedBlocks({ person, assessment: { conduct, ...assessment } }: RecordRequest): Block[] {
  return [
    ...(isDeparture(person, { conduct, ...assessment }) ? [note('This is a departure from the standard.')] : []),
    text('What was relied on instead', conduct.reliedOnInstead, 'assessment'),
    text('What holds meanwhile', conduct.interimControls, 'assessment'),
    facts(
      row('Authorised by a second officer', given(conduct.authorisedBy), 'reported'),
      row('Authorised on', dayPhrase(conduct.authorisedOn), 'reported'),
      row('The question is opened again on', dayPhrase(conduct.reopenOn), 'fact'),
    ),
  ];
}

/** The reasons are printed alike for both decisions (NSG-2017-05: conducting or not conducting). */
export function conductSection(request: RecordRequest): Section {
  const { conduct } = request.assessment;
  return {
    id: 'conduct', heading: 'Whether an ERA is conducted',
    blocks: [
      note(conduct.decision === null ? 'Not decided yet.' : `${DECISIONS[conduct.decision]}.`),
      text('Rationale', conduct.rationale, 'assessment'),
      text('What points the other way', conduct.otherWay, 'assessment'),
      ...(conduct.decision === 'notConducted' ? notConductedBlocks(request) : []),
      ...standardBlocks(request),
    ],
  };
}
