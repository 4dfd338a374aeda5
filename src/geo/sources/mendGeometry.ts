import type { Geometry, Position } from 'geojson';
import { looksSwapped } from './geojson';

export const NO_LOCATION = 'No location';
export const SWAPPED = 'Latitude and longitude are swapped in this row';
export const MENDED_FLAG = 'Its outline was broken at the source and was mended';

export type Mended = { readonly geometry: Geometry; readonly mended: boolean } | { readonly lost: string };

/** The parts of one geometry, sorted by what they are. */
interface Parts { readonly polygons: Position[][][]; readonly lines: Position[][]; readonly points: Position[]; mended: boolean }

/**
 * A geometry that can be measured: rings closed, heights and impossible positions left out, what is too short kept as the line or point that it
 * still is. Of a mixed collection the outlines are kept, else the lines, else the points. Only what has no usable position is lost.
 */
export function mendGeometry(geometry: Geometry | null): Mended {
  const parts: Parts = { polygons: [], lines: [], points: [], mended: false };
  if (geometry) take(geometry, parts);
  const { polygons, lines, points, mended } = parts;
  const first = (polygons[0]?.[0] ?? lines[0] ?? points)[0];
  if (!first) return { lost: NO_LOCATION };
  if (looksSwapped(first[0] ?? NaN, first[1] ?? NaN)) return { lost: SWAPPED };
  return { geometry: simplest(polygons, lines, points), mended };
}

function simplest(polygons: Position[][][], lines: Position[][], points: Position[]): Geometry {
  const [polygon] = polygons;
  if (polygon) return polygons.length === 1 ? { type: 'Polygon', coordinates: polygon } : { type: 'MultiPolygon', coordinates: polygons };
  const [line] = lines;
  if (line) return lines.length === 1 ? { type: 'LineString', coordinates: line } : { type: 'MultiLineString', coordinates: lines };
  const [point] = points;
  return point && points.length === 1 ? { type: 'Point', coordinates: point } : { type: 'MultiPoint', coordinates: points };
}

function take(geometry: Geometry, parts: Parts): void {
  switch (geometry.type) {
    case 'Point': parts.points.push(...sound([geometry.coordinates])); break;
    case 'MultiPoint': parts.points.push(...sound(geometry.coordinates)); break;
    case 'LineString': takeLine(geometry.coordinates, parts); break;
    case 'MultiLineString': for (const line of geometry.coordinates) takeLine(line, parts); break;
    case 'Polygon': takePolygon(geometry.coordinates, parts); break;
    case 'MultiPolygon': for (const polygon of geometry.coordinates) takePolygon(polygon, parts); break;
    case 'GeometryCollection': for (const part of geometry.geometries) take(part, parts); break;
  }
}

function takeLine(given: readonly Position[], parts: Parts): void {
  const line = distinct(sound(given));
  parts.mended ||= line.length < 2 || sound(given).length < given.length;
  if (line.length >= 2) parts.lines.push(line);
  else parts.points.push(...line);
}

function takePolygon(rings: readonly Position[][], parts: Parts): void {
  const [outer, ...holes] = rings.map((given) => {
    const ring = distinct(sound(given));
    const [first, last] = [ring[0], ring.at(-1)];
    const open = first && last && !same(first, last);
    parts.mended ||= Boolean(open) || sound(given).length < given.length;
    return first && open ? [...ring, first] : ring;
  });
  if (!outer) return;
  // Three corners and the first again are the least that has an inside.
  if (outer.length < 4) {
    parts.mended = true;
    takeLine(distinct(outer).slice(0, 2), parts);
    return;
  }
  parts.polygons.push([outer, ...holes.filter((hole) => hole.length >= 4)]);
}

/** Positions on Earth, without height. */
function sound(positions: readonly Position[]): Position[] {
  return positions.flatMap(([lng, lat]) =>
    (typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [[lng, lat]] : []));
}

const same = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];
const distinct = (line: readonly Position[]) => line.filter((p, i) => { const before = line[i - 1]; return !before || !same(before, p); });
