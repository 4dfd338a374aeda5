import { BUILDING_FEATURES, dayInScotland, HOSTEL_FEATURES, NEIGHBOUR_QUESTIONS } from '@/terms';
import type { May } from './handOver/pick';
import type { Assessment } from './schema/assessment';
import type { Neighbours, Property } from './schema/property';
import { asksHostel } from './tasks/property';
import { eraIsConducted } from './tasks/conduct';

const named = (lead: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`]);
const isOpen = (answer: string | null) => answer === null || answer === 'unknown';
const openOf = <K extends string>(terms: Readonly<Record<K, string>>, answers: Readonly<Record<K, string | null>>) => (Object.keys(terms) as K[]).filter((id) => isOpen(answers[id])).map((id) => terms[id]);

function ofFacts(property: Property): string[] {
  const { building, kind, tenure, landlord, size, rooms } = property;
  const facts = [['the kind of property', isOpen(kind)], ['tenure', isOpen(tenure)], ['the kind of landlord', isOpen(landlord)], ['size', size.trim() === ''], ['the way in', isOpen(building.entrance)], ['the rooms and what they look onto', rooms.trim() === '']] as const;
  const hostel = asksHostel(property) ? openOf(HOSTEL_FEATURES, building.hostel.features) : [];
  return [
    ...named('Not known of the property', facts.filter(([, open]) => open).map(([words]) => words)),
    ...named('Not known of the building', [...openOf(BUILDING_FEATURES, building.features), ...hostel]),
    ...(building.sightLines.length === 0 ? ['Nothing is recorded about what can be seen from the property.'] : []),
  ];
}

function ofProfile({ fromProfile }: Property): string[] {
  if (fromProfile === null || fromProfile.staleOn > dayInScotland(fromProfile.usedAt)) return [];
  return ['The block profile that was used was past the day by which it was to be refreshed.'];
}

function ofNeighbours({ answers, deleted }: Neighbours): string[] {
  if (deleted !== null && Object.values(answers).every((answer) => answer === null)) return ['Answers about nearby households were deleted after the decision.'];
  return named('Not known of nearby households', openOf(NEIGHBOUR_QUESTIONS, answers));
}

/** What nobody knows of property and building; of nearby households, and whether the police are still to be asked, to whoever may have those answers. To anybody else the list is the same whatever was answered about people. */
export function limitsOfProperty(assessment: Assessment, may: May): readonly string[] {
  const { property, neighbours, othersOfConcern, addressKind } = assessment;
  if (property === undefined || addressKind === 'none' || eraIsConducted(assessment) === false) return [];
  return [
    ...(may('assessment.property') ? [...ofFacts(property), ...ofProfile(property)] : []), ...(neighbours !== undefined && may('assessment.neighbours') ? ofNeighbours(neighbours) : []),
    ...(may('assessment.othersOfConcern') && othersOfConcern?.answer === 'askPolice' ? ['Whether there are other people of concern here is still to be asked of the police.'] : []),
  ];
}
