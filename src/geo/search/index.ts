import type { OpenPack } from '../pack/openPack';
import { postcodeKey, postcodeLabel } from '../pack/postcodeText';
import { coordinatesIn } from './coordinates';
import type { PlaceFound, PlaceSearch } from './found';
import { gridReferenceIn } from './gridReference';
import { addressFound, namesMatching } from './namesMatching';
import { namesInSteps, namesOf } from './names';
import { uprnKey } from '../uprnKey';
import { postcodeAtEnd, postcodeFound, postcodesBeginning, wholePostcode } from './postcodes';
import { whereItLies } from './whereItLies';

export type { PlaceFound, PlaceKind, PlaceSearch } from './found';

/** A list longer than this is not read; type more instead. */
const LIMIT = 20;
/** Nobody types more; what is pasted is cut. */
const LONGEST_QUERY = 200;
const NOT_FOUND = { is: 'notFound', why: 'nothingMatches', say: 'Nothing in this pack matches. Try the postcode, or place the pin on the map.' } as const;

/**
 * Finds a place by postcode (whole, its beginning, or at the end of an address), UPRN, words of the places, streets and addresses that the pack carries (in short
 * forms, with slips of typing), a British National Grid reference, or 'lat, lng' in decimal degrees. Best match first, at most `limit`; nothing but the match is
 * weighed. The first search for words of a pack builds its index. Nothing leaves the device.
 */
export function findPlace(pack: OpenPack, query: string, { limit = LIMIT }: { limit?: number } = {}): PlaceSearch {
  const text = query.slice(0, LONGEST_QUERY).trim();
  const position = coordinatesIn(text);
  if (position !== null) return { is: 'found', places: [{ kind: 'coordinates', label: `${position.point.lat.toFixed(5)}, ${position.point.lng.toFixed(5)}`, ...position, ...whereItLies(pack, position.point, null) }] };
  const whole = wholePostcode(text);
  const places = whole === null ? placesFor(pack, text, limit) : ofPostcode(pack, whole);
  if (places.length > 0) return { is: 'found', places: places.slice(0, limit) };
  const missing = whole ?? postcodeAtEnd(text)?.key;
  if (missing === undefined) return NOT_FOUND;
  const say = `${postcodeLabel(missing)} is not in this pack: it is new, ended, outside the area, or mistyped. Check it, or place the pin on the map.`;
  return { is: 'notFound', why: 'postcodeNotInPack', say };
}

const atNextTurn = () => new Promise<void>((resolve) => { setTimeout(resolve); });

/** Builds the index of a pack ahead of the first search, in steps of a few milliseconds; a search meanwhile finishes it at once. `pause`: lets others run. */
export function prepareSearch(pack: OpenPack, { pause = atNextTurn }: { pause?: () => Promise<void> } = {}): Promise<void> {
  return namesInSteps(pack, pause);
}

function ofPostcode(pack: OpenPack, key: string): PlaceFound[] {
  const point = pack.postcode(key);
  const addresses = pack.addresses().filter((address) => postcodeKey(address.postcode) === key).map((address) => addressFound(pack, address));
  return [...(point === null ? [] : [postcodeFound(pack, point)]), ...addresses];
}

function placesFor(pack: OpenPack, text: string, limit: number): PlaceFound[] {
  const byUprn = /^\d{6,13}$/u.test(text) ? (namesOf(pack).byUprn.get(uprnKey(text)) ?? []) : [];
  if (byUprn.length > 0) return byUprn.map((address) => addressFound(pack, address));
  const grid = gridReferenceIn(text);
  const postcodes = postcodesBeginning(pack, text, limit);
  const onEnvelope = postcodeAtEnd(text);
  const named = namesMatching(pack, text, limit);
  return [
    ...(grid === null ? [] : [gridFound(pack, grid)]),
    ...postcodes,
    ...named,
    ...(onEnvelope === null ? [] : fromEnvelope(pack, onEnvelope, named.length === 0 ? limit : 0)),
  ];
}

/** The postcode at the end of an address, after whatever its words find without it: a pack with streets alone has no name that holds the postcode. */
function fromEnvelope(pack: OpenPack, { words, key }: { words: string; key: string }, limit: number): PlaceFound[] {
  const point = pack.postcode(key);
  return [...namesMatching(pack, words, limit), ...(point === null ? [] : [postcodeFound(pack, point)])];
}

function gridFound(pack: OpenPack, { squareMetres: _, ...reference }: NonNullable<ReturnType<typeof gridReferenceIn>>): PlaceFound {
  return { kind: 'gridReference', ...reference, ...whereItLies(pack, reference.point, null) };
}
