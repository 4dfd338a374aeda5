import type { Geometry, Position } from 'geojson';
import { PackError } from './packError';

/** One unit is 1e-7 degree: 11 mm of latitude, and whole Earth fits in an int32. */
export const UNITS_PER_DEGREE = 1e7;

export const SHAPE_KINDS = ['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'] as const;
export const KIND_POINT = 0;
/** From here on, a shape has an inside. */
export const KIND_POLYGON = 4;

/**
 * Shapes side by side: shape i owns the rings firstRing[i] … firstRing[i + 1], ring r the vertices firstVertex[r] … firstVertex[r + 1], and
 * vertex v stands at lngLat[2v] (longitude) and lngLat[2v + 1]. A point or a line counts as a ring. hole[r] = 1: cut out of the last ring with 0.
 */
export interface Shapes {
  readonly kind: Uint8Array;
  readonly firstRing: Uint32Array;
  readonly firstVertex: Uint32Array;
  readonly hole: Uint8Array;
  readonly lngLat: Int32Array;
}

/** @throws PackError 'invalid' for a position that is not on Earth. */
export function toUnits(degrees: number, limit: 90 | 180, whose: string): number {
  if (!Number.isFinite(degrees) || Math.abs(degrees) > limit) {
    throw new PackError('invalid', `${whose} has a coordinate that is not on Earth (${String(degrees)}). Correct it at the source, or leave the row out and count it.`);
  }
  return Math.round(degrees * UNITS_PER_DEGREE);
}

/** @throws PackError 'invalid', naming the shape by `nameOf(i)`. */
export function packShapes(geometries: readonly Geometry[], nameOf: (i: number) => string): Shapes {
  const kinds: number[] = [];
  const firstRing: number[] = [0];
  const firstVertex: number[] = [0];
  const hole: number[] = [];
  const lngLat: number[] = [];
  geometries.forEach((geometry, i) => {
    const whose = nameOf(i);
    const addRing = (positions: readonly Position[], least: number, isHole: boolean) => {
      if (positions.length < least) {
        throw new PackError('invalid', `${whose} has a part of ${String(positions.length)} positions where a ${geometry.type} needs ${String(least)}. Correct it at the source, or leave the row out and count it.`);
      }
      for (const position of positions) {
        lngLat.push(toUnits(position[0] ?? NaN, 180, whose), toUnits(position[1] ?? NaN, 90, whose));
      }
      firstVertex.push(lngLat.length / 2);
      hole.push(isHole ? 1 : 0);
    };
    const addPolygon = (rings: readonly Position[][]) => {
      rings.forEach((ring, r) => { addRing(closed(ring), 4, r > 0); });
    };
    switch (geometry.type) {
      case 'Point': addRing([geometry.coordinates], 1, false); break;
      case 'MultiPoint': geometry.coordinates.forEach((p) => { addRing([p], 1, false); }); break;
      case 'LineString': addRing(geometry.coordinates, 2, false); break;
      case 'MultiLineString': geometry.coordinates.forEach((line) => { addRing(line, 2, false); }); break;
      case 'Polygon': addPolygon(geometry.coordinates); break;
      case 'MultiPolygon': geometry.coordinates.forEach(addPolygon); break;
      case 'GeometryCollection':
        throw new PackError('invalid', `${whose} is a GeometryCollection. Split it into sites of one kind.`);
    }
    if (hole.length === firstRing.at(-1)) throw new PackError('invalid', `${whose} has no positions. Leave the row out and count it.`);
    firstRing.push(hole.length);
    kinds.push(SHAPE_KINDS.indexOf(geometry.type));
  });
  return {
    kind: Uint8Array.from(kinds),
    firstRing: Uint32Array.from(firstRing),
    firstVertex: Uint32Array.from(firstVertex),
    hole: Uint8Array.from(hole),
    lngLat: Int32Array.from(lngLat),
  };
}

function closed(ring: Position[]): Position[] {
  const [first] = ring;
  const last = ring.at(-1);
  if (first === undefined || last === undefined || (first[0] === last[0] && first[1] === last[1])) return ring;
  return [...ring, first];
}

/** West, south, east, north of the vertices from `first` to before `end`, in units, into `box` at `at`. */
export function boxOfVertices(lngLat: Int32Array, first: number, end: number, box: Int32Array, at = 0): void {
  let west = 0x7fffffff, south = 0x7fffffff, east = -0x80000000, north = -0x80000000;
  for (let v = first; v < end; v++) {
    const x = lngLat[2 * v] ?? 0;
    const y = lngLat[2 * v + 1] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
  }
  box[at] = west; box[at + 1] = south; box[at + 2] = east; box[at + 3] = north;
}

/** Shape i as GeoJSON, WGS84 degrees. */
export function shapeGeometry(shapes: Shapes, i: number): Geometry {
  const { kind, firstRing, firstVertex, hole, lngLat } = shapes;
  const polygons: Position[][][] = [];
  const parts: Position[][] = [];
  for (let r = firstRing[i] ?? 0; r < (firstRing[i + 1] ?? 0); r++) {
    const part: Position[] = [];
    for (let v = firstVertex[r] ?? 0; v < (firstVertex[r + 1] ?? 0); v++) {
      part.push([(lngLat[2 * v] ?? NaN) / UNITS_PER_DEGREE, (lngLat[2 * v + 1] ?? NaN) / UNITS_PER_DEGREE]);
    }
    parts.push(part);
    if (hole[r] === 1) polygons.at(-1)?.push(part);
    else polygons.push([part]);
  }
  const first = parts[0] ?? [];
  switch (SHAPE_KINDS[kind[i] ?? KIND_POINT] ?? 'Point') {
    case 'Point': return { type: 'Point', coordinates: first[0] ?? [] };
    case 'MultiPoint': return { type: 'MultiPoint', coordinates: parts.flat() };
    case 'LineString': return { type: 'LineString', coordinates: first };
    case 'MultiLineString': return { type: 'MultiLineString', coordinates: parts };
    case 'Polygon': return { type: 'Polygon', coordinates: polygons[0] ?? [] };
    case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: polygons };
  }
}
