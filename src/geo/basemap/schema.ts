/** Layers of the map, named as in the Protomaps basemap, version 4 (docs.protomaps.com/basemaps/layers). */
export const MAP_LAYERS = ['earth', 'landuse', 'water', 'roads', 'buildings', 'boundaries', 'places'] as const;
export type MapLayer = (typeof MAP_LAYERS)[number];

export type Shape = 'area' | 'line' | 'point';

/** What a feature is drawn as, and from which zoom its tiles hold it; its `kind_detail` is the word itself. */
export interface MapKind {
  readonly layer: MapLayer;
  readonly kind: string;
  readonly fromZoom: number;
}

/**
 * Shape; tags, one of which must have one of the words ('class' and 'subclass' are those of OpenMapTiles, the others OpenStreetMap's own; '*': any word but 'no');
 * then layer, kind ('=': the word), and first zoom. The first row that fits counts; null: known, and left out on purpose.
 */
type Row = readonly [shape: Shape, tags: string, words: string, ...drawn: readonly [layer: MapLayer, kind: string, fromZoom: number] | readonly [null]];

const TABLE: readonly Row[] = [
  // Not there, not yet, or no way through.
  ['line', 'highway class', 'proposed construction abandoned razed demolished platform elevator minor_construction', null],
  ['line', 'subclass public_transport railway', 'platform', null],
  ['line', 'highway class', 'motorway motorway_link', 'roads', 'highway', 10],
  ['line', 'highway class', 'trunk trunk_link primary primary_link', 'roads', 'major_road', 10],
  ['line', 'highway class', 'secondary secondary_link', 'roads', 'major_road', 11],
  ['line', 'highway class', 'tertiary tertiary_link', 'roads', 'major_road', 12],
  ['line', 'highway class', 'unclassified residential living_street road busway raceway minor', 'roads', 'minor_road', 13],
  ['line', 'highway class', 'service', 'roads', 'minor_road', 14],
  // Pavements beside their road would draw every street three times.
  ['line', 'footway', 'sidewalk crossing traffic_island', 'roads', 'path', 15],
  ['line', 'highway', 'pedestrian footway path cycleway bridleway steps track corridor', 'roads', 'path', 14],
  ['line', 'subclass class', 'pedestrian footway path cycleway bridleway steps track corridor', 'roads', 'path', 14],
  ['line', 'railway class', 'rail light_rail tram subway narrow_gauge funicular preserved transit', 'roads', 'rail', 12],
  ['line', 'aeroway', 'runway taxiway', 'roads', 'aeroway', 12],
  ['line', 'route class', 'ferry', 'roads', 'ferry', 11],
  ['line', 'man_made class', 'pier', 'roads', 'path', 14],
  ['line', 'waterway class', 'river canal', 'water', '=', 11],
  ['line', 'waterway class', 'stream ditch drain', 'water', '=', 14],
  ['area', 'building', '*', 'buildings', 'building', 14],
  ['area', 'render_height', '*', 'buildings', 'building', 14],
  ['area', 'waterway', 'riverbank dock', 'water', 'river', 10],
  ['area', 'natural', 'water bay strait', 'water', 'water', 10],
  ['area', 'landuse', 'reservoir basin', 'water', 'water', 11],
  ['area', 'class', 'river lake pond ocean dock swimming_pool', 'water', '=', 10],
  ['area', 'highway', 'pedestrian', 'landuse', 'pedestrian', 14],
  // OpenMapTiles has areas of this class for squares alone.
  ['area', 'class', 'path', 'landuse', 'pedestrian', 14],
  ['area', 'man_made class', 'pier bridge', 'landuse', 'pier', 14],
  ['area', 'leisure subclass', 'garden', 'landuse', 'garden', 15],
  ['area', 'leisure subclass', 'park golf_course', 'landuse', '=', 10],
  ['area', 'leisure class', 'nature_reserve', 'landuse', 'nature_reserve', 10],
  ['area', 'leisure class', 'pitch playground stadium track sports_centre', 'landuse', '=', 13],
  ['area', 'amenity class', 'school kindergarten university college hospital library', 'landuse', '=', 12],
  ['area', 'landuse amenity class', 'cemetery grave_yard', 'landuse', 'cemetery', 12],
  ['area', 'natural landuse class', 'wood forest', 'landuse', '=', 10],
  ['area', 'landuse subclass', 'allotments recreation_ground village_green', 'landuse', '=', 12],
  ['area', 'natural landuse subclass', 'grass meadow grassland scrub heath shrubbery flowerbed', 'landuse', '=', 13],
  ['area', 'natural subclass', 'beach sand bare_rock scree wetland', 'landuse', '=', 12],
  ['area', 'landuse class', 'industrial railway military', 'landuse', '=', 12],
  ['area', 'boundary', 'administrative', 'boundaries', 'county', 10],
  ['line', 'boundary', 'administrative', 'boundaries', 'county', 10],
  ['point', 'place class', 'city town', 'places', 'locality', 10],
  ['point', 'place class', 'village', 'places', 'locality', 11],
  ['point', 'place class', 'hamlet', 'places', 'locality', 12],
  ['point', 'place class', 'suburb neighbourhood', 'places', 'neighbourhood', 12],
  ['point', 'place class', 'quarter', 'places', 'macrohood', 12],
  ['point', 'addr:housenumber housenumber', '*', 'buildings', 'address', 15],
];

const ROWS = TABLE.map(([shape, tags, words, layer, kind, fromZoom]) => ({ shape, tags: tags.split(' '), words: words === '*' ? null : new Set(words.split(' ')), layer, kind, fromZoom }));

/** What a feature is drawn as; `detail`: the word that decided. null: nothing that this map draws. */
export function mapKind(shape: Shape, properties: Readonly<Record<string, unknown>>): (MapKind & { readonly detail: string }) | null {
  for (const row of ROWS) {
    if (row.shape !== shape) continue;
    for (const tag of row.tags) {
      const word = wordOf(properties[tag]);
      if (word === null || (row.words ? !row.words.has(word) : word === 'no')) continue;
      if (row.layer === null || row.kind === undefined || row.fromZoom === undefined) return null;
      return { layer: row.layer, kind: row.kind === '=' ? word : row.kind, fromZoom: row.fromZoom, detail: word };
    }
  }
  return null;
}

function wordOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;
}
