import { PRECISIONS, type LngLat } from '@/terms';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import type { OpenPack } from '../pack/openPack';
import type { PackAddress } from '../pack/site';
import { uprnKey } from '../uprnKey';

/** Where an address stands, how far off that may be (null: not known), and from which of its columns. */
export interface Placed {
  readonly point: LngLat;
  readonly precisionMetres: number | null;
  readonly source: 'coordinates' | 'grid' | 'uprn' | 'postcode';
}

/** The cells of a row, trimmed; '' where not given. */
export interface AddressCells {
  readonly lng: string;
  readonly lat: string;
  readonly easting: string;
  readonly northing: string;
  readonly uprn: string;
  readonly postcode: string;
}

/** `wrong`: what was given cannot be meant, so the row is not placed by anything else either. */
type Try = Placed | { readonly reason: string; readonly wrong: boolean } | null;

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/u;
const SURVEYED = 10;
/** Half a degree of latitude in the last digit, in metres: 1° is at most 111.7 km. */
const DEGREE_METRES = 111_700;

/** By the most exact of what is given: the least error wins, and of the same error the first of coordinates, UPRN, grid, postcode. */
export function placeAddress(cells: AddressCells, pack: Pick<OpenPack, 'postcode'>, uprns: UprnPoints, shift: GridShift = ONE_SHIFT): Placed | { readonly reason: string } {
  const tries: readonly Try[] = [byCoordinates(cells), byUprn(cells, uprns), byGrid(cells, shift), byPostcode(cells, pack)];
  const faults = tries.filter((each) => each !== null && 'reason' in each);
  const wrong = faults.find((each) => each.wrong);
  if (wrong !== undefined) return { reason: wrong.reason };
  const [best] = tries.filter((each) => each !== null && 'point' in each).toSorted((a, b) => (a.precisionMetres ?? Infinity) - (b.precisionMetres ?? Infinity));
  if (best !== undefined) return best;
  return { reason: faults.length === 0 ? 'No position is given: no coordinates, UPRN, grid reference or postcode.' : faults.map(({ reason }) => reason).join(' ') };
}

/** Points by UPRN without leading zeros. */
export type UprnPoints = ReadonlyMap<string, Pick<PackAddress, 'point' | 'errorMetres'>>;

/** The pack's own addresses. */
export function uprnsOf(pack: OpenPack): UprnPoints {
  return new Map(pack.addresses().map((address) => [uprnKey(address.uprn), address]));
}

const inScotland = ({ lng, lat }: LngLat) => lng >= -9 && lng <= 0 && lat >= 54.5 && lat <= 61;
const wrong = (reason: string) => ({ reason, wrong: true });
const numberIn = (text: string) => (NUMBER.test(text.replace('−', '-')) ? Number(text.replace('−', '-')) : null);

/** Both numbers of a pair, or what is wrong with them. */
function pairOf(first: string, second: string, [nameOfFirst, nameOfSecond]: readonly [string, string]): readonly [number, number] | { reason: string; wrong: boolean } | null {
  if (first === '' && second === '') return null;
  if (first === '' || second === '') return wrong(`It has a ${first === '' ? nameOfSecond : nameOfFirst} but no ${first === '' ? nameOfFirst : nameOfSecond}.`);
  const [a, b] = [numberIn(first), numberIn(second)];
  if (a === null || b === null) return wrong(`Its ${a === null ? nameOfFirst : nameOfSecond} '${cut(a === null ? first : second)}' is not a plain number.`);
  if (a === 0 && b === 0) return wrong(`Its ${nameOfFirst} and ${nameOfSecond} are 0, 0: that is no position.`);
  return [a, b];
}

function byCoordinates({ lng: lngText, lat: latText }: AddressCells): Try {
  const pair = pairOf(lngText, latText, ['longitude', 'latitude']);
  if (pair === null || 'reason' in pair) return pair;
  const point = { lng: pair[0], lat: pair[1] };
  if (!inScotland(point)) {
    if (inScotland({ lng: point.lat, lat: point.lng })) return wrong('Its longitude and latitude are swapped.');
    return wrong(Math.abs(point.lng) > 180 || Math.abs(point.lat) > 90
      ? 'Its longitude and latitude are not degrees. Grid metres go into the columns easting and northing.'
      : `It lies outside Scotland (longitude ${String(point.lng)}, latitude ${String(point.lat)}).`);
  }
  const digits = Math.max(decimalsOf(lngText), decimalsOf(latText));
  // Cut-off decimals are an error of their own: half a unit of the last digit each way. Five decimals are under a metre.
  const cutOff = digits >= 5 ? 0 : Math.hypot(DEGREE_METRES, DEGREE_METRES * Math.cos((point.lat * Math.PI) / 180)) * 0.5 * 10 ** -digits;
  return { point, precisionMetres: Math.ceil(PRECISIONS.building.errorMetres + cutOff), source: 'coordinates' };
}

const decimalsOf = (text: string) => (text.split('.')[1] ?? '').length;

function byGrid({ easting, northing }: AddressCells, shift: GridShift): Try {
  const pair = pairOf(easting, northing, ['easting', 'northing']);
  if (pair === null || 'reason' in pair) return pair;
  const [eastings, northings] = pair;
  const { errorMetres, ...point } = shift.toLngLat({ eastings, northings });
  if (!onGrid(eastings, northings) || !inScotland(point)) {
    const swapped = onGrid(northings, eastings) && inScotland(shift.toLngLat({ eastings: northings, northings: eastings }));
    return wrong(`Its easting ${String(eastings)} and northing ${String(northings)} are not a place in Scotland on the British National Grid, in metres${swapped ? '; the other way round they would be: look whether they are swapped' : ''}.`);
  }
  // A reference to a square names its south-west corner: the place may be anywhere up to the other one.
  const square = [1_000, 100].find((metres) => eastings % metres === 0 && northings % metres === 0) ?? 0;
  return { point, precisionMetres: PRECISIONS.building.errorMetres + errorMetres + Math.ceil(square * Math.SQRT2), source: 'grid' };
}

const onGrid = (eastings: number, northings: number) => eastings >= 0 && eastings <= 700_000 && northings >= 500_000 && northings <= 1_300_000;

function byUprn({ uprn }: AddressCells, uprns: UprnPoints): Try {
  if (uprn === '') return null;
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/iu.test(uprn)) return { reason: `Its UPRN '${cut(uprn)}' has lost digits in a spreadsheet: format the column as text.`, wrong: false };
  if (!/^\d{1,13}$/u.test(uprn)) return { reason: `Its UPRN '${cut(uprn)}' is not a number of up to 12 digits.`, wrong: false };
  const found = uprns.get(uprnKey(uprn));
  return found === undefined
    ? { reason: `UPRN ${uprn} is not in this pack.`, wrong: false }
    : { point: found.point, precisionMetres: found.errorMetres ?? PRECISIONS.building.errorMetres, source: 'uprn' };
}

function byPostcode({ postcode }: AddressCells, pack: Pick<OpenPack, 'postcode'>): Try {
  if (postcode === '') return null;
  const found = pack.postcode(postcode);
  if (found === null) return { reason: `Postcode '${cut(postcode)}' is not in this pack: it is new, ended, outside the area, or mistyped.`, wrong: false };
  return { point: found.point, precisionMetres: found.quality === SURVEYED ? PRECISIONS.postcode.errorMetres : PRECISIONS.unknown.errorMetres, source: 'postcode' };
}

const cut = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
