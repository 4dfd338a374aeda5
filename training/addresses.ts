import type { PackAddress, PostcodePoint } from '@/geo';
import { BURGH } from './burgh';
import type { House } from './frontage';
import { toPosition, type Metres } from './plane';
import { ROADS, type Road } from './roads';

/** Flats of a stair, in the ways that Scottish councils write them. */
const STAIRS: Record<string, readonly string[]> = {
  'High Street': ['GF', '1F1', '1F2', '2F1', '2F2', '3F1'],
  'Market Street': ['0/1', '1/1', '1/2', '2/1', '2/2'],
  'Bridge Street': ['Ground floor', '1F1', '2F1'],
  Quayside: ['0/1', '1/1', '2/1'],
  Shore: ['GF', '1F1', '2F1'],
};

/** Real UPRNs have at most 12 digits; these have 13, so none can be mistaken for, or found among, real ones. */
const uprn = (index: number) => `9990000${String(index + 1).padStart(6, '0')}`;

/** About 150 addresses: an even choice of the doors of each street. */
export function addresses(houses: readonly House[]): PackAddress[] {
  const doors = ROADS.flatMap((road) => doorsOf(road, houses.filter((house) => house.street === road.name)));
  return doors.map((door, i) => {
    const [lng = 0, lat = 0] = toPosition(door.at);
    return { uprn: uprn(i), text: `${door.text}, ${BURGH.name}`, flat: door.flat, postcode: door.postcode, point: { lng, lat } };
  });
}

interface Door { readonly text: string; readonly flat: string; readonly postcode: string; readonly at: Metres }

function doorsOf(road: Road, houses: readonly House[]): Door[] {
  const numbered = (['left', 'right'] as const).flatMap((side) =>
    houses.filter((house) => house.side === side).flatMap((house) => house.doors.map((at) => ({ at, share: house.share })))
      .map((door, i) => ({ ...door, number: 2 * i + (side === 'left' ? 1 : 2) })));
  const inOrder = numbered.toSorted((a, b) => a.number - b.number);
  const step = Math.max(1, inOrder.length / Math.max(1, road.addressed));
  // The odd one of every pair of picks moves on by a door, so that both sides of the street have addresses.
  const picks = Array.from({ length: road.addressed }, (_, k) => Math.floor(k * step) + (k % 2));
  const chosen = [...new Set(picks)].flatMap((pick) => inOrder[pick] ?? []);
  return chosen.flatMap((door, i) => {
    const postcode = road.postcodes[Math.min(road.postcodes.length - 1, Math.floor(door.share * road.postcodes.length))];
    if (postcode === undefined) return [];
    const flats = i % 2 === 0 ? STAIRS[road.name] ?? [''] : [''];
    return flats.map((flat) => ({ text: `${door.number} ${road.name}`, flat, postcode, at: door.at }));
  });
}

/** As in Code-Point Open, a postcode's point is one of its addresses, near their middle. */
export function postcodes(all: readonly PackAddress[]): PostcodePoint[] {
  const names = [...new Set(all.map((address) => address.postcode))].toSorted();
  const points = names.map((postcode): PostcodePoint => {
    const own = all.filter((address) => address.postcode === postcode);
    const mean = (of: (a: PackAddress) => number) => own.reduce((sum, a) => sum + of(a), 0) / own.length;
    const [lng, lat] = [mean((a) => a.point.lng), mean((a) => a.point.lat)];
    const off = (a: PackAddress) => Math.hypot((a.point.lng - lng) * Math.cos((lat * Math.PI) / 180), a.point.lat - lat);
    const middle = own.toSorted((a, b) => off(a) - off(b) || a.uprn.localeCompare(b.uprn))[0];
    return { postcode, point: middle?.point ?? { lng, lat }, quality: 10, councilCode: BURGH.councilCode };
  });
  return [...points, imputed(points)].toSorted((a, b) => a.postcode.localeCompare(b.postcode));
}

/** A postcode of new houses, whose published point was imputed (quality 50): its position must come out as not known. */
function imputed(points: readonly PostcodePoint[]): PostcodePoint {
  const beside = points.find((p) => p.postcode === 'ZX2 3AA');
  if (!beside) throw new RangeError('The training area lost its postcode ZX2 3AA.');
  return { ...beside, postcode: 'ZX2 3AD', quality: 50 };
}
