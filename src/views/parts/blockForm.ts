import { type Address, asksRooms, type Building, type ProfileFacts } from '@/stores';
import type { Fault } from './fault';

/** A profile as typed: the place as an address without a flat, as the search fills one. */
export interface BlockForm {
  kind: ProfileFacts['kind'];
  place: Address;
  building: Building;
  role: string;
  organisation: string;
  profiledOn: string | null;
}

export function blockFormOf({ kind, place, building, profiledBy, profiledOn }: ProfileFacts): BlockForm {
  return structuredClone({ kind, place: { schema: 2, ...place, flat: '', floor: '', uprn: '' }, building, role: profiledBy.role, organisation: profiledBy.organisation, profiledOn });
}

/** The facts, or what is missing. `today`: ISO date. */
export function readBlockForm({ kind, place, building, role, organisation, profiledOn }: BlockForm, today: string): { readonly facts: ProfileFacts } | { readonly faults: readonly Fault[] } {
  const missing = (is: boolean, field: string, say: string): readonly Fault[] => (is ? [{ field, say }] : []);
  const faults = [
    ...missing(kind === null, 'kind', 'Say what kind of building it is.'),
    ...missing(place.text.trim() === '', 'place.text', 'Enter the address of the building, without a flat.'),
    ...missing(building.entrance === null, 'building.entrance', 'Say how one gets in, or that it is not known.'),
    ...building.sightLines.flatMap(({ text, kind: said }, at) => [
      ...missing(text.trim() === '', `building.sightLines.${String(at)}.text`, `Sight line ${String(at + 1)}: write what can be seen, or remove it.`),
      ...missing(said === null, `building.sightLines.${String(at)}.kind`, `Sight line ${String(at + 1)}: say whether it is fact, professional assessment or reported.`),
    ]),
    ...missing(organisation.trim() === '', 'organisation', 'Name the organisation that looked at the building.'),
    ...missing(role.trim() === '', 'role', 'Say in which role. No name is needed.'),
    ...missing(profiledOn === null || profiledOn > today, 'profiledOn', 'Enter the day of the look at the building; it cannot lie ahead.'),
  ];
  if (faults.length > 0) return { faults };
  const { rooms, features, visitors } = building.hostel;
  const hostel = asksRooms({ kind }) ? { rooms: rooms.trim(), features, visitors: visitors.trim() } : building.hostel;
  return {
    facts: {
      kind, place: { text: place.text.trim(), postcode: place.postcode.trim(), position: place.position }, building: { ...building, closeAndStair: building.closeAndStair.trim(), hostel },
      profiledBy: { role: role.trim(), organisation: organisation.trim() }, profiledOn,
    },
  };
}
