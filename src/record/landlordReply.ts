import { isJsonObject, PROPERTY_QUESTION_IDS, type PropertyAnswers, type PropertyQuestionId } from '@/terms';
import { mergedProfiles } from './blockProfile';
import { type ComparedFact, comparedFlat, type Flat, isOpen, plain, same } from './comparedFacts';
import type { Assessment } from './schema/assessment';
import { type ProfileFacts, emptyProfileFacts } from './schema/blockProfile';
import { type Building, emptyBuilding } from './schema/property';
import type { PropertyReply } from './schema/propertyRequests';

/** A landlord's word in the record's own. What is coarser than the record's terms (a house, a social rent, a bedsit) is in none: an officer chooses. */
const KINDS: Readonly<Record<string, string>> = { flat: 'flat', fourInABlock: 'fourInABlock', supported: 'supported', other: 'other', unknown: 'unknown' };
const TENURES: Readonly<Record<string, string>> = { temporary: 'temporary', private: 'privateLet', other: 'other', unknown: 'unknown' };
const GARDENS: Readonly<Record<string, string>> = { ownGarden: 'yes', commonGarden: 'yes', noGarden: 'no', unknown: 'unknown' };
const WAYS_IN: Readonly<Record<string, string>> = { ownDoor: 'ownDoor', other: 'other', unknown: 'unknown' };

type Said = readonly (readonly [path: string, value: string | undefined])[];
const feature = (id: string) => (answer: string): Said => [[`property.building.features.${id}`, answer]];

/** A common door leads to a stair unless the landlord says that there is none; which way in it is then, an officer chooses. */
function wayIn(answer: string, { stair }: PropertyAnswers): Said {
  const isCommon = answer === 'commonSecure' || answer === 'commonOpen';
  return [
    ['property.building.entrance', isCommon ? stair === 'no' ? undefined : 'sharedClose' : WAYS_IN[answer]],
    ['property.building.features.doorEntry', answer === 'commonSecure' ? 'yes' : undefined],
  ];
}

/** Where an answer stands in a record, by path below it. The rest stays with the request: whether and since when a flat is to let is of its day. */
const PLACES: Readonly<Partial<Record<PropertyQuestionId, (answer: string, all: PropertyAnswers) => Said>>> = {
  type: (answer) => [['property.kind', KINDS[answer]]],
  size: (answer) => [['property.size', answer]],
  tenure: (answer) => [['property.tenure', TENURES[answer]]],
  entrance: wayIn,
  stair: feature('sharedStair'), dryingGreen: feature('dryingGreen'), binStore: feature('binStore'), cctv: feature('cctv'),
  garden: (answer) => [['property.building.features.garden', GARDENS[answer]]],
  building: (answer) => [['property.building.closeAndStair', answer]],
  heldUntil: (answer) => [['clocks.voidHeldUntil', answer]],
};

/** In the order of the questions. */
const answered = (answers: PropertyAnswers): readonly PropertyQuestionId[] => PROPERTY_QUESTION_IDS.filter((id) => answers[id] !== undefined);
const saidTo = (id: PropertyQuestionId, answers: PropertyAnswers): Said => PLACES[id]?.(answers[id] ?? '', answers).filter(([, value]) => value !== undefined) ?? [];

/** What a reply says, by path below the record. */
const factsIn = (answers: PropertyAnswers): Flat => new Map(answered(answers).flatMap((id) => saidTo(id, answers)));

/** Answers that have no place in the record's own words. */
export const saidBeside = (answers: PropertyAnswers): readonly PropertyQuestionId[] => answered(answers).filter((id) => saidTo(id, answers).length === 0);

const valueAt = (value: unknown, path: string): unknown => path.split('.').reduce<unknown>((at, step) => (isJsonObject(at) ? at[step] : undefined), value);

function withValueAt(value: unknown, [step, ...more]: readonly string[], to: unknown): unknown {
  if (step === undefined) return to;
  return isJsonObject(value) ? { ...value, [step]: withValueAt(value[step], more, to) } : value;
}

/** The record beside the reply, fact by fact. A part that the record was begun without is not asked. */
export function comparedReply(assessment: Assessment, { answers }: Pick<PropertyReply, 'answers'>): readonly ComparedFact[] {
  const theirs = new Map([...factsIn(answers)].filter(([path]) => valueAt(assessment, path) !== undefined));
  return comparedFlat(new Map([...theirs.keys()].map((path) => [path, valueAt(assessment, path)])), theirs);
}

/** The record with what an officer takes over of a reply, with its day as the source where none stands there; the reply keeps who took what over, and when. `paths`: of `comparedReply`. */
export function withReplyTakenOver(assessment: Assessment, requestId: string, paths: readonly string[], stamp: { readonly at: string; readonly by: string }): Assessment {
  const request = assessment.propertyRequests?.find((one) => one.requestId === requestId);
  if (!request?.reply) throw new RangeError('No reply of this request is on record.');
  const { reply } = request;
  const facts = comparedReply(assessment, reply).filter(({ path }) => paths.includes(path));
  const next = facts.reduce<Assessment>((now, { path, theirs }) => withValueAt(now, path.split('.'), theirs) as Assessment, assessment);
  const ofProperty = facts.some(({ path }) => path.startsWith('property.'));
  const fields = [...new Set([...reply.used?.fields ?? [], ...facts.map(({ path }) => path)])];
  return {
    ...next,
    ...(next.property && ofProperty && { property: plain({ ...next.property, source: next.property.source ?? 'landlordReply', knownOn: next.property.knownOn ?? reply.answeredOn }) }),
    propertyRequests: (assessment.propertyRequests ?? []).map((one) => (one === request ? { ...one, reply: { ...reply, used: { ...stamp, fields } } } : one)),
  };
}

/** What of the record is as a reply has it, and what is told otherwise: by path. */
export function standingOfReply(assessment: Assessment, reply: PropertyReply): { readonly asTold: readonly string[]; readonly otherwise: readonly string[] } {
  const compared = comparedReply(assessment, reply);
  return {
    asTold: compared.filter(({ path, ours, theirs }) => reply.used?.fields.includes(path) === true && same(ours, theirs)).map(({ path }) => path),
    otherwise: compared.filter(({ conflict }) => conflict).map(({ path }) => path),
  };
}

/** Of one flat and not of the building: its own garden, its own door. */
const ofTheBuilding = (answers: PropertyAnswers): PropertyAnswers =>
  Object.fromEntries(Object.entries(answers).filter(([id, answer]) => !(id === 'garden' && answer === 'ownGarden') && !(id === 'entrance' && answer === 'ownDoor')));

function buildingIn(answers: PropertyAnswers): Building {
  const start = 'property.building.';
  const facts = [...factsIn(ofTheBuilding(answers))].filter(([path]) => path.startsWith(start));
  return facts.reduce<Building>((now, [path, value]) => withValueAt(now, path.slice(start.length).split('.'), value) as Building, emptyBuilding);
}

/** What a reply says of the building, as a profile of its address without the flat. Nothing else of the record or the request is in it. */
export function profileInReply({ answers, by, answeredOn }: PropertyReply, of: { readonly text: string; readonly postcode: string }): ProfileFacts {
  const kind = answers.type === 'supported' ? 'supported' : null;
  return plain({ ...emptyProfileFacts, kind, place: { text: of.text, postcode: of.postcode, position: null }, building: buildingIn(answers), profiledBy: { role: by, organisation: '' }, profiledOn: answeredOn });
}

/** A reply beside a profile that is there: kind and place are the profile's. `organisation`: who replied, by an officer's word. */
export const replyBeside = (known: ProfileFacts, reply: ProfileFacts, organisation: string): ProfileFacts => ({ ...reply, kind: known.kind, place: known.place, profiledBy: { ...reply.profiledBy, organisation } });

/** Whether the profile holds something that the reply does not say. */
export const standsBeside = (compared: readonly ComparedFact[], takeTheirs: (path: string) => boolean): boolean => compared.some(({ path, ours, theirs }) => !isOpen(ours) && !same(ours, theirs) && (isOpen(theirs) || !takeTheirs(path)));

/** The profile refreshed by the reply. `whole`: an officer says that what the reply does not say still holds, so that the day is the reply's. */
export function refreshedByReply(known: ProfileFacts, beside: ProfileFacts, takeTheirs: (path: string) => boolean, whole: boolean): ProfileFacts {
  const merged = mergedProfiles(known, beside, takeTheirs);
  return whole ? { ...merged, profiledOn: beside.profiledOn } : merged;
}
