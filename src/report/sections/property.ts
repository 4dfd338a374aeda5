import { asksHostel, type Assessment, type Building, changesBetween, type Property, standingOfReply } from '@/record';
import { BUILDING_FEATURES, CONCERN_ANSWERS, dayInScotland, ENTRANCES, HOSTEL_FEATURES, LANDLORD_KINDS, NEIGHBOUR_QUESTIONS, NEIGHBOUR_SOURCES, PROPERTY_KINDS, PROPERTY_SOURCES, STATEMENT_KINDS, type StatementKind, TENURES, YES_NO_UNKNOWN } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, FactRow, Section } from '../document';
import { fieldWords } from '../fieldWords';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf } from '../words';

/** 'Not known' is no statement of any kind. */
const told = <K extends string>(label: string, terms: Readonly<Record<K, string>>, id: K | null, kind: StatementKind): FactRow => (id === 'unknown' ? row(label, termOf(terms, id)) : row(label, termOf(terms, id), kind));

const keysOf = <K extends string>(terms: Readonly<Record<K, string>>) => Object.keys(terms) as K[];

/** Seen on a visit is fact; what a file or another person says is reported. */
const kindOfStatement = ({ source }: Property): StatementKind => (source === 'visit' ? 'fact' : 'reported');

function buildingRows({ entrance, features, closeAndStair, hostel }: Building, withHostel: boolean, kind: StatementKind): FactRow[] {
  return [
    told('Way in', ENTRANCES, entrance, kind),
    ...keysOf(BUILDING_FEATURES).map((id) => told(BUILDING_FEATURES[id], YES_NO_UNKNOWN, features[id], kind)),
    row('Close, stair and surroundings of the building', given(closeAndStair), kind),
    ...(withHostel ? [
      row('Rooms to stay in', given(hostel.rooms), kind), ...keysOf(HOSTEL_FEATURES).map((id) => told(HOSTEL_FEATURES[id], YES_NO_UNKNOWN, hostel.features[id], kind)), row('Visitors', given(hostel.visitors), kind),
    ] : []),
  ];
}

/** Where the facts of the building come from, and what the officer says otherwise: the profile's own are kept beside. */
function profileBlocks({ fromProfile, building }: Property): Block[] {
  if (fromProfile === null) return [];
  const { organisation, role, profiledOn, staleOn, usedAt, facts: profiled } = fromProfile;
  const otherwise = profiled === undefined ? [] : [...new Set(changesBetween(profiled, building).map(({ path }) => fieldWords(`assessment.property.building.${path}`)))];
  const stale = staleOn <= dayInScotland(usedAt) ? ' It was past that day when it was used.' : '';
  return [
    note(`The facts of the building come from a block profile of ${dayPhrase(profiledOn)} by ${given(organisation)} (${given(role)}), used on ${dayPhrase(dayInScotland(usedAt))}, to be refreshed by ${dayPhrase(staleOn)}.${stale}`),
    ...(otherwise.length === 0 ? [] : [note(`Told otherwise here than in the profile: ${otherwise.join('; ')}.`)]),
  ];
}

function sightLinesBlock({ sightLines }: Building): Block {
  return sightLines.length === 0
    ? note('Nothing is recorded about what can be seen from the property.')
    : { kind: 'table', caption: 'What can be seen from the property', columns: ['Seen', 'Kind'], rows: sightLines.map(({ text, kind }) => [given(text), termOf(STATEMENT_KINDS, kind)]) };
}

/** What was taken over of a landlord's reply and stands as it was told, and what is told otherwise here: both are kept. */
function replyBlocks(assessment: Assessment): Block[] {
  return (assessment.propertyRequests ?? []).flatMap(({ reply, reference }) => {
    if (!reply?.used) return [];
    const { asTold, otherwise } = standingOfReply(assessment, reply);
    const named = (paths: readonly string[]) => paths.map((path) => fieldWords(`assessment.${path}`)).join('; ');
    const of = `the landlord’s reply of ${dayPhrase(reply.answeredOn)}${reply.by === '' ? '' : ` (${reply.by})`} to request ${given(reference)}`;
    return [
      ...(asTold.length === 0 ? [] : [note(`From ${of}, taken over on ${dayPhrase(dayInScotland(reply.used.at))} by ${given(reply.used.by)}: ${named(asTold)}.`)]),
      ...(otherwise.length === 0 ? [] : [note(`Told otherwise here than in ${of}: ${named(otherwise)}.`)]),
    ];
  });
}

function propertySection(property: Property, assessment: Assessment): Section {
  const { kind, size, tenure, landlord, rooms, building, source, knownOn } = property;
  const statement = kindOfStatement(property);
  return {
    id: 'property', heading: 'The property',
    blocks: [
      facts(
        told('Kind of property', PROPERTY_KINDS, kind, statement), row('Size', given(size), statement), told('Tenure', TENURES, tenure, statement), told('Landlord', LANDLORD_KINDS, landlord, statement),
        row('Rooms, and what they look onto', given(rooms), statement), ...buildingRows(building, asksHostel(property), statement),
        row('Source', termOf(PROPERTY_SOURCES, source)), row('Known on', dayPhrase(knownOn)),
      ),
      ...replyBlocks(assessment), ...profileBlocks(property), sightLinesBlock(building),
    ],
  };
}

/** Yes, no or not known (digest, harm 8). */
function neighboursSection({ neighbours }: Assessment): Section[] {
  if (neighbours === undefined) return [];
  const { answers, source, knownOn, deleted } = neighbours;
  const isBlank = Object.values(answers).every((answer) => answer === null);
  if (isBlank && deleted === null) return [];
  return [{
    id: 'neighbours', heading: 'Nearby households: for Responsible Authorities only',
    blocks: [
      ...(deleted === null ? [] : [note(`What was answered earlier was deleted on ${dayPhrase(dayInScotland(deleted.at))}, after the decision.`)]),
      ...(isBlank ? [] : [facts(
        ...keysOf(NEIGHBOUR_QUESTIONS).map((id) => told(NEIGHBOUR_QUESTIONS[id], YES_NO_UNKNOWN, answers[id], 'reported')),
        row('Source', termOf(NEIGHBOUR_SOURCES, source)), row('Known on', dayPhrase(knownOn)),
      ), note('Kept until a short while after the decision, then deleted here: delete this page too.')]),
    ],
  }];
}

/** Digest, harm 9. */
function concernSection({ othersOfConcern }: Assessment): Section[] {
  if (othersOfConcern === undefined || othersOfConcern.answer === null) return [];
  const { answer, answeredOn } = othersOfConcern;
  return [{
    id: 'othersOfConcern', heading: 'POLICE ONLY: other people of concern here',
    blocks: [facts(row('Answered by the police', CONCERN_ANSWERS[answer], 'reported'), ...(answer === 'askPolice' ? [] : [row('Answered on', dayPhrase(answeredOn))])), note('POLICE ONLY. It leaves the police for nobody: not for a landlord, not for the individual, not for another authority, which asks the police.')],
  }];
}

/** Whatever was answered, and whether anything was (digest, harm 9). */
const ASK_POLICE: Section = { id: 'othersOfConcern', heading: 'Other people of concern here', blocks: [note('Only the police answer whether there are other people of concern here. No answer stands in this copy: ask the police.')] };

export function propertySections({ assessment, forPolice = false }: RecordRequest): Section[] {
  if (assessment.property === undefined) return [];
  return [propertySection(assessment.property, assessment), ...neighboursSection(assessment), ...(forPolice ? concernSection(assessment) : [ASK_POLICE])];
}
