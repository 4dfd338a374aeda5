import type { OpenPack } from '@/geo';
import { planeAt } from '@/geo/plane';
import { candidatesOf } from '@/geo/screen/candidates';
import { cellsOf } from '@/geo/screen/cells';
import type { ScreenQuestion } from '@/geo/screen/chunk';
import { edgeRunsOf, nearestEdge } from '@/geo/screen/edgeRuns';
import { extentOf } from '@/geo/screen/extent';
import { siteGroupsOf } from '@/geo/screen/siteGroups';
import { nearest, nearestOfShape, siteMetres } from '@/geo/shapeDistance';

/** For each address and category side by side: how many sites are within the one distance, and how far the nearest within the other is (Infinity: none). */
export interface Counts { readonly counts: Uint16Array; readonly least: Float64Array }

export const emptyCounts = (cells: number): Counts => ({ counts: new Uint16Array(cells), least: new Float64Array(cells).fill(Infinity) });

/** The question of the table 'a landlord's stock', with the cells and candidates of `screen`. A shape is measured only where its box does not settle both answers. */
export function countsByCell(pack: OpenPack, question: ScreenQuestion, countRadius: number, nearestRadius: number): Counts {
  const { sites } = pack.packed;
  const { lngLat } = question;
  const categories = sites.categories.length;
  const into = emptyCounts(question.errorMetres.length * categories);
  const groups = siteGroupsOf(pack).map((group) => ({ ...group, allowanceMetres: 0 }));
  const edges = edgeRunsOf(pack);
  const out = nearest();
  const counts = new Uint16Array(categories);
  const least = new Float64Array(categories);
  const least2 = new Float64Array(categories);
  for (const { addresses } of cellsOf(question)) {
    const { points, shapes } = candidatesOf(sites, groups, extentOf(addresses, lngLat), () => nearestRadius, () => nearestRadius);
    const pointCategory = Uint8Array.from(points.place, (place) => sites.category[place] ?? 0);
    const count2 = countRadius * countRadius;
    for (const i of addresses) {
      const plane = planeAt({ lng: lngLat[2 * i] ?? NaN, lat: lngLat[2 * i + 1] ?? NaN });
      const { lngUnits, latUnits, kx0, kx1, kx2, ky0, ky1, ky2 } = plane;
      counts.fill(0);
      least.fill(Infinity);
      least2.fill(nearestRadius * nearestRadius);
      for (let n = 0; n < points.count; n++) {
        const dLng = (points.lngLat[2 * n] ?? 0) - lngUnits;
        const dLat = (points.lngLat[2 * n + 1] ?? 0) - latUnits;
        const x = dLng * (kx0 + dLat * (kx1 + dLat * kx2));
        const y = dLat * (ky0 + dLat * (ky1 + dLat * ky2));
        const d2 = x * x + y * y;
        const c = pointCategory[n] ?? 0;
        if (d2 <= count2) counts[c] = (counts[c] ?? 0) + 1;
        if (d2 <= (least2[c] ?? 0)) {
          least2[c] = d2;
          least[c] = Math.sqrt(d2);
        }
      }
      for (let n = 0; n < shapes.place.length; n++) {
        const place = shapes.place[n] ?? 0;
        const c = sites.category[place] ?? 0;
        const west = (shapes.box[4 * n] ?? 0) - lngUnits;
        const south = (shapes.box[4 * n + 1] ?? 0) - latUnits;
        const east = lngUnits - (shapes.box[4 * n + 2] ?? 0);
        const north = latUnits - (shapes.box[4 * n + 3] ?? 0);
        const near2 = 0.96 * ((kx0 * Math.max(west, east, 0)) ** 2 + (ky0 * Math.max(south, north, 0)) ** 2);
        const far2 = 1.04 * ((kx0 * Math.max(-west, -east)) ** 2 + (ky0 * Math.max(-south, -north)) ** 2);
        const mayBeNearest = near2 <= (least2[c] ?? 0);
        if (!mayBeNearest && (near2 > count2 || far2 <= count2)) {
          if (far2 <= count2) counts[c] = (counts[c] ?? 0) + 1;
          continue;
        }
        if (Math.max(west, east, south, north) <= 0) nearestOfShape(sites.shapes, place, plane, out);
        else nearestEdge(edges, place, plane, nearestRadius * nearestRadius * (1 + 1e-9), out);
        const metres = siteMetres(out);
        if (metres <= countRadius) counts[c] = (counts[c] ?? 0) + 1;
        if (metres <= nearestRadius && metres < (least[c] ?? 0)) {
          least[c] = metres;
          least2[c] = metres * metres;
        }
      }
      into.counts.set(counts, i * categories);
      into.least.set(least, i * categories);
    }
  }
  return into;
}
