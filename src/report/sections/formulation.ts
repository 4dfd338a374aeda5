import { dealingOf, dealtState, eraIsConducted, findingsOf, foundNoMore, isBegun, type Dealing } from '@/record';
import { dayInScotland, DEALINGS, FINDING_KINDS, FRAME_PARTS, type FramePart, RISK_TOOLS, type RiskToolId } from '@/terms';
import { askedIn } from '../asked';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import { conditionsOf, measuresOf, planBlocks } from '../measures';
import type { RecordRequest } from '../request';
import { facts, note, row, text } from '../words';

const NOBODY = 'Nobody has said what is done about it';

/** 'A measure is taken: weekly visits. By: SOPU, by 2 March 2026.' */
function dealtPhrase({ how, what, owner, dueOn, reason }: Dealing): string {
  if (how === null) return `${NOBODY}.`;
  if (how !== 'measure') return `${DEALINGS[how]}: ${reason.trim() || 'not given'}`;
  return `${DEALINGS.measure}: ${what.trim() || 'not said'} By: ${owner.trim() || 'not said'}, ${dueOn === null ? 'no day given' : `by ${dayPhrase(dueOn)}`}.`;
}

/** Each finding with what is done about it, then how all of it is weighed. Nothing of a record that was begun before it was asked. */
export function formulationSections(request: RecordRequest): Section[] {
  const { assessment, person, address, printedAt } = request;
  const { formulation } = assessment;
  if (formulation === undefined || (eraIsConducted(assessment) === false && !isBegun(formulation))) return [];
  const file = { person, address, assessment, today: dayInScotland(printedAt), protocol: askedIn(request).standard.protocol };
  const all = findingsOf(file);
  const found = all.map((finding) => ({ ...finding, state: dealtState(assessment, finding), dealing: dealingOf(assessment, finding.key) }));
  const gone = foundNoMore(assessment, all);
  const tools = (Object.keys(RISK_TOOLS) as RiskToolId[]).flatMap((id) => {
    const { outcome = '', on = null, by = '' } = formulation.tools[id] ?? {};
    return outcome.trim() === '' ? [] : [[RISK_TOOLS[id], outcome.trim(), on === null ? 'Not given' : dayPhrase(on), by.trim() || 'Not given']];
  });
  return [
    {
      id: 'findings', heading: 'What was found, and what is done about it',
      blocks: [
        note('In the order in which it was looked for: none weighs more for standing first.'),
        ...(found.length === 0 ? [note('Nothing that was answered calls for it. What nobody knows stands under ‘What this record cannot say’.')] : [{
          kind: 'table' as const, caption: 'Findings', columns: ['Where', 'What', 'What is done about it'],
          rows: found.map(({ kind, text: what, state, dealing }) => [FINDING_KINDS[kind], what, `${dealtPhrase(dealing)}${state === 'changed' ? ` It was said when this read: ${dealing.read}` : ''}`]),
        }]),
        ...(gone.length === 0 ? [] : [note('Dealt with before, and found no more:'), { kind: 'list' as const, items: gone.map((dealing) => `${dealing.read} ${dealtPhrase(dealing)}`) }]),
      ],
    },
    {
      id: 'formulation', heading: 'Risk formulation statement',
      blocks: [
        ...(Object.keys(FRAME_PARTS) as FramePart[]).map((id) => text(FRAME_PARTS[id].label, formulation.frame[id], 'assessment')),
        ...(tools.length === 0 ? [facts(row('Outcomes of tools', 'None recorded'))] : [{ kind: 'table' as const, caption: 'Outcomes of tools, as they were told: Steading computes none', columns: ['Tool', 'Outcome', 'Date', 'From'], rows: tools }]),
        note('Structured professional judgement in the parts of FRAME; no score is given or added up.'),
      ],
    },
  ];
}

/** For the Risk Management Plan: each measure with its owner and day, then the conditions. Nothing where there are none. */
export function planSections({ assessment: { formulation, outcome } }: RecordRequest): Section[] {
  const blocks = planBlocks(measuresOf(formulation?.dealings ?? {}), conditionsOf(outcome));
  return blocks.length === 0 ? [] : [{ id: 'plan', heading: 'For the Risk Management Plan', blocks }];
}
