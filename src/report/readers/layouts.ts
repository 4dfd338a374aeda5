import { FOLLOW_UPS, type SectionId } from '@/record';
import { AGENCIES } from '@/terms';
import type { Block } from '../document';
import { addressLine, precisionPhrase } from '../phrases';
import { facts, note, row } from '../words';
import { factsOf, type LaidOut, stringOf } from './laidOut';
import { agencies, physicalCheck, sites } from './layoutsOfChecks';

type Exact = Parameters<typeof precisionPhrase>[0];

/** '' where nothing of it is there. */
export const addressIn = ({ take }: Pick<LaidOut, 'take'>): string => addressLine({ flat: stringOf(take('address.flat')), text: stringOf(take('address.text')), postcode: stringOf(take('address.postcode')) });

function address({ take, said }: LaidOut): readonly Block[] {
  const line = addressIn({ take });
  const position = take('address.position');
  take('assessment.reference');
  take('assessment.startedAt');
  return factsOf(
    ...(line === '' ? [] : [row('Address', line, 'fact')]), ...said('address.floor', 'Floor', 'fact'), ...said('address.uprn', 'UPRN', 'fact'), ...said('assessment.addressKind', 'Kind of address', 'fact'),
    ...(position === undefined ? [] : [row('Position', precisionPhrase(position as Exact), 'fact')]),
  );
}

function person({ said, grouped, paragraph }: LaidOut): readonly Block[] {
  return [
    ...factsOf(
      ...said('person.reference', 'Reference', 'fact'), ...['person.under18', 'person.registered', 'person.category', 'person.level', 'person.supervision'].flatMap((path) => said(path, undefined, 'fact')),
      ...grouped('person.orders', 'Licence and orders in force'),
      ...said('assessment.trigger.kind', 'What started it', 'fact'), ...said('assessment.trigger.occurredOn', 'On', 'fact'), ...said('assessment.trigger.agency', 'Whose event', 'fact'), ...said('assessment.trigger.event', 'Which event', 'fact'),
      ...grouped('assessment.changes', 'Changed since the last ERA or review'),
      ...said('assessment.lastEra.answer', undefined, 'fact'), ...said('assessment.lastEra.on', 'Last ERA: on', 'fact'), ...said('assessment.lastReview.answer', undefined, 'fact'), ...said('assessment.lastReview.on', 'Last review: on', 'fact'),
    ),
    ...paragraph('assessment.trigger.note', 'Note', 'reported'),
  ];
}

/** Conditions hold of one decision alone; what was written under another stays in the record. */
function decision({ take, said, paragraph }: LaidOut, { conditional }: { readonly conditional: boolean }): readonly Block[] {
  const decided = said('assessment.outcome.decision', 'Decision of the Responsible Authorities', 'assessment');
  if (!conditional) take('assessment.outcome.conditions');
  return [
    ...(decided.length === 0 ? [note('No decision of the Responsible Authorities on this address is on record.')] : [facts(...decided, ...said('assessment.outcome.decidedOn', 'Decided on', 'fact'), ...said('assessment.outcome.decidedBy', 'Decided by', 'fact'))]),
    ...paragraph('assessment.outcome.reasons', 'Reasons', 'assessment'), ...paragraph('assessment.outcome.otherWay', 'What points the other way', 'assessment'),
    ...paragraph('assessment.outcome.conditions', 'Conditions, for the Risk Management Plan', 'assessment'),
    ...factsOf(...said('assessment.outcome.homeChanges', 'What is changed', 'assessment'), ...said('assessment.outcome.insteadWhat', 'What happens instead', 'assessment'), ...said('assessment.outcome.insteadRiskier', 'Is that riskier?', 'assessment'), ...said('assessment.outcome.insteadWhy', 'Why', 'assessment'),
      ...said('assessment.outcome.refusalNumber', undefined, 'fact'), ...said('assessment.outcome.whoIsTold', undefined, 'fact'), ...said('assessment.review.reviewOn', 'Reviewed again on', 'fact'), ...said('assessment.review.why', 'Why then', 'assessment')),
    ...(decided.length === 0 ? [] : [note('An offer or allocation is the landlord’s own decision and is not recorded here.')]),
  ];
}

function conduct({ said, paragraph }: LaidOut): readonly Block[] {
  return [
    ...factsOf(...said('assessment.conduct.decision', 'ERA', 'assessment'), ...said('assessment.conduct.ground', undefined, 'assessment'), ...said('assessment.conduct.partsLeftOut', undefined, 'fact'), ...said('assessment.conduct.leftOutWhat', undefined, 'fact')),
    ...paragraph('assessment.conduct.rationale', 'Rationale', 'assessment'), ...paragraph('assessment.conduct.otherWay', 'What points the other way', 'assessment'),
    ...paragraph('assessment.conduct.reliedOn', 'What was relied on', 'assessment'), ...paragraph('assessment.conduct.interimControls', 'What holds meanwhile', 'assessment'),
    ...factsOf(...said('assessment.conduct.authorisedBy', 'Authorised by a second officer, as recorded', 'reported'), ...said('assessment.conduct.authorisedOn', 'Authorised on', 'reported'), ...said('assessment.conduct.reopenOn', 'The question is opened again on', 'fact')),
  ];
}

function property({ said, grouped, table, paragraph }: LaidOut): readonly Block[] {
  const [own, building] = ['assessment.property', 'assessment.property.building'];
  return [
    ...factsOf(
      ...said(`${own}.kind`, 'Kind of property'), ...said(`${own}.size`, 'Size'), ...said(`${own}.tenure`, 'Tenure'), ...said(`${own}.landlord`, 'Landlord'), ...said(`${own}.rooms`, 'Rooms, and what they look onto'), ...said(`${building}.entrance`, 'Way in'),
      ...grouped(`${building}.features`, 'Building'), ...said(`${building}.hostel.rooms`), ...grouped(`${building}.hostel.features`, 'Place with rooms'), ...said(`${building}.hostel.visitors`),
      ...said(`${own}.source`, 'Source'), ...said(`${own}.knownOn`, 'Known on'), ...said(`${own}.fromProfile`, 'Building: from a block profile'),
    ),
    ...paragraph(`${building}.closeAndStair`, 'Close, stair and surroundings of the building', 'reported'),
    ...table(`${building}.sightLines`, 'What can be seen from the property', { text: 'Seen', kind: 'Statement' }),
  ];
}

function children({ take, said }: LaidOut): readonly Block[] {
  const referral = take('assessment.children.referral.decision');
  return factsOf(
    ...said('assessment.children.livingHere', 'A child lives here', 'reported'), ...said('assessment.children.visiting', 'A child visits', 'reported'), ...said('assessment.children.minded', 'A child is minded here', 'reported'),
    ...(typeof referral === 'string' ? [row('Referral to children and families social work', FOLLOW_UPS[referral as keyof typeof FOLLOW_UPS] ?? referral, 'assessment')] : []), ...said('assessment.children.referral.on', 'Referral: on', 'fact'),
  );
}

function placement({ said, paragraph, table, grouped }: LaidOut): readonly Block[] {
  const [own, tonight, release, boundary] = ['assessment.placement', 'assessment.placement.tonight', 'assessment.placement.release', 'assessment.placement.boundary'];
  return [
    ...factsOf(
      ...said(`${own}.setting`, 'Kind of place', 'fact'), ...said(`${own}.settingNote`, 'In words', 'fact'), ...said(`${release}.kind`, 'Release or home leave', 'fact'), ...said('assessment.clocks.releaseOn', 'Day', 'reported'), ...said(`${release}.day`, 'How sure the day is', 'reported'),
      ...said(`${release}.returnsOn`, 'Back on', 'reported'), ...said(`${release}.ifNone`, 'If there is no address by that day', 'assessment'),
      ...said(`${tonight}.needed`, 'Slept in before the full ERA', 'fact'), ...said(`${tonight}.movesOnBy`, 'Can stay until', 'reported'), ...grouped(`${tonight}.checks`, 'Checked at once', 'answer'), ...said(`${tonight}.agreedBy`, 'Agreed by', 'fact'), ...said(`${tonight}.agreedOn`, 'Agreed on', 'fact'),
      ...said(`${boundary}.crosses`, 'Moves from one area to another', 'fact'), ...said(`${boundary}.from`, 'From', 'fact'), ...said(`${boundary}.to`, 'To', 'fact'), ...said(`${boundary}.takenOver`, 'Taken over', 'reported'),
    ),
    ...table(`${tonight}.checks`, 'Checked at once: notes', { note: 'Note' }, 'Check'),
    ...paragraph(`${tonight}.holds`, 'What holds until the full ERA is done', 'assessment'),
  ];
}

/** Who was there by role and agency; whether it is manageable is the Responsible Authorities', what is offered the landlord's. */
function panels({ take, said, paragraph, table, below, keys }: LaidOut): readonly Block[] {
  const start = 'assessment.panels';
  return keys(start).flatMap((at) => {
    const panel = `${start}.${at}`;
    const present = keys(`${panel}.attendance`).map((seat) => {
      const [agency, role] = [stringOf(take(`${panel}.attendance.${seat}.agency`)), stringOf(take(`${panel}.attendance.${seat}.role`))];
      return `${role} (${Object.hasOwn(AGENCIES, agency) ? AGENCIES[agency as keyof typeof AGENCIES] : agency})`;
    });
    const beside = below(`${panel}.beside`).filter((path) => path.endsWith('.reference')).map((path) => stringOf(take(path)));
    return [
      ...factsOf(
        ...said(`${panel}.on`, stringOf(take(`${panel}.name`)) || 'Panel', 'fact'), ...(present.length === 0 ? [] : [row('Present', present.join('; '), 'fact')]), ...(beside.length === 0 ? [] : [row('Beside it were', beside.join(', '), 'fact')]),
        ...said(`${panel}.quorate`, 'Quorate', 'fact'), ...said(`${panel}.quorumNote`, 'Quorum', 'fact'), ...said(`${panel}.interests`, 'Interests declared', 'reported'),
        ...said(`${panel}.manageable`, 'Responsible Authorities', 'assessment'), ...said(`${panel}.offered`, 'Landlord', 'reported'), ...said(`${panel}.at`, 'Recorded', 'fact'), ...said(`${panel}.by`, 'By', 'fact'),
      ),
      ...paragraph(`${panel}.why`, 'Reasons', 'assessment'), ...paragraph(`${panel}.needs`, 'What this address would need', 'assessment'), ...table(`${panel}.views`, 'Each agency’s view', { agency: 'Agency', view: 'View' }),
      ...paragraph(`${panel}.ifNone`, 'If none of these, then what?', 'assessment'), ...paragraph(`${panel}.dissent`, 'Dissent', 'reported'),
    ];
  });
}

interface Layout {
  readonly id: string;
  readonly heading: string;
  readonly of: readonly SectionId[];
  readonly blocks?: (laid: LaidOut, about: { readonly conditional: boolean }) => readonly Block[];
}

/** The decision first, then what it rests on. Every section of a hand-over stands in one of them. */
export const LAYOUTS: readonly Layout[] = [
  { id: 'decision', heading: 'The decision', of: ['outcome', 'review'], blocks: decision },
  { id: 'address', heading: 'The address', of: ['reference', 'address'], blocks: address },
  { id: 'person', heading: 'The person, and what started it', of: ['person', 'trigger'], blocks: person },
  { id: 'placement', heading: 'Kind of case', of: ['placement', 'clocks'], blocks: placement },
  { id: 'conduct', heading: 'Whether an ERA is conducted', of: ['conduct'], blocks: conduct },
  { id: 'weighed', heading: 'Risk formulation', of: ['formulation'] },
  { id: 'sites', heading: 'Places near the address', of: ['sites'], blocks: sites },
  { id: 'physicalCheck', heading: 'Physical check', of: ['physicalCheck'], blocks: physicalCheck },
  { id: 'homeVisit', heading: 'Home visit', of: ['homeVisit'] },
  { id: 'agencies', heading: 'Agencies and databases', of: ['agencies'], blocks: agencies },
  { id: 'children', heading: 'Contact with children', of: ['children'], blocks: children },
  { id: 'people', heading: 'Other people', of: ['neighbours', 'statements'] },
  { id: 'property', heading: 'Property', of: ['property'], blocks: property },
  { id: 'panels', heading: 'Panel', of: ['panels'], blocks: panels },
];
