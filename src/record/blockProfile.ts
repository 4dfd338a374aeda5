import { addMonths, canonicalText } from '@/rules';
import { STAYED_IN_ROOMS } from '@/terms';
import * as v from 'valibot';
import { changesBetween } from './changes';
import { type ComparedFact, comparedFlat, type Flat, isOpen, mergedFlat, plain, same } from './comparedFacts';
import type { BlockProfile, ProfileFacts } from './schema/blockProfile';
import { profileFactsSchema } from './schema/blockProfile';
import type { Office } from './schema/office';
import type { Building, Property } from './schema/property';

/** Steading's own until the office sets one: the full review comes round every year (ERA-2017 4.0), and should not rest on an older look at the building. */
const STALE_MONTHS = 12;

/** `reason` '': the office has not set it. */
export const staleRule = ({ blockProfiles }: Pick<Office, 'blockProfiles'>): NonNullable<Office['blockProfiles']> => blockProfiles ?? { staleAfterMonths: STALE_MONTHS, reason: '' };

/** The day from which a profile is to be refreshed. */
export const staleDay = (profiledOn: string, { staleAfterMonths }: NonNullable<Office['blockProfiles']>): string => addMonths(profiledOn, staleAfterMonths);

export interface BlockSummary {
  /** Tells a profile from the office's other documents. */
  readonly blockProfile: true;
  readonly kind: ProfileFacts['kind'];
  readonly text: string;
  readonly postcode: string;
  readonly organisation: string;
  readonly profiledOn: string | null;
}

export const summaryOfProfile = ({ now: { kind, place, profiledBy, profiledOn } }: BlockProfile): BlockSummary => ({ blockProfile: true, kind, text: place.text, postcode: place.postcode, organisation: profiledBy.organisation, profiledOn });

export const isBlockSummary = (summary: object): summary is BlockSummary => 'blockProfile' in summary;

export const asksRooms = ({ kind }: Pick<ProfileFacts, 'kind'>): boolean => kind !== null && (STAYED_IN_ROOMS as readonly string[]).includes(kind);

const plainPostcode = (postcode: string) => postcode.replace(/\s/gu, '').toLowerCase();

/** By postcode alone: a profile is offered, an officer says whether it is the building. */
export const isAtPostcode = (postcode: string, other: string): boolean => plainPostcode(postcode) !== '' && plainPostcode(postcode) === plainPostcode(other);

/** What was known goes to the earlier ones; unchanged facts change nothing. `at`: ISO instant. */
export function refreshed(profile: BlockProfile, facts: ProfileFacts, at: string): BlockProfile {
  return changesBetween(profile.now, facts).length === 0 ? profile : { ...profile, now: facts, earlier: [...profile.earlier, { until: at, facts: profile.now }] };
}

function flatBuilding({ entrance, features, closeAndStair, sightLines, hostel }: Building): [string, unknown][] {
  return [
    ['entrance', entrance], ...Object.entries(features).map(([id, answer]): [string, unknown] => [`features.${id}`, answer]), ['closeAndStair', closeAndStair],
    ['hostel.rooms', hostel.rooms], ...Object.entries(hostel.features).map(([id, answer]): [string, unknown] => [`hostel.features.${id}`, answer]), ['hostel.visitors', hostel.visitors],
    ...sightLines.map((one): [string, unknown] => [`sightLines.${one.addedId}`, one]),
  ];
}

const under = (flat: Flat, start: string) => Object.fromEntries([...flat].filter(([path]) => path.startsWith(start)).map(([path, value]) => [path.slice(start.length), value]));

function buildingOf(flat: Flat): Building {
  return {
    entrance: flat.get('entrance'), features: under(flat, 'features.'), closeAndStair: flat.get('closeAndStair'), sightLines: Object.values(under(flat, 'sightLines.')),
    hostel: { rooms: flat.get('hostel.rooms'), features: under(flat, 'hostel.features.'), visitors: flat.get('hostel.visitors') },
  } as Building;
}

function flatFacts({ kind, place, building }: ProfileFacts): [string, unknown][] {
  return [['kind', kind], ['place.text', place.text], ['place.postcode', place.postcode], ['place.position', place.position], ...flatBuilding(building).map(([path, value]): [string, unknown] => [`building.${path}`, value])];
}

export const comparedBuildings = (ours: Building, theirs: Building): readonly ComparedFact[] => comparedFlat(new Map(flatBuilding(ours)), new Map(flatBuilding(theirs)));
export const comparedProfiles = (ours: ProfileFacts, theirs: ProfileFacts): readonly ComparedFact[] => comparedFlat(new Map(flatFacts(ours)), new Map(flatFacts(theirs)));

const PROPERTY_OF: Readonly<Record<string, NonNullable<Property['kind']>>> = { stair: 'flat', block: 'flat' };

/** The property with the profile's facts, and where they come from. `takeTheirs`: of facts that differ, the profile's. Throws RangeError for a profile without its day. */
export function withProfile(property: Property, { profileId, facts, staleOn, usedAt }: { readonly profileId: string; readonly facts: ProfileFacts; readonly staleOn: string; readonly usedAt: string }, takeTheirs: boolean): Property {
  const { kind, building, profiledBy, profiledOn } = facts;
  if (profiledOn === null) throw new RangeError('A profile has the day of its look at the building.');
  const flat = mergedFlat(new Map(flatBuilding(property.building)), new Map(flatBuilding(building)), () => takeTheirs);
  return {
    ...property,
    kind: isOpen(property.kind) && kind !== null ? PROPERTY_OF[kind] ?? (kind as NonNullable<Property['kind']>) : property.kind,
    building: plain(buildingOf(flat)),
    source: property.source ?? 'blockProfile', knownOn: property.knownOn ?? profiledOn,
    fromProfile: { profileId, organisation: profiledBy.organisation, role: profiledBy.role, profiledOn, staleOn, usedAt, facts: plain(building) },
  };
}

/** Theirs beside ours. Where something of ours stands against theirs, both are named, and the older look decides when it is to be refreshed. */
export function mergedProfiles(ours: ProfileFacts, theirs: ProfileFacts, takeTheirs: (path: string) => boolean): ProfileFacts {
  const [own, other] = [new Map(flatFacts(ours)), new Map(flatFacts(theirs))];
  const flat = mergedFlat(own, other, takeTheirs);
  const oursStand = [...flat].some(([path, value]) => !isOpen(value) && !same(value, other.get(path)));
  const building = buildingOf(new Map(Object.entries(under(flat, 'building.'))));
  const place = { text: flat.get('place.text'), postcode: flat.get('place.postcode'), position: flat.get('place.position') } as ProfileFacts['place'];
  const both = (a: string, b: string) => (a.trim() === b.trim() ? a : [a, b].filter((one) => one.trim() !== '').join('; '));
  const days = [ours.profiledOn, theirs.profiledOn].filter((day) => day !== null).sort();
  return {
    kind: flat.get('kind') as ProfileFacts['kind'], place, building,
    profiledBy: oursStand ? { role: both(theirs.profiledBy.role, ours.profiledBy.role), organisation: both(theirs.profiledBy.organisation, ours.profiledBy.organisation) } : theirs.profiledBy,
    profiledOn: oursStand ? days[0] ?? null : theirs.profiledOn,
  };
}

/** The one part of a profile's file. */
export const PROFILE_PART = 'blockProfile';

/** null: not one block profile exactly as this Steading writes it; whatever holds a field more is not taken in. */
export function profileIn(parts: readonly { readonly name: string; readonly value: unknown }[]): ProfileFacts | null {
  const [part, ...more] = parts;
  if (part?.name !== PROFILE_PART || more.length > 0) return null;
  const result = v.safeParse(profileFactsSchema, part.value);
  if (!result.success || result.output.profiledOn === null) return null;
  return canonicalText(part.value) === canonicalText(result.output) ? result.output : null;
}
