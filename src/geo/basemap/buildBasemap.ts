import { type Box, boxPolygon } from '../sources/box';
import { OSM_CREDIT } from '../sources/osm';
import { SourceError } from '../sources/sourceError';
import type { SourceFile } from '../sources/sourceFile';
import { cutTiles, MAX_ZOOM, MIN_ZOOM, tileRange } from './cutTiles';
import { type MapFeature, mapFeatures } from './mapFeatures';
import { MAP_LAYERS } from './schema';
import { writeArchive } from './writeArchive';

export interface BuiltBasemap {
  /** A PMTiles v3 archive of MVT tiles. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly tiles: number;
  readonly read: number;
  readonly kept: number;
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
}

/** 120,000 tiles of the last zoom are 50,000 km²: twice the largest council area with its margin. */
export const MAX_TILES = 120_000;

/**
 * A background map of the box from OpenStreetMap GeoJSON. The same files and box give the same bytes.
 * @throws SourceError for files that cannot be used, that hold nothing of the box, or a box of too many tiles.
 */
export function buildBasemap(files: readonly SourceFile[], box: Box, onProgress?: (done: number, all: number) => void): BuiltBasemap {
  const names = files.map(({ name }) => name).join(', ');
  const { features, read, kept, dropped } = mapFeatures(files, box);
  const bounds = reach(features, box);
  if (bounds === null) {
    const reasons = dropped.rows().map(({ reason, count }) => `${String(count)}: ${reason}`).join('; ');
    throw new SourceError(names, `has nothing for a background map of this area (${reasons}). Give roads, buildings, water and land use of the area.`);
  }
  const { west, east, north, south } = tileRange(bounds, MAX_ZOOM);
  const count = (east - west + 1) * (south - north + 1);
  if (count > MAX_TILES) throw new SourceError(names, `would make ${String(count)} tiles, which is more than ${String(MAX_TILES)}: too much for a tablet. Take a smaller area.`);
  const tiles = cutTiles([land(bounds), ...features], bounds, onProgress);
  const metadata = {
    name: 'Background map', type: 'baselayer', attribution: OSM_CREDIT.attribution, license: OSM_CREDIT.licence,
    vector_layers: MAP_LAYERS.filter((layer) => layer === 'earth' || features.some((one) => one.layer === layer)).map((id) => ({ id, fields: {}, minzoom: MIN_ZOOM, maxzoom: MAX_ZOOM })),
  };
  return { bytes: writeArchive(tiles, { bounds, minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM, metadata }), tiles: tiles.length, read, kept, dropped: dropped.rows() };
}

/** As far as there is anything to draw, and no further than the box; null: nothing. */
function reach(features: readonly MapFeature[], box: Box): Box | null {
  if (features.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box: own } of features) {
    west = Math.min(west, own.west); south = Math.min(south, own.south);
    east = Math.max(east, own.east); north = Math.max(north, own.north);
  }
  return { west: Math.max(west, box.west), south: Math.max(south, box.south), east: Math.min(east, box.east), north: Math.min(north, box.north) };
}

/** What the map reaches over is land unless water is drawn on it, so that its end is seen as an end. */
function land(bounds: Box): MapFeature {
  return { layer: 'earth', fromZoom: MIN_ZOOM, box: bounds, feature: { type: 'Feature', geometry: boxPolygon(bounds), properties: { kind: 'earth' } } };
}
