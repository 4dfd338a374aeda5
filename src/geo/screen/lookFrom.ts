import { CATEGORY_IDS } from '@/terms';
import type { Allowances } from '../allowances';
import { relationOf } from '../doubt';
import type { PackedSites } from '../pack/siteReader';
import type { Measured } from './candidates';
import { HERE } from './chunk';
import { SEEN } from './verdicts';

/** The sites of one address that are not ruled out, nearest first, and what was seen of each category; used again for the next address. */
export interface Look {
  count: number;
  site: Uint32Array;
  metres: Float64Array;
  bearing: Int16Array;
  inside: Uint8Array;
  keys: Float64Array;
  /** One of SEEN, in the order of CATEGORY_IDS. */
  readonly seen: Uint8Array;
}

const columns = (room: number) => ({
  site: new Uint32Array(room), metres: new Float64Array(room), bearing: new Int16Array(room), inside: new Uint8Array(room), keys: new Float64Array(room),
});
export const look = (): Look => ({ count: 0, ...columns(256), seen: new Uint8Array(CATEGORY_IDS.length) });

export interface Judge {
  readonly sites: PackedSites;
  readonly allowances: Allowances;
  /** For each of the pack's categories, its place in CATEGORY_IDS. */
  readonly categoryPlace: Uint8Array;
  readonly radiusMetres: number;
  readonly addressErrorMetres: number | null;
  /** No measured site is further. */
  readonly mostMetres: number;
}

/** Judges what was measured, and puts it in order: by distance, sites at the same distance by their place in the pack. */
export function lookFrom(measured: Measured, { sites, allowances, categoryPlace, radiusMetres, addressErrorMetres, mostMetres }: Judge, into: Look): void {
  const { place, metres, east, north, count } = measured;
  if (into.site.length < count) Object.assign(into, columns(2 * count));
  sortByMetres(measured, mostMetres, into.keys);
  const positions = positionsFor(count);
  into.seen.fill(SEEN.nothing);
  let kept = 0;
  for (let n = 0; n < count; n++) {
    const key = into.keys[n] ?? 0;
    const k = key - Math.floor(key / positions) * positions;
    const site = place[k] ?? 0;
    const distanceMetres = metres[k] ?? NaN;
    const relation = relationOf({ distanceMetres, radiusMetres, addressErrorMetres, siteErrorMetres: allowances.errorMetres(site), extentMetres: allowances.extentMetres(site) });
    if (relation === 'outside') continue;
    const inside = relation === 'inside' ? 1 : 0;
    // Nearly in order already: keys are rounded to the micrometre.
    let at = kept++;
    for (; at > 0 && ((into.metres[at - 1] ?? 0) > distanceMetres || (into.metres[at - 1] === distanceMetres && (into.site[at - 1] ?? 0) > site)); at--) {
      into.site[at] = into.site[at - 1] ?? 0;
      into.metres[at] = into.metres[at - 1] ?? 0;
      into.bearing[at] = into.bearing[at - 1] ?? 0;
      into.inside[at] = into.inside[at - 1] ?? 0;
    }
    into.site[at] = site;
    into.metres[at] = distanceMetres;
    into.bearing[at] = distanceMetres === 0 ? HERE : bearingOf(east[k] ?? 0, north[k] ?? 0);
    into.inside[at] = inside;
    const c = categoryPlace[sites.category[site] ?? 0] ?? 0;
    into.seen[c] = Math.max(into.seen[c] ?? 0, inside === 1 ? SEEN.inside : SEEN.uncertain);
  }
  into.count = kept;
}

/** Whole degrees from true north, clockwise, 0 to 359. */
function bearingOf(east: number, north: number): number {
  return (Math.round((Math.atan2(east, north) * 180) / Math.PI) + 360) % 360;
}

const positionsFor = (count: number) => 2 ** Math.ceil(Math.log2(count + 1));

/** Distance and position as one whole number under 2^53, as in sitesWithin.ts. */
function sortByMetres({ metres, count }: Measured, most: number, keys: Float64Array): void {
  const positions = positionsFor(count);
  const steps = 2 ** (53 - Math.log2(positions) - Math.ceil(Math.log2(most + 2)));
  for (let k = 0; k < count; k++) keys[k] = Math.floor((metres[k] ?? 0) * steps) * positions + k;
  keys.subarray(0, count).sort();
}
