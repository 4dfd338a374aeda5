import type { LngLat } from '@/terms';
import { UNITS_PER_DEGREE } from '../pack/shapes';
import { planeAt, reachDegrees } from '../plane';
import { lineTicks, segmentMetres, TICKS_PER_METRE } from './lineLength';
import { linesNear, type WalkNetwork } from './network';

/** A place on a walked line: on the segment from vertex `vertex`, `share` of the way along it; `ticks` from the line's first end. */
export interface OnLine {
  readonly line: number;
  readonly vertex: number;
  readonly share: number;
  readonly ticks: number;
}

/** Further from any street than this, it cannot be said where a walk begins. */
export const SNAP_METRES = 250;
/**
 * Lines that hang together and are shorter than this in all are scraps (a path in a walled garden or in school grounds, whose gate is not drawn): a walk begins and ends on one
 * only where no larger piece is about as near.
 */
const SCRAP_METRES = 500;
/** What 'about as near' is: the depth of a plot. */
export const PASSED_OVER_METRES = 50;

export const isScrap = ({ ends, piece, pieceTicks }: WalkNetwork, line: number): boolean => (pieceTicks[piece[ends[2 * line] ?? 0] ?? 0] ?? 0) < SCRAP_METRES * TICKS_PER_METRE;

/** The nearest place on a walked line, of a scrap only where no larger piece is about as near; null: none within SNAP_METRES. `metres`: from the point to it. */
export function snap(network: WalkNetwork, point: LngLat): (OnLine & { readonly metres: number }) | null {
  const { firstVertex, lngLat } = network;
  const plane = planeAt(point);
  const { lngUnits, latUnits, kx0, kx1, kx2, ky0, ky1, ky2 } = plane;
  const found = { large: { metres: SNAP_METRES, vertex: -1, line: -1, share: 0 }, scrap: { metres: SNAP_METRES, vertex: -1, line: -1, share: 0 } };
  // A near ring first: in a town the answer is in it, and the wide one holds hundreds of lines.
  for (const reach of [40, SNAP_METRES]) {
    const { dLng, dLat } = reachDegrees(plane, reach);
    const [dx, dy] = [dLng * UNITS_PER_DEGREE, dLat * UNITS_PER_DEGREE];
    for (const line of linesNear(network, lngUnits - dx, latUnits - dy, lngUnits + dx, latUnits + dy)) {
      const best = isScrap(network, line) ? found.scrap : found.large;
      let v = firstVertex[line] ?? 0;
      const last = (firstVertex[line + 1] ?? 0) - 1;
      let dLat0 = (lngLat[2 * v + 1] ?? 0) - latUnits;
      let x0 = ((lngLat[2 * v] ?? 0) - lngUnits) * (kx0 + dLat0 * (kx1 + dLat0 * kx2));
      let y0 = dLat0 * (ky0 + dLat0 * (ky1 + dLat0 * ky2));
      for (; v < last; v++) {
        dLat0 = (lngLat[2 * v + 3] ?? 0) - latUnits;
        const x1 = ((lngLat[2 * v + 2] ?? 0) - lngUnits) * (kx0 + dLat0 * (kx1 + dLat0 * kx2));
        const y1 = dLat0 * (ky0 + dLat0 * (ky1 + dLat0 * ky2));
        const [ax, ay] = [x1 - x0, y1 - y0];
        const length2 = ax * ax + ay * ay;
        const share = length2 > 0 ? Math.min(1, Math.max(0, -(x0 * ax + y0 * ay) / length2)) : 0;
        const metres = Math.hypot(x0 + share * ax, y0 + share * ay);
        if (metres < best.metres) { best.metres = metres; best.line = line; best.vertex = v; best.share = share; }
        x0 = x1; y0 = y1;
      }
    }
    if (found.large.line >= 0 && found.large.metres <= reach) break;
  }
  const best = found.large.line >= 0 && found.large.metres <= (found.scrap.line < 0 ? Infinity : found.scrap.metres + PASSED_OVER_METRES) ? found.large : found.scrap;
  return best.line < 0 ? null : { ...placeOn(network, best.line, best.vertex, best.share), metres: best.metres };
}

/** A place on a line, with its way from the line's first end; never past the last. */
export function placeOn({ firstVertex, lngLat, lengths }: WalkNetwork, line: number, vertex: number, share: number): OnLine {
  const ticks = lineTicks(lngLat, firstVertex[line] ?? 0, vertex) + Math.round(share * segmentMetres(lngLat, vertex) * TICKS_PER_METRE);
  return { line, vertex, share, ticks: Math.min(ticks, lengths[line] ?? 0) };
}

/** Degrees. */
export function pointOn({ lngLat }: WalkNetwork, { vertex, share }: OnLine): LngLat {
  const along = (c: number) => ((lngLat[2 * vertex + c] ?? NaN) + share * ((lngLat[2 * vertex + 2 + c] ?? NaN) - (lngLat[2 * vertex + c] ?? NaN))) / UNITS_PER_DEGREE;
  return { lng: along(0), lat: along(1) };
}
