import type { AskedThen } from '@/record';
import { AGENCIES, dayInScotland, ERA_PARTS, GROUNDS, UNKNOWN_REASONS } from '@/terms';
import { askedIn, criterionIn, protocolTitle } from '../asked';
import { askedPhrase, conductPhrase } from '../conductPhrases';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import { answerPhrase, clauseNamePhrase, requirementPhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf, text } from '../words';
import { authorityBlocks, notAuthorisedBlocks } from './authority';

/** Enough to tell two texts of the standard apart by eye; the whole is in the record. */
const ID_SHOWN = 12;

type Clauses = AskedThen['decision']['lead']['clauses'];

/** What each says stands once, among the clauses at the end. */
const cited = (clauses: Clauses, { statuses }: AskedThen['standard']): string => [...new Set(clauses.map((clause) => clauseNamePhrase(clause, statuses)))].join('\n');

/** Which text of the standard speaks here, and since when. */
function appliedBlocks({ at, standardId, standard: { version, protocol } }: AskedThen, isKept: boolean): Block[] {
  return [
    ...(isKept ? [] : [note("This record was made before Steading kept the standard with it: what the standard asks is shown under today's standard, not under that of the day.")]),
    note(`As the standard asked on ${dayPhrase(dayInScotland(at))}.`),
    facts(
      row('Standard applied', `Version ${version}, ${standardId.slice(0, ID_SHOWN)}`),
      row('Local protocol', protocol === null ? 'None' : `${protocolTitle(protocol)}: the office's own`),
    ),
  ];
}

function criteriaTables({ decision: { criteria, lead }, standard }: AskedThen, rationale: string): Block[] {
  const documented = criterionIn(standard, 'rationaleDocumented');
  const bears = ({ answer: { is } }: (typeof criteria)[number]) => is === 'met' || is === 'unknown';
  const others = criteria.filter((one) => !bears(one));
  return [
    {
      kind: 'table', caption: 'Clauses, and how sure we are of each', columns: ['Question', 'Answer', 'Clauses'],
      rows: [
        ...criteria.filter(bears).map(({ criterion, answer }) => [criterion.question, answerPhrase(answer), cited(criterion.clauses, standard)]),
        ...(lead.agency === null ? [] : [['Who leads?', AGENCIES[lead.agency], cited(lead.clauses, standard)]]),
        ...(documented === null ? [] : [[documented.question, rationale.trim() === '' ? 'Not yet' : 'Yes', cited(documented.clauses, standard)]]),
      ],
    },
    ...(others.length === 0 ? [] : [{
      kind: 'table', caption: 'Asked as well', columns: ['Question', 'Answer', 'Clauses'],
      rows: others.map(({ criterion, answer }) => [criterion.question, answerPhrase(answer), cited(criterion.clauses, standard)]),
    } as const]),
  ];
}

function standardBlocks(asked: AskedThen, isKept: boolean, rationale: string): Block[] {
  const { decision: { stop, requirement, lead, unknowns }, reasons } = asked;
  return [
    ...appliedBlocks(asked, isKept),
    ...(stop ? [note(`${stop.why} ${stop.turnTo}`)] : []),
    facts(row('What the standard asks', requirementPhrase(requirement), 'fact'), row('Lead agency', lead.agency === null ? 'Not known yet' : AGENCIES[lead.agency], 'fact')),
    { kind: 'list', items: reasons },
    ...(unknowns.length === 0 ? [] : [note('Not known yet:'), { kind: 'list', items: unknowns.map(({ ask, reason }) => `${ask} (${UNKNOWN_REASONS[reason]})`) } as const]),
    ...criteriaTables(asked, rationale),
  ];
}

/** Each part of the standard that is departed from, by itself. */
function departureBlocks({ departures, standard }: AskedThen): Block[] {
  if (departures.length === 0) return [];
  return [
    note('This is a departure from the standard.'),
    {
      kind: 'table', caption: 'What is departed from', columns: ['Question', 'The standard asks', 'Clauses'],
      rows: departures.map(({ question, asked, clauses }) => [question, askedPhrase(asked), cited(clauses, standard)]),
    },
  ];
}

function leftOutBlocks(request: RecordRequest): Block[] {
  const { conduct } = request.assessment;
  const parts = conduct.partsLeftOut.map((part) => ERA_PARTS[part]).join('; ');
  return [
    facts(row("Ground (Steading's list, for counting)", termOf(GROUNDS, conduct.ground), 'assessment')),
    ...(conduct.decision === 'notInFull' ? [facts(row('Parts left out', given(parts), 'fact')), text('What exactly is left out', conduct.leftOutWhat, 'fact')] : []),
    text('What was relied on instead', conduct.reliedOn, 'assessment'),
    text('What holds meanwhile', conduct.interimControls, 'assessment'),
    ...authorityBlocks(request),
    facts(row('The question is opened again on', dayPhrase(conduct.reopenOn), 'fact')),
  ];
}

/** The reasons are printed alike for every decision (NSG-2017-05: conducting or not conducting), as the standard asked then. */
export function conductSection(request: RecordRequest): Section {
  const { conduct, asked: kept } = request.assessment;
  const asked = askedIn(request);
  return {
    id: 'conduct', heading: 'Whether an ERA is conducted',
    blocks: [
      note(conductPhrase(conduct.decision)),
      ...departureBlocks(asked),
      text('Rationale', conduct.rationale, 'assessment'),
      text('What points the other way', conduct.otherWay, 'assessment'),
      ...(conduct.decision === null || conduct.decision === 'conducted'
        ? [text('What was relied on', conduct.reliedOn, 'assessment'), text('What holds until the ERA is done', conduct.interimControls, 'assessment')]
        : leftOutBlocks(request)),
      ...notAuthorisedBlocks(request),
      ...standardBlocks(asked, kept !== null, conduct.rationale),
    ],
  };
}
