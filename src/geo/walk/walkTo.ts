import type { LngLat } from '@/terms';
import type { Geometry, Position } from 'geojson';
import { coverageAt } from '../coverage';
import { distanceMetres } from '../distance';
import type { OpenPack } from '../pack/openPack';
import { planeAt } from '../plane';
import { TICKS_PER_METRE } from './lineLength';
import { walkNetwork } from './network';
import { pathTo } from './pathTo';
import { reachFrom } from './reach';
import { type SiteEnd, siteEnds } from './siteEnds';
import { type OnLine, pointOn, snap, SNAP_METRES } from './snap';
import { STREET_LAYER } from './streetLayer';

/** A walk is looked for up to this many times the distance that was looked at around the address: a detour beyond it is told as 'further than'. */
export const WALK_BOUND_TIMES = 4;

/**
 * The way on foot from a position to a site, along the streets and paths of the pack.
 *
 *   walk         `metres` along the network, from the place on it nearest to the position to where it comes nearest to the site's edge; `offMetres`: from the position
 *                to the network, and from the network to the edge, in a straight line and not in `metres`. `path`: degrees, on the network alone
 *   further      it can be walked, and is longer than `boundMetres`
 *   unreachable  no street or path of the pack leads from the one to the other
 *   noNetwork    nothing can be said: the pack has no streets, or none within `withinMetres` of the position or of the site
 *
 * `held`: the pack's streets were declared whole wherever a shorter way could run. Where not, there may be a shorter way, or one at all.
 */
export type WalkAnswer =
  | { readonly is: 'walk'; readonly metres: number; readonly offMetres: { readonly start: number; readonly site: number }; readonly path: readonly Position[]; readonly held: boolean }
  | { readonly is: 'further'; readonly boundMetres: number; readonly held: boolean }
  | { readonly is: 'unreachable'; readonly held: boolean }
  | { readonly is: 'noNetwork'; readonly why: 'noneInPack' | 'notAtAddress' | 'notAtSite'; readonly withinMetres: number };

/** @throws RangeError for a bound that is no distance; PackError for a site that is empty or not on Earth. */
export function walkTo(pack: OpenPack, from: LngLat, site: Geometry, { boundMetres }: { boundMetres: number }): WalkAnswer {
  if (!(boundMetres > 0 && Number.isFinite(boundMetres))) throw new RangeError(`A walk needs a bound in metres (it is ${String(boundMetres)}).`);
  const noNetwork = (why: Extract<WalkAnswer, { is: 'noNetwork' }>['why']): WalkAnswer => ({ is: 'noNetwork', why, withinMetres: SNAP_METRES });
  const network = walkNetwork(pack);
  if (network === null) return noNetwork('noneInPack');
  const start = snap(network, from);
  if (start === null) return noNetwork('notAtAddress');
  const { ends, inside } = siteEnds(network, site);
  const startPoint = pointOn(network, start);
  if (inside(from)) return { is: 'walk', metres: 0, offMetres: { start: 0, site: 0 }, path: [], held: true };
  if (inside(startPoint)) return { is: 'walk', metres: 0, offMetres: { start: start.metres, site: 0 }, path: [[startPoint.lng, startPoint.lat]], held: true };
  if (ends[0] === undefined) return noNetwork('notAtSite');

  const pieceOf = ({ line }: OnLine) => network.piece[network.ends[2 * line] ?? 0];
  const reachable = ends.filter((end) => pieceOf(end) === pieceOf(start));
  // Every way from a to b that is no longer than `metres` lies within half of that of the middle between them.
  const held = (end: SiteEnd, metres: number) => {
    const to = pointOn(network, end);
    return coverageHolds(pack, { lng: (startPoint.lng + to.lng) / 2, lat: (startPoint.lat + to.lat) / 2 }, Math.max(metres, distanceMetres(startPoint, to)) / 2);
  };
  const first = reachable[0] ?? ends[0];
  if (reachable.length === 0) return { is: 'unreachable', held: held(first, boundMetres) };

  const reach = reachFrom(network, start, boundMetres * TICKS_PER_METRE);
  let best = null as { end: SiteEnd; ticks: number; by: 0 | 1 | null } | null;
  let least = Infinity;
  const consider = (end: SiteEnd, by: 0 | 1 | null, ticks: number) => {
    const total = ticks + end.offMetres * TICKS_PER_METRE;
    if (ticks <= boundMetres * TICKS_PER_METRE && total < least) [best, least] = [{ end, ticks, by }, total];
  };
  for (const end of reachable) {
    const [first = 0, last = 0] = network.ends.subarray(2 * end.line, 2 * end.line + 2);
    consider(end, 0, reach.ticks(first) + end.ticks);
    consider(end, 1, reach.ticks(last) + (network.lengths[end.line] ?? 0) - end.ticks);
    if (end.line === start.line) consider(end, null, Math.abs(end.ticks - start.ticks));
  }
  if (best === null) return { is: 'further', boundMetres, held: held(first, boundMetres) };
  const metres = best.ticks / TICKS_PER_METRE;
  const path = pathTo(network, reach, best.end, best.by);
  return { is: 'walk', metres, offMetres: { start: start.metres, site: best.end.offMetres }, path, held: held(best.end, metres + best.end.offMetres) };
}

function coverageHolds({ header: { layers }, packed: { areas, coverages } }: OpenPack, at: LngLat, metres: number): boolean {
  const place = coverages[layers.findIndex(({ id }) => id === STREET_LAYER)] ?? null;
  return coverageAt(areas, planeAt(at)).holds(place, metres);
}
