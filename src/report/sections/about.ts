import { accurateThen, eraIsConducted, type LastDone, POSITION_SOURCES, recordState } from '@/record';
import { ADDRESS_KINDS, AGENCIES, BEHAVIOURS, CARRIED_PARTS, type CarriedPart, CHANGES, dayInScotland, MAPPA_CATEGORIES, MAPPA_LEVELS, momentInWords, ORDERS, OUTCOMES, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN, type YesNoUnknown } from '@/terms';
import { askedIn } from '../asked';
import { conductPhrase, departurePhrase } from '../conductPhrases';
import { dayPhrase } from '../dates';
import type { Block, FactRow, Section } from '../document';
import { addressLine, precisionPhrase } from '../phrases';
import { madeRows, TRAINING_NOTE } from '../readers/head';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf, text } from '../words';
import { localAnswerBlocks } from './localAnswers';

function stateBlocks(request: RecordRequest): Block[] {
  const { departures, standard: { protocol } } = askedIn(request);
  const { state } = recordState({ ...request, protocol, today: dayInScotland(request.printedAt) });
  return [
    ...(departures.length === 0 ? [] : [
      note('DEPARTURE FROM THE STANDARD: what the standard asks for is not done, or not in full. The reasons stand under the conduct decision.'),
      { kind: 'list', items: departures.map(departurePhrase) } as const,
    ]),
    ...(state === 'complete' ? [] : [note('This record is in progress: some of it is still to be answered, and nothing in it is final.')]),
  ];
}

/** Digest, 'The record': that there are two parts is minuted, their layout is open. */
const LAYOUT = 'Part A and part B are a layout of Steading’s own: the published template was not seen. That part A holds the risk formulation statement is minuted.';

export function headerSection(request: RecordRequest): Section {
  const { assessment, printedAt, training } = request;
  const { conduct, outcome, review } = assessment;
  return {
    id: 'header', heading: 'This record',
    blocks: [
      ...(training ? [note(TRAINING_NOTE)] : []),
      note(accurateThen(assessment)),
      ...stateBlocks(request),
      facts(
        row('Reference', assessment.reference),
        row('As at', momentInWords(printedAt)),
        row('ERA', conductPhrase(conduct.decision)),
        ...(eraIsConducted(assessment) === false ? [] : [row('Decision', termOf(OUTCOMES, outcome.decision))]),
        row('Review', dayPhrase(review.reviewOn)),
        row('Begun', `${momentInWords(assessment.startedAt)} by ${assessment.startedBy}`),
        ...madeRows(request),
      ),
      note(LAYOUT),
    ],
  };
}

export function addressSection({ address, assessment }: RecordRequest): Section {
  const { position } = address;
  return {
    id: 'address', heading: 'The address',
    blocks: [facts(
      row('Address', given(addressLine(address)), 'fact'),
      ...(address.floor.trim() === '' ? [] : [row('Floor', address.floor, 'fact')]),
      ...(address.uprn.trim() === '' ? [] : [row('UPRN', address.uprn, 'fact')]),
      row('Kind of address', termOf(ADDRESS_KINDS, assessment.addressKind), 'fact'),
      row('Position', position === null ? 'Not known' : `${position.point.lat.toFixed(5)}, ${position.point.lng.toFixed(5)} (latitude, longitude). ${POSITION_SOURCES[position.from]}. ${precisionPhrase(position)}`, 'fact'),
    )],
  };
}

/** By answer, the terms one under the other: what nobody has answered stays in view. */
function answered<K extends string>(label: string, terms: Readonly<Record<K, string>>, answers: Readonly<Record<K, YesNoUnknown | null>>): readonly FactRow[] {
  return (['yes', 'no', 'unknown', null] as const).flatMap((answer) => {
    const ids = (Object.keys(terms) as K[]).filter((id) => answers[id] === answer);
    return ids.length === 0 ? [] : [row(`${label}: ${termOf(YES_NO_UNKNOWN, answer).toLowerCase()}`, ids.map((id) => terms[id]).join('; '), ...(answer === null ? [] : ['fact'] as const))];
  });
}

/** By reference only: no name is asked for, so none can be printed. */
export function personSection({ person }: RecordRequest): Section {
  return {
    id: 'person', heading: 'The person',
    blocks: [facts(
      row('Reference', given(person.reference), 'fact'),
      row('Under 18', termOf(YES_NO_UNKNOWN, person.under18), 'fact'),
      row('Subject to SONR', termOf(YES_NO_UNKNOWN, person.registered), 'fact'),
      row('Renewal of registration', dayPhrase(person.renewalOn), 'fact'),
      row('MAPPA category', termOf(MAPPA_CATEGORIES, person.category), 'fact'),
      row('MAPPA level', termOf(MAPPA_LEVELS, person.level), 'fact'),
      row('Supervision', termOf(SUPERVISION, person.supervision), 'fact'),
      ...answered('Licence and orders in force', ORDERS, person.orders),
      ...answered('Offence behaviours', BEHAVIOURS, person.behaviours),
    )],
  };
}

function lastDonePhrase({ answer, on }: LastDone): string {
  switch (answer) {
    case 'on': return on === null ? 'Done, the day is not given' : dayPhrase(on);
    case 'never': return 'Never done';
    case 'unknown': return YES_NO_UNKNOWN.unknown;
    case null: return given('');
  }
}

/** What a review took over, part by part: by whom it was said to hold still, or that nobody has. */
function carriedBlocks({ assessment: { carried } }: RecordRequest): readonly Block[] {
  if (carried === undefined) return [];
  const items = Object.entries(carried.parts).map(([part, held]) => `${CARRIED_PARTS[part as CarriedPart]}: ${held === null ? 'not looked at again yet' : `said to hold on ${momentInWords(held.at)}, by ${held.by}`}.`);
  return [note(`Taken over from ${carried.reference}, decided on ${dayPhrase(carried.decidedOn)}:`), { kind: 'list', items }];
}

export function triggerSection(request: RecordRequest): Section {
  const { trigger, changes, lastEra, lastReview } = request.assessment;
  return {
    id: 'trigger', heading: 'What started this assessment',
    blocks: [
      facts(
        row('Event', termOf(TRIGGERS, trigger.kind), 'fact'),
        row('Date', dayPhrase(trigger.occurredOn), 'fact'),
        row('Agency whose event started the clock', termOf(AGENCIES, trigger.agency), 'fact'),
        row('Which event of that agency', given(trigger.event), 'fact'),
        ...answered('Changed since the last ERA or review', CHANGES, changes),
        row('Last ERA of this address', lastDonePhrase(lastEra), 'fact'),
        row('Last review of it', lastDonePhrase(lastReview), 'fact'),
      ),
      ...localAnswerBlocks(request),
      ...carriedBlocks(request),
      ...(trigger.note.trim() === '' ? [] : [text('Note', trigger.note, 'reported')]),
    ],
  };
}
