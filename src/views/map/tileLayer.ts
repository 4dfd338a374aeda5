import type { BlobLike } from '@/stores';
import { PMTiles } from 'pmtiles';
import { CenteredTextSymbolizer, type LabelRule, leafletLayer, LineLabelSymbolizer, LineSymbolizer, type PaintRule, PolygonSymbolizer } from 'protomaps-leaflet';
import type { L } from './leaflet';

/** Layer and class names of the OpenMapTiles schema, as the basemaps that packs are built with use it. */
const BACKGROUND = '#f6f3ee';
const is = (...classes: readonly string[]) => (_zoom: number, feature: { props: Record<string, unknown> }) => classes.includes(String(feature.props['class']));
/** Width in pixels from zoom 13 up, doubling every two levels. */
const growing = (atZoom14: number) => (zoom: number) => Math.max(0.5, atZoom14 * 2 ** ((zoom - 14) / 1.6));

const MAIN = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

const PAINT: PaintRule[] = [
  // The 'park' layer of this schema is protected areas (whole conservation areas): not drawn as green.
  { dataLayer: 'landcover', symbolizer: new PolygonSymbolizer({ fill: '#e3edd9' }), filter: is('grass', 'wood') },
  { dataLayer: 'landuse', symbolizer: new PolygonSymbolizer({ fill: '#dcead4' }), filter: is('pitch', 'playground', 'cemetery', 'stadium', 'track') },
  { dataLayer: 'landuse', symbolizer: new PolygonSymbolizer({ fill: '#efe8da' }), filter: is('school', 'kindergarten', 'university', 'hospital', 'library') },
  { dataLayer: 'water', symbolizer: new PolygonSymbolizer({ fill: '#c5dbe8' }) },
  { dataLayer: 'waterway', symbolizer: new LineSymbolizer({ color: '#a9c7d9', width: growing(1.2) }) },
  { dataLayer: 'building', symbolizer: new PolygonSymbolizer({ fill: '#e0d9cf' }), minzoom: 14 },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#b9a98d', width: growing(0.6), dash: [3, 3], dashColor: '#b9a98d', dashWidth: 1 }), filter: is('path', 'track'), minzoom: 15 },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#8b8b8b', width: growing(0.9) }), filter: is('rail', 'transit') },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#c2bbb0', width: growing(2.6) }), filter: is('minor', 'service'), minzoom: 14 },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#b5aa99', width: growing(4.4) }), filter: is(...MAIN) },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#ffffff', width: growing(1.9) }), filter: is('minor', 'service'), minzoom: 14 },
  { dataLayer: 'transportation', symbolizer: new LineSymbolizer({ color: '#fff7e0', width: growing(3.4) }), filter: is(...MAIN) },
];

const LABELS: LabelRule[] = [
  { dataLayer: 'transportation', symbolizer: new LineLabelSymbolizer({ labelProps: ['name'], font: '500 11px Roboto, sans-serif', fill: '#4a4a4a', stroke: '#ffffff', width: 3 }), filter: is(...MAIN, 'minor'), minzoom: 15 },
  { dataLayer: 'place', symbolizer: new CenteredTextSymbolizer({ labelProps: ['name'], font: '600 13px Roboto, sans-serif', fill: '#333333', stroke: '#ffffff', width: 3 }), filter: is('suburb', 'quarter', 'neighbourhood', 'town', 'village'), maxzoom: 15 },
];

/** A pack's own vector tiles, read by slices from the file on the device: no request is made for them. */
export function tileLayer(basemap: BlobLike, key: string): L.GridLayer {
  const source = {
    getKey: () => key,
    getBytes: async (offset: number, length: number) => ({ data: await basemap.slice(offset, offset + length).arrayBuffer() }),
  };
  return leafletLayer({ url: new PMTiles(source), paintRules: PAINT, labelRules: LABELS, backgroundColor: BACKGROUND, maxDataZoom: 15, attribution: '' }) as unknown as L.GridLayer;
}
