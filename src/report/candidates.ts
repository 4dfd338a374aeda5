import { agenciesWaitedFor, answeredDeadlines, type CaseFileToday, clockFacts, conductFacts, FOLLOW_UPS, nextDeadline, numberedSites, sitesToJudge, type TaskId, taskStates } from '@/record';
import { type ClockSettings, deadlinesOf } from '@/rules';
import { ADDRESS_KINDS, AGENCIES, CATEGORY_IDS, categoryOf, CHECK_AGENCIES, CONDUCT_CHOICES, dayInWords, momentInWords, OFFERS, OUTCOMES, SETTINGS, YES_NO_UNKNOWN } from '@/terms';
import { candidateAgencies } from './candidateAgencies';
import type { Block, RecordDocument } from './document';
import { addressLine, metresPhrase, precisionPhrase } from './phrases';
import { TASK_NAMES } from './taskNames';
import { facts, given, note, row, termOf } from './words';

export interface CandidatesTable {
  /** The first names the facts; then one for each candidate, in the order in which they were begun. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}


const first = (words: string): string => words.split(':')[0] ?? words;

function found({ assessment }: CaseFileToday, category: (typeof CATEGORY_IDS)[number]): string {
  const { surroundings, judgements } = assessment;
  if (surroundings === null) return 'Nobody has looked yet';
  const answer = surroundings.answer.categories.find((one) => one.category === category);
  const count = numberedSites(assessment).filter((site) => site.category === category).length;
  const relevance = judgements[category]?.relevance;
  const judged = sitesToJudge(assessment).some((one) => one.category === category) && relevance ? { relevant: '; judged relevant', notRelevant: '; judged not relevant', cannotSay: '; cannot be said yet' }[relevance] : '';
  if (answer === undefined || answer.coverage === 'none') return count === 0 ? 'Not searched: no data covers the place' : `${count} added by hand; not searched`;
  const part = answer.coverage === 'partial' ? '; searched only in part' : '';
  return `${count === 0 ? 'None in what was searched' : `${count} listed`}${part}${judged}`;
}

/**
 * Two to six candidate addresses of one person, fact beside fact. There is no total, no order of merit and no colour: columns stand in the order in which the assessments
 * were begun (digest, harm 3). Whether a victim or a condition speaks against one is not in it: a landlord may sit on the panel (harm 1).
 */
export function candidatesTable(cases: readonly CaseFileToday[], settings: ClockSettings): CandidatesTable {
  const inOrder = cases.toSorted((a, b) => a.assessment.startedAt.localeCompare(b.assessment.startedAt));
  const line = (label: string, of: (one: CaseFileToday) => string): readonly string[] => [label, ...inOrder.map(of)];
  const categories = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped' && inOrder.some(({ assessment }) => numberedSites(assessment).some((site) => site.category === id)));
  return {
    columns: ['', ...inOrder.map(({ assessment, address }) => `${assessment.reference}\n${addressLine(address) || 'No address yet'}`)],
    rows: [
      line('Kind of address', ({ assessment: { addressKind } }) => (addressKind === null ? 'Not given' : first(ADDRESS_KINDS[addressKind]))),
      line('Kind of place', ({ assessment: { placement } }) => (placement?.setting ? first(SETTINGS[placement.setting]) : 'Not given')),
      line('Position', ({ address: { position } }) => (position === null ? 'Not known: nothing near it can be told' : precisionPhrase(position))),
      line('Looked up', ({ assessment: { surroundings } }) => (surroundings === null ? 'Not yet' : `${dayInWords(surroundings.lookedUpAt.slice(0, 10))}, to ${metresPhrase(surroundings.answer.radiusMetres)}: the office’s own distance`)),
      ...categories.map((id) => line(categoryOf(id).plural, (one) => found(one, id))),
      line('Children', ({ assessment: { children } }) => Object.entries({ 'Live here': children.livingHere, 'Visit': children.visiting, 'Are minded here': children.minded }).map(([what, answer]) => `${what}: ${termOf(YES_NO_UNKNOWN, answer).toLowerCase()}`).join('\n')),
      line('Referral to children and families', ({ assessment: { children } }) => (children.referral.decision === null ? 'Not asked' : FOLLOW_UPS[children.referral.decision])),
      line('ERA', ({ assessment: { conduct } }) => (conduct.decision === null ? 'Not decided yet' : CONDUCT_CHOICES[conduct.decision])),
      line('Still outstanding', (one) => Object.entries(taskStates(one)).filter(([, { state }]) => state === 'notStarted' || state === 'inProgress').map(([id]) => TASK_NAMES[id as TaskId]).join(', ') || 'Nothing'),
      line('Waiting for an answer from', ({ assessment }) => agenciesWaitedFor(assessment).map(({ agency }) => CHECK_AGENCIES[agency]).join(', ') || (Object.values(assessment.agencies?.contacts ?? {}).some(({ reply }) => reply !== null) ? 'Nobody' : 'Nobody was asked yet, by the record')),
      ...candidateAgencies(inOrder.map(({ assessment }) => assessment)),
      line('Next day it is held to', ({ person, assessment, protocol }) => {
        const next = nextDeadline(deadlinesOf(conductFacts(person, assessment), clockFacts(person, assessment), settings, protocol), answeredDeadlines(assessment));
        return next === null ? 'None counted' : `${dayInWords(next.dueOn)}: ${next.for}`;
      }),
      line('Held by the landlord until', ({ assessment: { clocks } }) => (clocks.voidHeldUntil === null ? 'Not given' : dayInWords(clocks.voidHeldUntil))),
      line('Decision of the Responsible Authorities', ({ assessment: { outcome } }) => (outcome.decision === null ? 'None yet' : OUTCOMES[outcome.decision])),
      line('What it would need', ({ assessment: { outcome, panels = [] } }) => outcome.conditions.trim() || (panels.at(-1)?.needs ?? '').trim() || 'Not said'),
    ],
  };
}

export interface CandidatesRequest {
  readonly cases: readonly CaseFileToday[];
  readonly settings: ClockSettings;
  readonly panelName: string;
  /** ISO instant. */
  readonly printedAt: string;
  readonly logHeadCode: string;
  readonly training: boolean;
}

/** One page for the panel: the facts beside each other, and the last panel's decision on each where there is one. */
export function candidatesDocument({ cases, settings, panelName, printedAt, logHeadCode, training }: CandidatesRequest): RecordDocument {
  const { columns, rows } = candidatesTable(cases, settings);
  const references = cases.map(({ assessment }) => assessment.reference).toSorted();
  const reference = references.join(', ');
  const last = cases.flatMap(({ assessment }) => assessment.panels?.at(-1) ?? []).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  const decided: Block[] = last === undefined ? [note('No panel has decided on these yet.')] : [
    facts(
      row(last.name || 'Panel', dayInWords(last.on), 'fact'), row('Present', last.attendance.map(({ agency, role }) => `${role} (${AGENCIES[agency]})`).join('; ') || 'Not given', 'fact'), row('Quorate', `${last.quorate === 'yes' ? 'Yes' : 'No'}${last.quorumNote.trim() === '' ? '' : `: ${last.quorumNote}`}`, 'fact'),
      row('Interests', given(last.interests), 'reported'),
    ),
    {
      kind: 'table', caption: 'What the panel decided: what is manageable is the Responsible Authorities’, what is offered is the landlord’s', columns: ['Record', 'Manageable', 'Offered', 'Why', 'What it would need'],
      rows: cases.flatMap(({ assessment }) => {
        const one = assessment.panels?.find(({ panelId }) => panelId === last.panelId);
        return one === undefined ? [] : [[assessment.reference, one.manageable === 'notDecided' ? 'Not decided' : OUTCOMES[one.manageable], OFFERS[one.offered], given(one.why), given(one.needs)]];
      }),
    },
    facts(row('If none of these, then what?', given(last.ifNone), 'assessment'), row('Dissent', last.dissent.trim() || 'None on record', 'reported')),
  ];
  return {
    title: `Candidates side by side${panelName.trim() === '' ? '' : `: ${panelName.trim()}`}`, reference, training, oneSheet: true,
    watermark: `${reference}, as at ${momentInWords(printedAt)}, log ${logHeadCode}`,
    sections: [
      { id: 'facts', heading: 'Facts', blocks: [note('In the order in which the assessments were begun. There is no total and no order of merit; Steading gives no score and no verdict. Accurate at the time it was undertaken (ERA-2017 4.0).'), { kind: 'table', caption: 'Candidate addresses', columns, rows }] },
      { id: 'panel', heading: 'The panel', blocks: decided },
    ],
  };
}
