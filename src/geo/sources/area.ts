import { feature, featureCollection, union } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** Polygons as one area without inner borders (an inner border would count as an edge of what was searched). */
export function merge(areas: readonly (Polygon | MultiPolygon)[]): MultiPolygon | null {
  const [first] = areas;
  if (first === undefined) return null;
  if (areas.length === 1) return asMulti(first);
  const joined = union(featureCollection(areas.map((area) => feature(area))));
  return joined && asMulti(joined.geometry);
}

export const asMulti = (geometry: Polygon | MultiPolygon): MultiPolygon =>
  geometry.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [geometry.coordinates] } : geometry;

/** The area that a GeoJSON file draws: all its polygons together. @throws SourceError when it has none. */
export function readArea(file: SourceFile): MultiPolygon {
  const polygons = readFeatures(file).flatMap(({ geometry }) => {
    const mended = mendGeometry(geometry);
    return 'geometry' in mended && (mended.geometry.type === 'Polygon' || mended.geometry.type === 'MultiPolygon') ? [mended.geometry] : [];
  });
  const area = merge(polygons);
  if (!area) throw new SourceError(file.name, 'draws no area (it has no polygon). Give the outline that was searched.');
  return area;
}
