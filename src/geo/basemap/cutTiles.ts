import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import type { Box } from '../sources/box';
import { type MapFeature, overlap } from './mapFeatures';
import { MAP_LAYERS } from './schema';
import type { TilePlace } from './tileId';
import { type ArchiveTile, gzip } from './writeArchive';

/** Zooms of the map's tiles: drawn from one zoom further out than the least (a council on a screen) to far beyond the last (0.3 m a step at 56° N). */
export const MIN_ZOOM = 10;
export const MAX_ZOOM = 15;

const EXTENT = 4096;
/** Of a tile's side: what is drawn beyond its edge, so that wide lines do not end there. */
const BUFFER = 64;
const TILES = { maxZoom: MAX_ZOOM, indexMaxZoom: MIN_ZOOM, indexMaxPoints: 0, tolerance: 3, extent: EXTENT, buffer: BUFFER } as const;

/** The tiles of one zoom that a box touches. */
export interface TileRange { readonly west: number; readonly north: number; readonly east: number; readonly south: number }

export function tileRange({ west, south, east, north }: Box, z: number): TileRange {
  const side = 2 ** z;
  const column = (lng: number) => Math.min(side - 1, Math.max(0, Math.floor(((lng + 180) / 360) * side)));
  const row = (lat: number) => Math.min(side - 1, Math.max(0, Math.floor((0.5 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI)) * side)));
  return { west: column(west), east: column(east), north: row(north), south: row(south) };
}

function boxOfTile({ z, x, y }: TilePlace): Box {
  const side = 2 ** z;
  const lat = (row: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / side))) * 180) / Math.PI;
  const lng = (column: number) => (column / side) * 360 - 180;
  const edge = BUFFER / EXTENT;
  return { west: lng(x - edge), east: lng(x + 1 + edge), north: lat(y - edge), south: lat(y + 1 + edge) };
}

/**
 * The tiles of the features within `bounds`, gzipped MVT. Cut block by block (a tile of the least zoom and all below it), so that what is held in memory
 * is one block. The order of the features is kept. `onBlock` is told how many blocks are done.
 */
export function cutTiles(features: readonly MapFeature[], bounds: Box, onBlock: (done: number, all: number) => void = () => undefined): ArchiveTile[] {
  const range = tileRange(bounds, MIN_ZOOM);
  const tiles: ArchiveTile[] = [];
  const all = (range.east - range.west + 1) * (range.south - range.north + 1);
  let done = 0;
  for (let y = range.north; y <= range.south; y += 1) {
    for (let x = range.west; x <= range.east; x += 1) {
      cutBlock({ z: MIN_ZOOM, x, y }, features, bounds, tiles);
      done += 1;
      onBlock(done, all);
    }
  }
  return tiles;
}

function cutBlock(block: TilePlace, features: readonly MapFeature[], bounds: Box, tiles: ArchiveTile[]): void {
  const box = boxOfTile(block);
  const within = features.filter((one) => overlap(one.box, box));
  const fromZoom = new Map<unknown, number>(within.map((one) => [one.feature.properties, one.fromZoom]));
  const indices = MAP_LAYERS.flatMap((layer) => {
    const own = within.filter((one) => one.layer === layer).map(({ feature }): Feature => feature);
    return own.length === 0 ? [] : [{ layer, index: new GeoJSONVT({ type: 'FeatureCollection', features: own }, TILES) }];
  });

  function cut(place: TilePlace): void {
    const { z, x, y } = place;
    const range = tileRange(bounds, z);
    if (x < range.west || x > range.east || y < range.north || y > range.south) return;
    const layers = indices.flatMap(({ layer, index }) => {
      const found = index.getTile(z, x, y)?.features.filter(({ tags }) => (fromZoom.get(tags) ?? Infinity) <= z) ?? [];
      return found.length === 0 ? [] : [[layer, { features: found }] as const];
    });
    if (layers.length > 0) tiles.push({ z, x, y, bytes: gzip(fromGeojsonVt(Object.fromEntries(layers) as Parameters<typeof fromGeojsonVt>[0], { version: 2, extent: EXTENT })) });
    if (z === MAX_ZOOM) return;
    for (const [right, lower] of [[0, 0], [1, 0], [0, 1], [1, 1]] as const) cut({ z: z + 1, x: x * 2 + right, y: y * 2 + lower });
  }
  cut(block);
}
