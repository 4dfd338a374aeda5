import { type Exactness, exactnessWithin, type LngLat, PRECISIONS } from '@/terms';
import type { Geometry, Position } from 'geojson';
import { distanceMetres } from '../distance';
import type { StreetMap } from '../pack/content';
import { STEP, type Steps } from './inSteps';

/** Pieces of one name no further apart than this are one street: a junction or a roundabout lies between them. Beyond it they are namesakes. */
const GAP_METRES = 150;
const DEGREES_PER_METRE = 1 / 111_320;

interface Piece { readonly lines: readonly (readonly Position[])[]; readonly box: readonly [west: number, south: number, east: number, north: number] }
/** All pieces of a street; `middle`: of their box. */
export interface NamedStreet { readonly name: string; readonly pieces: readonly Piece[]; readonly middle: LngLat }

/** Named roads and paths, their pieces put together; in steps (inSteps.ts). */
export function* streetsIn(features: StreetMap['features']): Steps<NamedStreet[]> {
  const byName = new Map<string, Piece[]>();
  for (const [at, { geometry, properties: { kind, name } }] of features.entries()) {
    if (at % STEP === 0) yield;
    if (name === undefined || name === '' || (kind !== 'road' && kind !== 'path')) continue;
    const lines = linesOf(geometry).filter((line) => line.length > 0);
    if (lines.length === 0) continue;
    const piece = { lines, box: boxOf(lines) };
    const known = byName.get(name);
    if (known) known.push(piece);
    else byName.set(name, [piece]);
  }
  const streets: NamedStreet[] = [];
  let at = 0;
  for (const [name, pieces] of byName) {
    if (at++ % STEP === 0) yield;
    for (const own of joined(pieces)) streets.push({ name, pieces: own, middle: middleOf(own) });
  }
  return streets;
}

/**
 * Where a street is, and how exactly: the point of its lines nearest to the middle of its box; its error is how far its furthest end lies from there,
 * and the allowance of a pin on the street, since houses stand beside the line.
 */
export function placeOfStreet({ pieces, middle }: NamedStreet): Exactness & { readonly point: LngLat } {
  const lines = pieces.flatMap((piece) => piece.lines);
  const point = nearestOn(lines, middle);
  let reach = 0;
  for (const [lng = NaN, lat = NaN] of lines.flat()) reach = Math.max(reach, distanceMetres(point, { lng, lat }));
  return { point, ...exactnessWithin(reach + PRECISIONS.street.errorMetres) };
}

/** A label's point, or the middle of what is drawn. */
export function middleOfGeometry(geometry: Geometry): LngLat | null {
  const lines = linesOf(geometry).filter((line) => line.length > 0);
  if (lines.length === 0) return null;
  const [west, south, east, north] = boxOf(lines);
  return { lng: (west + east) / 2, lat: (south + north) / 2 };
}

function linesOf(geometry: Geometry): readonly (readonly Position[])[] {
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]];
    case 'MultiPoint': return geometry.coordinates.map((position) => [position]);
    case 'LineString': return [geometry.coordinates];
    case 'MultiLineString': case 'Polygon': return geometry.coordinates;
    case 'MultiPolygon': return geometry.coordinates.flat();
    case 'GeometryCollection': return geometry.geometries.flatMap(linesOf);
  }
}

function boxOf(lines: readonly (readonly Position[])[]): Piece['box'] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [lng = NaN, lat = NaN] of line) {
      west = Math.min(west, lng);
      south = Math.min(south, lat);
      east = Math.max(east, lng);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

function middleOf(pieces: readonly Piece[]): LngLat {
  const [west, south, east, north] = boxOf(pieces.map(({ box }) => [[box[0], box[1]], [box[2], box[3]]]));
  return { lng: (west + east) / 2, lat: (south + north) / 2 };
}

/** Groups of pieces whose boxes lie within the gap of one another, from west to east. */
function joined(pieces: Piece[]): Piece[][] {
  if (pieces.length === 1) return [pieces];
  const sorted = pieces.toSorted((a, b) => a.box[0] - b.box[0]);
  const group = sorted.map((_, i) => i);
  const root = (i: number): number => { let at = i; while (group[at] !== at) at = group[at] ?? 0; return at; };
  const dLat = GAP_METRES * DEGREES_PER_METRE;
  sorted.forEach(({ box: [west, south, , north] }, i) => {
    const dLng = dLat / Math.cos((south * Math.PI) / 180);
    for (let j = 0; j < i; j++) {
      const [, otherSouth, otherEast, otherNorth] = sorted[j]?.box ?? [0, 0, -Infinity, 0];
      if (otherEast + dLng >= west && otherNorth + dLat >= south && north + dLat >= otherSouth) group[root(i)] = root(j);
    }
  });
  const groups = new Map<number, Piece[]>();
  sorted.forEach((piece, i) => {
    const own = groups.get(root(i)) ?? [];
    own.push(piece);
    groups.set(root(i), own);
  });
  return [...groups.values()];
}

function nearestOn(lines: readonly (readonly Position[])[], to: LngLat): LngLat {
  const shrink = Math.cos((to.lat * Math.PI) / 180);
  let best = { lng: to.lng, lat: to.lat, squared: Infinity };
  const consider = (lng: number, lat: number) => {
    const squared = ((lng - to.lng) * shrink) ** 2 + (lat - to.lat) ** 2;
    if (squared < best.squared) best = { lng, lat, squared };
  };
  for (const line of lines) {
    line.forEach(([lng = NaN, lat = NaN], i) => {
      const [nextLng = lng, nextLat = lat] = line[i + 1] ?? [];
      const [x, y] = [(nextLng - lng) * shrink, nextLat - lat];
      const along = x === 0 && y === 0 ? 0 : Math.min(1, Math.max(0, ((to.lng - lng) * shrink * x + (to.lat - lat) * y) / (x * x + y * y)));
      consider(lng + along * (nextLng - lng), lat + along * (nextLat - lat));
    });
  }
  return { lng: best.lng, lat: best.lat };
}
