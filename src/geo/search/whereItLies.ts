import type { LngLat } from '@/terms';
import { councilAt } from '../councilAt';
import type { OpenPack } from '../pack/openPack';

export interface NamedPlace { readonly name: string; readonly point: LngLat }

/** Degrees; a cell is about 1.1 km high and, at Scotland's latitudes, as wide. */
const CELL = { lng: 0.02, lat: 0.01 } as const;
const NEAR_METRES = 5_000;
const CELL_METRES = 1_050;
const METRES_PER_DEGREE = 111_320;
/** More columns than go round the Earth. */
const COLUMNS = 100_000;

/** The named place nearest to a point, by its label; null: none within about 5 km. For telling namesakes apart: nothing is judged by it. */
export function nearestPlace(places: readonly NamedPlace[]): (point: LngLat) => NamedPlace | null {
  const cells = new Map<number, NamedPlace[]>();
  const [column, row] = [({ lng }: LngLat) => Math.floor(lng / CELL.lng), ({ lat }: LngLat) => Math.floor(lat / CELL.lat)];
  for (const place of places) {
    const at = row(place.point) * COLUMNS + column(place.point);
    const known = cells.get(at);
    if (known) known.push(place);
    else cells.set(at, [place]);
  }
  return (point) => {
    const [x, y] = [column(point), row(point)];
    const shrink = Math.cos((point.lat * Math.PI) / 180);
    let nearest: NamedPlace | null = null;
    let least = NEAR_METRES;
    // Ring by ring: whatever lies further out is at least as far as the rings between.
    for (let ring = 0; (ring - 1) * CELL_METRES < least; ring++) {
      for (let dx = -ring; dx <= ring; dx++) {
        for (let dy = -ring; dy <= ring; dy += Math.abs(dx) === ring || ring === 0 ? 1 : 2 * ring) {
          for (const place of cells.get((y + dy) * COLUMNS + x + dx) ?? []) {
            const metres = Math.hypot((place.point.lng - point.lng) * shrink, place.point.lat - point.lat) * METRES_PER_DEGREE;
            if (metres < least) [nearest, least] = [place, metres];
          }
        }
      }
    }
    return nearest;
  };
}

/** 'near Newington, City of Edinburgh': as far as the pack knows. */
export function whereItLies(pack: OpenPack, point: LngLat, near: NamedPlace | null): { where: string; councilCode?: string } {
  const council = councilAt(pack, point);
  const parts = [...(near === null ? [] : [`near ${near.name}`]), ...(council === null ? [] : [council.name])];
  return { where: parts.join(', '), ...(council !== null && { councilCode: council.code }) };
}
