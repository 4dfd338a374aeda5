import { CenteredTextSymbolizer, type Feature, GeomType, type LabelRule, LineLabelSymbolizer, LineSymbolizer, type PaintRule, PolygonSymbolizer } from 'protomaps-leaflet';
import type { Flavour } from './flavour';

/** A layer of the tiles, and the words of one attribute in it; null: all of the layer. */
type Pick = readonly [layer: string, attribute: string, words: string | null];

/**
 * What is drawn, as two schemas name it: Protomaps ('kind'; also our own maps) and OpenMapTiles ('class', 'subclass'). The latter's 'park' layer is
 * protected areas (whole conservation areas): not drawn as green.
 */
const DRAWN = {
  earth: [['earth', 'kind', null]],
  green: [
    ['landuse', 'kind', 'park grass grassland meadow scrub heath shrubbery flowerbed village_green recreation_ground allotments golf_course pitch playground track cemetery stadium nature_reserve'],
    ['landcover', 'class', 'grass'], ['landuse', 'class', 'pitch playground cemetery stadium track'],
  ],
  wood: [['landuse', 'kind', 'wood forest'], ['landcover', 'class', 'wood']],
  garden: [['landuse', 'kind', 'garden'], ['landcover', 'subclass', 'garden']],
  grounds: [['landuse', 'kind', 'school kindergarten university college hospital library'], ['landuse', 'class', 'school kindergarten university college hospital library']],
  works: [['landuse', 'kind', 'industrial railway military'], ['landuse', 'class', 'industrial railway military']],
  square: [['landuse', 'kind', 'pedestrian pier'], ['transportation', 'class', 'path pier bridge']],
  water: [['water', 'kind', null]],
  waterLine: [['water', 'kind', null], ['waterway', 'class', null]],
  building: [['buildings', 'kind', 'building building_part'], ['building', 'class', null]],
  path: [['roads', 'kind', 'path other'], ['transportation', 'class', 'path track']],
  rail: [['roads', 'kind', 'rail'], ['transportation', 'class', 'rail transit']],
  minorRoad: [['roads', 'kind', 'minor_road'], ['transportation', 'class', 'minor service']],
  mainRoad: [['roads', 'kind', 'highway major_road medium_road'], ['transportation', 'class', 'motorway trunk primary secondary tertiary']],
  boundary: [['boundaries', 'kind', 'county region country'], ['boundary', 'class', null]],
  place: [['places', 'kind', 'locality neighbourhood macrohood'], ['place', 'class', 'city town village hamlet suburb quarter neighbourhood']],
  number: [['buildings', 'kind', 'address'], ['housenumber', 'class', null]],
} as const satisfies Readonly<Record<string, readonly Pick[]>>;

type Drawn = keyof typeof DRAWN;

/** One rule a schema; `geometry`: areas and lines may share a layer. */
function rules<T extends object>(drawn: Drawn, geometry: GeomType, more: T): (T & { dataLayer: string; filter: (zoom: number, feature: Feature) => boolean })[] {
  return DRAWN[drawn].map(([dataLayer, attribute, text]: Pick) => {
    const words = text === null ? null : new Set(text.split(' '));
    const filter = (_zoom: number, { props, geomType }: Feature) => geomType === geometry && (words === null || words.has(String(props[attribute])));
    return { ...more, dataLayer, filter };
  });
}

/** Width in pixels at zoom 14, doubling with every 1.6 levels. */
const growing = (atZoom14: number) => (zoom: number) => Math.max(0.5, atZoom14 * 2 ** ((zoom - 14) / 1.6));

/** From the ground up; the sites are drawn over all of it, in a canvas of their own. */
export function paintRules(flavour: Flavour): PaintRule[] {
  const area = (drawn: Drawn, fill: string, more: object = {}) => rules(drawn, GeomType.Polygon, { symbolizer: new PolygonSymbolizer({ fill }), ...more });
  const line = (drawn: Drawn, color: string, width: number, more: object = {}) => rules(drawn, GeomType.Line, { symbolizer: new LineSymbolizer({ color, width: growing(width) }), ...more });
  const dashed = (drawn: Drawn, color: string, dash: number[], width: number, more: object = {}) => rules(drawn, GeomType.Line, { symbolizer: new LineSymbolizer({ color, width: growing(width), dash }), ...more });
  const { minorRoad, mainRoad } = flavour;
  return [
    ...area('earth', flavour.land),
    ...area('works', flavour.works),
    ...area('green', flavour.green),
    ...area('wood', flavour.wood),
    ...area('garden', flavour.garden),
    ...area('grounds', flavour.grounds),
    ...area('water', flavour.water),
    ...line('waterLine', flavour.waterLine, 1.2),
    ...area('square', flavour.square),
    ...area('building', flavour.building, { minzoom: 14 }),
    ...dashed('boundary', flavour.boundary, [6, 4], 0.8),
    ...dashed('path', flavour.path, [3, 3], 0.6, { minzoom: 15 }),
    ...line('rail', flavour.rail, 0.9),
    ...line('minorRoad', minorRoad.edge, 2.6, { minzoom: 14 }),
    ...line('mainRoad', mainRoad.edge, 4.4),
    ...line('minorRoad', minorRoad.fill, 1.9, { minzoom: 14 }),
    ...line('mainRoad', mainRoad.fill, 3.4),
  ];
}

/** First come, first placed: what is further down gives way. */
export function labelRules({ letters, letterScale }: Flavour): LabelRule[] {
  const font = (weight: number, size: number) => `${String(weight)} ${String(Math.round(size * letterScale))}px Roboto, sans-serif`;
  const street = { labelProps: ['name'], fill: letters.fill, stroke: letters.halo, width: 3 };
  return [
    ...rules('place', GeomType.Point, { symbolizer: new CenteredTextSymbolizer({ labelProps: ['name'], font: font(600, 12), fill: letters.place, stroke: letters.halo, width: 3 }), maxzoom: 16 }),
    ...rules('mainRoad', GeomType.Line, { symbolizer: new LineLabelSymbolizer({ ...street, font: font(600, 12) }), minzoom: 14 }),
    ...rules('minorRoad', GeomType.Line, { symbolizer: new LineLabelSymbolizer({ ...street, font: font(500, 11) }), minzoom: 15 }),
    ...rules('number', GeomType.Point, { symbolizer: new CenteredTextSymbolizer({ labelProps: ['addr_housenumber', 'housenumber'], font: font(400, 10), fill: letters.number, stroke: letters.halo, width: 2 }), minzoom: 18 }),
  ];
}
