import { isJsonObject } from '@/terms';
import type { Geometry } from 'geojson';
import { positionsOf } from './box';
import { textOf } from './encoding';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import { fromGrid } from './fromGrid';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** A feature whose shape of JSON has been checked; its coordinates have not. */
export interface SourceFeature {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
  /** It was turned into degrees from the grid, and may be this far off by that. */
  readonly gridErrorMetres?: number;
}

const GEOMETRY_TYPES = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);
/**
 * The features of a GeoJSON FeatureCollection in WGS84.
 * @throws SourceError when it is none, says that it is in another coordinate system, or its coordinates look swapped or in metres.
 */
export function readFeatures(file: SourceFile): SourceFeature[] {
  return readPlaced(file, ONE_SHIFT, (name, crs) => { checkSystem(name, crs); return false; });
}

/** The same, also where the file says that it is in British National Grid. @throws SourceError */
export function readFeaturesOrGrid(file: SourceFile, shift: GridShift = ONE_SHIFT): SourceFeature[] {
  return readPlaced(file, shift, (name, crs) => {
    if (/EPSG:+27700\b|"27700"/u.test(JSON.stringify(crs ?? null))) return true;
    checkSystem(name, crs);
    return false;
  });
}

function readPlaced(file: SourceFile, shift: GridShift, isGrid: (name: string, crs: unknown) => boolean): SourceFeature[] {
  const json = parse(file);
  if (!isJsonObject(json) || json['type'] !== 'FeatureCollection' || !Array.isArray(json['features'])) {
    throw new SourceError(file.name, 'is JSON, but no GeoJSON FeatureCollection. Export it as GeoJSON.');
  }
  const inGrid = isGrid(file.name, json['crs']);
  const features = json['features'].map((value, i) => toFeature(file.name, value, i));
  if (features.length === 0) throw new SourceError(file.name, 'has no features. An empty layer would say that nothing is there; leave the file out instead.');
  if (inGrid) return fromGrid(file.name, features, shift);
  checkPositions(file.name, features);
  return features;
}

function parse(file: SourceFile): unknown {
  const text = textOf(file);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new SourceError(file.name, 'is not JSON, or is cut short. Download it again.', { cause });
  }
}

function toFeature(file: string, value: unknown, i: number): SourceFeature {
  if (!isJsonObject(value) || value['type'] !== 'Feature') throw new SourceError(file, `entry ${String(i + 1)} is no GeoJSON Feature. Export it again.`);
  const geometry = value['geometry'] ?? null;
  if (geometry !== null && (!isJsonObject(geometry) || !GEOMETRY_TYPES.has(String(geometry['type'])) || !hasParts(geometry))) {
    throw new SourceError(file, `feature ${String(i + 1)} has a geometry that is none of GeoJSON's. Export it again.`);
  }
  const id = value['id'];
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : '',
    properties: isJsonObject(value['properties']) ? value['properties'] : {},
    geometry: geometry as Geometry | null,
  };
}

/** Arrays nest as deep as the type says; what stands in them is looked at by mendGeometry. */
function hasParts(geometry: Record<string, unknown>): boolean {
  if (geometry['type'] === 'GeometryCollection') {
    const parts = geometry['geometries'];
    return Array.isArray(parts) && parts.every((part: unknown) => isJsonObject(part) && GEOMETRY_TYPES.has(String(part['type'])) && hasParts(part));
  }
  const depth = { Point: 0, MultiPoint: 1, LineString: 1, Polygon: 2, MultiLineString: 2, MultiPolygon: 3 }[String(geometry['type'])] ?? 0;
  return nested(geometry['coordinates'], depth);
}

const nested = (value: unknown, depth: number): boolean => Array.isArray(value) && (depth === 0 || value.every((part) => nested(part, depth - 1)));

/** The old `crs` member: only names of WGS84 pass. */
function checkSystem(file: string, crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const name = JSON.stringify(crs);
  if (/CRS84|EPSG:+4326|EPSG::4326|"4326"|4258/u.test(name)) return;
  throw new SourceError(file, `says that its coordinates are in ${name.slice(0, 120)}. Export it in WGS84 (EPSG:4326), longitude first.`);
}

const isDegrees = (lng: number, lat: number) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
/** Latitude first, somewhere around Britain: no place of these islands has a longitude of 49 to 62. */
export const looksSwapped = (lng: number, lat: number) => lng >= 49 && lng <= 62 && lat >= -14 && lat <= 4;

function checkPositions(file: string, features: readonly SourceFeature[]): void {
  const firsts = features.flatMap(({ geometry }) => (geometry ? positionsOf(geometry).slice(0, 1) : []));
  const most = (test: (lng: number, lat: number) => boolean) => firsts.filter(([lng = NaN, lat = NaN]) => test(lng, lat)).length * 2 > firsts.length;
  if (most(looksSwapped)) throw new SourceError(file, 'has latitude and longitude swapped. Export it again as GeoJSON, longitude first.');
  if (most((lng, lat) => Number.isFinite(lng) && Number.isFinite(lat) && !isDegrees(lng, lat))) {
    throw new SourceError(file, 'has coordinates in metres (British National Grid?), not degrees. Export it in WGS84 (EPSG:4326).');
  }
}
