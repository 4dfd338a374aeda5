import { accurateThen, limitsOf, mayHave, picked, sectionsOf } from '@/record';
import { FRAME_PARTS, momentInWords } from '@/terms';
import { askedIn } from '../asked';
import type { Block, FactRow, RecordDocument, Section } from '../document';
import { conditionsOf } from '../measures';
import type { RecordRequest } from '../request';
import { facts, given, note, row } from '../words';
import { copyOf, TRAINING_NOTE } from './head';
import { type LaidOut, laidOut } from './laidOut';
import { addressIn } from './layouts';
import { KEPT_ELSEWHERE, measuresForOthers } from './plan';

const rows = (...all: readonly FactRow[]): readonly Block[] => (all.length === 0 ? [] : [facts(...all)]);

/** In the order in which it is looked for in a system that holds the rest: the decision, why, what follows. */
function sectionsFrom({ said, grouped }: LaidOut, request: RecordRequest): readonly (readonly [heading: string, blocks: readonly Block[]])[] {
  const { assessment: { outcome } } = request;
  const [decided, conduct, risks] = ['assessment.outcome', 'assessment.conduct', 'assessment.physicalCheck.risks'];
  const plan = [...measuresForOthers(request).map(({ what, owner, by }) => `${what}. ${owner}, ${by}`), ...conditionsOf(outcome).map((line) => `Condition: ${line}`)];
  const decision = said(`${decided}.decision`, 'Decision');
  return [
    ['The decision', [
      ...(decision.length === 0 ? [note('No decision on the address is on record.')] : []),
      ...rows(
        ...decision, ...said(`${decided}.decidedOn`, 'Decided on'), ...said(`${decided}.decidedBy`, 'Decided by'), ...said(`${decided}.reasons`, 'Reasons'), ...said(`${decided}.otherWay`, 'Points the other way'),
        ...said(`${decided}.victimOrConditionConflict`, 'Conflict with a victim or a condition'), ...said(`${decided}.conflictAnsweredBy`, 'Answered by'),
        ...said(`${decided}.homeChanges`, 'What is changed'), ...said(`${decided}.insteadWhat`, 'What happens instead'), ...said(`${decided}.insteadRiskier`, 'Is that riskier'), ...said(`${decided}.insteadWhy`, 'Why'), ...said(`${decided}.refusalNumber`, 'Refusal in a row'), ...said(`${decided}.whoIsTold`, 'Who is told'),
        ...said('assessment.review.reviewOn', 'Reviewed again on'),
      ),
    ]],
    ['For the Risk Management Plan', plan.length === 0 ? [] : [{ kind: 'list', items: plan }]],
    ['Whether an ERA is conducted', rows(
      ...said(`${conduct}.decision`, 'ERA'), ...said(`${conduct}.ground`, 'Ground'), ...said(`${conduct}.partsLeftOut`, 'Parts left out'), ...said(`${conduct}.leftOutWhat`, 'What exactly'), ...said(`${conduct}.rationale`, 'Rationale'), ...said(`${conduct}.otherWay`, 'Points the other way'),
      ...said(`${conduct}.reliedOn`, 'Relied on'), ...said(`${conduct}.interimControls`, 'Holds meanwhile'), ...said(`${conduct}.authorisedBy`, 'Authorised by'), ...said(`${conduct}.authorisedOn`, 'Authorised on'), ...said(`${conduct}.reopenOn`, 'Opened again on'),
    )],
    ['Risk formulation', rows(...Object.entries(FRAME_PARTS).flatMap(([id, { label }]) => said(`assessment.formulation.frame.${id}`, label)))],
    ['Concerns of the physical check (ERA-2017 5.3)', rows(...said(`${risks}.community`, 'To the community'), ...said(`${risks}.person`, 'To the person'), ...said(`${risks}.staff`, 'To staff'))],
    ['Places near the address', rows(...grouped('assessment.judgements', 'Judged', 'relevance'))],
    ['Agencies', rows(...grouped('assessment.agencies.contacts', 'Reply', 'reply'))],
  ];
}

/** Plain text for ViSOR or MAPPS: what a Responsible Authority may have, in short lines. */
export function pasteDocument(request: RecordRequest): RecordDocument {
  const { assessment, printedAt, logHeadCode, training } = request;
  const laid = laidOut(sectionsOf(picked(request, KEPT_ELSEWHERE)).flatMap(({ fields }) => fields));
  const head: readonly Block[] = [
    ...(training ? [note(TRAINING_NOTE)] : []),
    ...rows(row('Reference', assessment.reference), row('As at', momentInWords(printedAt)), row('Log', logHeadCode), ...laid.said('person.reference', 'Person'), row('Address', given(addressIn(laid))), ...laid.said('assessment.addressKind', 'Kind of address'), ...laid.said('assessment.trigger.kind', 'What started it'), ...laid.said('assessment.trigger.occurredOn', 'On')),
    note(accurateThen(assessment)),
  ];
  const limits = limitsOf({ ...request, protocol: askedIn(request).standard.protocol, may: mayHave(KEPT_ELSEWHERE) });
  const sections = [['This record', head] as const, ...sectionsFrom(laid, request), ['What this record cannot say', limits.length === 0 ? [] : [{ kind: 'list', items: limits } as const]] as const];
  const shown = sections.flatMap(([heading, blocks], at): Section[] => (blocks.length === 0 ? [] : [{ id: `paste-${String(at)}`, heading, blocks }]));
  return { ...copyOf(request, 'Environmental Risk Assessment', shown), plain: true };
}
