import { recordState } from '@/record';
import { ADDRESS_KINDS, AGENCIES, MAPPA_CATEGORIES, MAPPA_LEVELS, OUTCOMES, SUPERVISION, TRIGGERS, YES_NO_UNKNOWN } from '@/terms';
import { dayOf, dayPhrase, momentPhrase } from '../dates';
import type { Block, Section } from '../document';
import { addressLine, precisionPhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf, text } from '../words';

const CONDUCTED = { conducted: 'Conducted', notConducted: 'NOT conducted' } as const;

const agencyName = (id: string) => Object.entries(AGENCIES).find(([agency]) => agency === id)?.[1] ?? id;

function stateBlocks(request: RecordRequest): Block[] {
  const { state, departure } = recordState({ ...request, today: dayOf(request.printedAt) });
  return [
    ...(departure ? [note('DEPARTURE FROM THE STANDARD: no ERA is conducted although the standard asks for one. The reasons stand under the conduct decision.')] : []),
    ...(state === 'complete' ? [] : [note('This record is in progress: some of it is still to be answered, and nothing in it is final.')]),
  ];
}

export function headerSection(request: RecordRequest): Section {
  const { assessment, office, officer, logHeadCode, printedAt, training } = request;
  const { conduct, outcome, review } = assessment;
  return {
    id: 'header', heading: 'This record',
    blocks: [
      ...(training ? [note('TRAINING: every person, address and place in this record is fictional.')] : []),
      ...stateBlocks(request),
      facts(
        row('Reference', assessment.reference),
        row('As at', momentPhrase(printedAt)),
        row('ERA', conduct.decision === null ? 'Not decided yet' : CONDUCTED[conduct.decision]),
        ...(conduct.decision === 'notConducted' ? [] : [row('Decision', termOf(OUTCOMES, outcome.decision))]),
        row('Review', dayPhrase(review.reviewOn)),
        row('Begun', `${momentPhrase(assessment.startedAt)} by ${assessment.startedBy}`),
        row('Printed by', [officer.name, officer.role, agencyName(officer.agency)].filter(Boolean).join(', ')),
        row('Office', given(office.officeName)),
        row("Code of the log's head", logHeadCode),
      ),
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
      row('Position', position === null ? 'Not known' : `${position.point.lat.toFixed(5)}, ${position.point.lng.toFixed(5)} (latitude, longitude). ${precisionPhrase(position.precision)}`, 'fact'),
    )],
  };
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
    )],
  };
}

export function triggerSection({ assessment: { trigger } }: RecordRequest): Section {
  return {
    id: 'trigger', heading: 'What started this assessment',
    blocks: [
      facts(
        row('Event', termOf(TRIGGERS, trigger.kind), 'fact'),
        row('Date', dayPhrase(trigger.occurredOn), 'fact'),
        row('Agency whose event started the clock', termOf(AGENCIES, trigger.agency), 'fact'),
      ),
      ...(trigger.note.trim() === '' ? [] : [text('Note', trigger.note, 'reported')]),
    ],
  };
}
