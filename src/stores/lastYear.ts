import { nearby, type OpenPack } from '@/geo';
import {
  type Address, askedOf, type Assessment, CHECK_AGENCY_IDS, CHECKED_CATEGORIES, clockSettings, databasesOf, findingsOf, newVisit, noDealing, noPlacement, noReply, type Office, type Person, sitesToJudge, startAssessment, surroundingsFrom, toLookFor, noViews,
} from '@/record';
import { currentStandard, type StandardText } from '@/rules';
import { errorMetresOf, FRAME_PARTS, HOME_TOPICS } from '@/terms';
import { type Ago, PROTOCOL_OF_LAST_YEAR } from './exerciseGiven';

interface Given {
  readonly person: Person;
  readonly address: Address;
  readonly started: Parameters<typeof startAssessment>[0];
  readonly pack: OpenPack;
  readonly office: Office;
  readonly ago: Ago;
  readonly idOf: (text: StandardText) => Promise<string>;
}

const ALL = <K extends string, V>(ids: readonly K[], value: V) => Object.fromEntries(ids.map((id) => [id, value])) as Record<K, V>;
const ASKED = ['solo', 'police', 'childrenAndFamilies'];

function agencies(ago: Ago): NonNullable<Assessment['agencies']> {
  const answered = { ...noReply, reply: 'noTrace', askedOn: ago(364), answeredOn: ago(360), how: 'phone', by: 'Duty officer' } as const;
  const notAsked = { ...noReply, reply: 'notAsked', why: 'Known to hold nothing on this address.' } as const;
  const contacts = Object.fromEntries(CHECK_AGENCY_IDS.map((id) => [id, ASKED.includes(id) ? { ...answered } : { ...notAsked }]));
  return { contacts, databases: Object.fromEntries(databasesOf([]).filter(({ agency }) => ASKED.includes(agency)).map(({ id }) => [id, { ...answered }])), ownChecks: [] };
}

/** The home as last year's review found it. */
function found({ person, address, started, pack, office, ago }: Given): Assessment {
  const begun = startAssessment(started);
  if (begun.property === undefined || begun.homeVisit === undefined || address.position === null) throw new Error('A new record has no property, or the training area no such address.');
  const { property } = begun;
  const answer = nearby(pack, { point: { ...address.position.point }, errorMetres: errorMetresOf(address.position) }, office.radiusMetres ?? 0, ago(360));
  const surroundings = surroundingsFrom({ answer, header: pack.header, signature: pack.signature, office, at: `${ago(360)}T11:00:00.000Z`, by: started.startedBy });
  const visit = newVisit({ visitId: 'last-year', on: ago(361), from: '10:00', by: started.startedBy, byRole: 'SOPU officer' });
  const seen: Assessment = {
    ...begun, addressKind: 'livedIn', surroundings,
    trigger: { kind: 'annualReview', occurredOn: ago(370), agency: 'police', event: 'Renewal at the police station', note: 'Fictional.' },
    changes: ALL(['person', 'household', 'environment'], 'no'), lastEra: { answer: 'on', on: ago(2200) }, lastReview: { answer: 'on', on: ago(735) },
    placement: { ...noPlacement, setting: 'withOthers', boundary: { ...noPlacement.boundary, crosses: 'no' }, household: { otherAdults: 'yes', adultAtRisk: 'no', theyKnow: 'yes' } },
    conduct: {
      ...begun.conduct, decision: 'conducted', rationale: 'The full review of the year (ERA-2017 4.0).', otherWay: 'Nothing about the person or the household has changed.', reliedOn: 'The review of the year before.', interimControls: 'Home visits as planned.',
    },
    property: { ...property, kind: 'semiDetached', tenure: 'withOthers', landlord: 'none', size: '3 rooms', source: 'visit', knownOn: ago(361), building: { ...property.building, entrance: 'ownDoor', features: { ...property.building.features, doorEntry: 'no', garden: 'yes' } } },
    children: { ...begun.children, livingHere: 'no', visiting: 'no', minded: 'no', source: 'Home visit, two officers', knownOn: ago(361) },
    homeVisit: { ...begun.homeVisit, answers: ALL(Object.keys(HOME_TOPICS) as (keyof typeof HOME_TOPICS)[], { answer: 'nothing', text: '' }), source: 'Home visit, two officers', on: ago(361) },
    physicalCheck: {
      visits: [{ ...visit, to: '10:30', inPairs: 'yes', secondRole: 'Supervising social worker', outcome: 'done', schoolRun: { walked: 'no', seen: '' }, looked: ALL(toLookFor(null).map(({ id }) => id), { answer: 'notSeen', note: '', at: `${ago(361)}T10:20:00.000Z` }) }],
      risks: { community: 'No risk was seen.', person: 'No risk was seen.', staff: '' },
    },
    agencies: agencies(ago),
    checks: ALL(CHECKED_CATEGORIES, { answer: 'notSeen', note: '' }),
    views: { ...noViews, agree: 'yes' },
    outcome: {
      ...begun.outcome, decision: 'manageable', reasons: 'Quiet year; nothing new was found.', otherWay: 'A school and a day service are near.', victimOrConditionConflict: 'no', conflictAnsweredBy: 'police', decidedOn: ago(355), decidedBy: 'MAPPA meeting, chair',
    },
    review: { reviewOn: ago(-10), why: 'With the annual review.', retentionRule: 'Training rule: fictional' },
  };
  const judgements = Object.fromEntries(sitesToJudge(seen).map(({ category }) => [category, { relevance: 'notRelevant' as const, reason: 'Not relevant to this fictional victim profile.' }]));
  const weighed = { ...seen, judgements };
  const dealings = Object.fromEntries(findingsOf({ person, address, assessment: weighed, today: ago(355), protocol: null }).map(({ key, text }) => [key, { ...noDealing, how: 'accepted' as const, reason: 'Known, and looked at on each visit.', read: text }]));
  return { ...weighed, formulation: { frame: ALL(Object.keys(FRAME_PARTS) as (keyof typeof FRAME_PARTS)[], 'As weighed at the meeting of last year (fictional).'), tools: {}, dealings } };
}

/** The whole record of last year that the annual review of the exercise begins from, put on record under the protocol of then. */
export async function lastYear(given: Given): Promise<Assessment> {
  const { person, office, ago, idOf } = given;
  const text = currentStandard({ ...PROTOCOL_OF_LAST_YEAR, inForceFrom: ago(800) });
  const assessment = found(given);
  return { ...assessment, asked: { ...askedOf({ person, assessment, settings: clockSettings(office), standard: { id: await idOf(text), text } }), at: `${ago(355)}T15:00:00.000Z` } };
}
