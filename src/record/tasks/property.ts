import { STAYED_IN_ROOMS } from '@/terms';
import type { CaseFileToday } from '../caseFile';
import type { Neighbours, OthersOfConcern, Property } from '../schema/property';
import { isBlank, missingFrom, type Missing } from './missing';

/** Rooms, kitchens, staff and visitors are asked about there. */
export const asksHostel = ({ kind }: Pick<Property, 'kind'>): boolean => kind !== null && (STAYED_IN_ROOMS as readonly string[]).includes(kind);

/** 'Not known' says nothing of anybody. */
const isToldOf = ({ answers }: Neighbours): boolean => Object.values(answers).some((answer) => answer === 'yes' || answer === 'no');

function neighboursMissing(neighbours: Neighbours, today: string): Missing[] {
  const told = isToldOf(neighbours);
  return missingFrom([
    [told && neighbours.source === null, 'neighbours.source', 'Say which agency answered about nearby households.'],
    [told && neighbours.knownOn === null, 'neighbours.knownOn', 'Enter the date of the answers about nearby households.'],
    [(neighbours.knownOn ?? '') > today, 'neighbours.knownOn', 'Enter a date of the answers about nearby households that is not in the future.'],
  ]);
}

function concernMissing({ answer, answeredOn }: OthersOfConcern, today: string): Missing[] {
  return missingFrom([
    [(answer === 'yes' || answer === 'no') && answeredOn === null, 'othersOfConcern.answeredOn', 'Enter the date on which the police answered about other people of concern.'],
    [(answeredOn ?? '') > today, 'othersOfConcern.answeredOn', 'Enter a date of the police’s answer that is not in the future.'],
  ]);
}

/** Type, entrance and tenure, or that they are not known; the rest reaches the limits. Where there is no address yet, nothing is asked. */
export function propertyMissing({ assessment: { property, neighbours, othersOfConcern, addressKind }, today }: CaseFileToday): Missing[] {
  if (property === undefined || addressKind === 'none') return [];
  return [
    ...missingFrom([
      [property.kind === null, 'property.kind', 'Say what kind of property it is, or that it is not known.'],
      [property.building.entrance === null, 'property.building.entrance', 'Say how one gets in, or that it is not known.'],
      [property.tenure === null, 'property.tenure', 'Say what the tenure is, or that it is not known.'],
      [(property.knownOn ?? '') > today, 'property.knownOn', 'Enter a date of the facts about the property that is not in the future.'],
      ...property.building.sightLines.flatMap(({ text, kind }, at) => [
        [isBlank(text), `property.building.sightLines.${at}.text`, `Sight line ${at + 1}: write what can be seen, or remove it.`] as const,
        [kind === null, `property.building.sightLines.${at}.kind`, `Sight line ${at + 1}: say whether it is fact, professional assessment or reported.`] as const,
      ]),
    ]),
    ...(neighbours === undefined ? [] : neighboursMissing(neighbours, today)),
    ...(othersOfConcern === undefined ? [] : concernMissing(othersOfConcern, today)),
  ];
}
