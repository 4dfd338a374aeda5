import type { Geometry, Position } from 'geojson';
import type { GridShift } from '../gridShift';
import { positionsOf } from './box';
import type { SourceFeature } from './geojson';
import { SourceError } from './sourceError';

/** Metres that the grid has (0 to 700 km east, to 1,300 km north), and none of them a degree. */
export const isGrid = ([east = NaN, north = NaN]: Position) => east >= 0 && east < 700_000 && north >= 0 && north < 1_300_000 && (east > 360 || north > 360);
/** Scotland's northings begin at 530 km, where its eastings have ended. */
const isTurned = ([east = NaN, north = NaN]: Position) => east >= 530_000 && north < 500_000 && north > 360;

/** A layer's position note, with what was done to its grid references where there were any. */
export const withGrid = (inGrid: boolean, { note }: GridShift, said: string): string => (inGrid ? `${said} ${note}` : said);

/** Of the first positions of a file's features. @throws SourceError when most are degrees, or northing first. */
export function checkGrid(file: string, firsts: readonly Position[]): void {
  const most = (test: (position: Position) => boolean) => firsts.filter(test).length * 2 > firsts.length;
  if (most(([x = NaN, y = NaN]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)) throw new SourceError(file, 'says that its coordinates are in British National Grid (EPSG:27700), but they are degrees. Export it again in WGS84 (EPSG:4326).');
  if (most(isTurned)) throw new SourceError(file, 'has northing before easting. Export it again, easting first.');
}

/** Features in British National Grid as degrees. @throws SourceError when most positions are no metres of the grid, or northing first. */
export function fromGrid(file: string, features: readonly SourceFeature[], shift: GridShift): SourceFeature[] {
  checkGrid(file, features.flatMap(({ geometry }) => (geometry ? positionsOf(geometry).slice(0, 1) : [])));
  return features.map((feature) => offGrid(feature, shift));
}

/** One feature, after checkGrid. */
export function offGrid(feature: SourceFeature, shift: GridShift): SourceFeature {
  let gridErrorMetres = 0;
  const toDegrees = (position: Position): Position => {
    const [lng, lat, error] = degreesOf(position, shift);
    gridErrorMetres = Math.max(gridErrorMetres, error);
    return [lng, lat];
  };
  return { ...feature, geometry: feature.geometry && moved(feature.geometry, toDegrees), gridErrorMetres };
}

function degreesOf(position: Position, shift: GridShift): readonly [lng: number, lat: number, errorMetres: number] {
  const [eastings = NaN, northings = NaN] = position;
  // 0, 0 is kept as it is, so that it is told as such; what is no number of the grid has no place.
  if (eastings === 0 && northings === 0) return [0, 0, 0];
  if (!isGrid(position)) return [NaN, NaN, 0];
  const { lng, lat, errorMetres } = shift.toLngLat({ eastings, northings });
  return [lng, lat, errorMetres];
}

function moved(geometry: Geometry, toDegrees: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case 'Point': return { ...geometry, coordinates: toDegrees(geometry.coordinates) };
    case 'MultiPoint': case 'LineString': return { ...geometry, coordinates: geometry.coordinates.map(toDegrees) };
    case 'MultiLineString': case 'Polygon': return { ...geometry, coordinates: geometry.coordinates.map((line) => line.map(toDegrees)) };
    case 'MultiPolygon': return { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((line) => line.map(toDegrees))) };
    case 'GeometryCollection': return { ...geometry, geometries: geometry.geometries.map((part) => moved(part, toDegrees)) };
  }
}
