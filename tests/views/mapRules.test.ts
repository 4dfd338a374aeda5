import { GeomType } from 'protomaps-leaflet';
import { describe, expect, it } from 'vitest';
import { FLAVOURS } from '../../src/views/map/flavour';
import { labelRules, paintRules } from '../../src/views/map/mapRules';

type Props = Readonly<Record<string, string>>;
type Things = readonly (readonly [what: string, geomType: GeomType, ours: readonly [layer: string, props: Props], openMapTiles: readonly [layer: string, props: Props]])[];
const { Point, Line, Polygon } = GeomType;

/** The same thing on the map, as our own maps and Protomaps name it, and as OpenMapTiles does. */
const THINGS: Things = [
  ['a residential street', Line, ['roads', { kind: 'minor_road' }], ['transportation', { class: 'minor' }]],
  ['a main road', Line, ['roads', { kind: 'major_road' }], ['transportation', { class: 'primary' }]],
  ['a path', Line, ['roads', { kind: 'path' }], ['transportation', { class: 'path' }]],
  ['a railway', Line, ['roads', { kind: 'rail' }], ['transportation', { class: 'rail' }]],
  ['a square', Polygon, ['landuse', { kind: 'pedestrian' }], ['transportation', { class: 'path' }]],
  ['a building', Polygon, ['buildings', { kind: 'building' }], ['building', {}]],
  ['a loch', Polygon, ['water', { kind: 'lake' }], ['water', { class: 'lake' }]],
  ['a burn', Line, ['water', { kind: 'stream' }], ['waterway', { class: 'stream' }]],
  ['a park', Polygon, ['landuse', { kind: 'park' }], ['landcover', { class: 'grass', subclass: 'park' }]],
  ['a school', Polygon, ['landuse', { kind: 'school' }], ['landuse', { class: 'school' }]],
];
const LABELLED: Things = [
  ['a suburb', Point, ['places', { kind: 'neighbourhood' }], ['place', { class: 'suburb' }]],
  ['a street', Line, ['roads', { kind: 'minor_road' }], ['transportation', { class: 'minor' }]],
  ['a house number', Point, ['buildings', { kind: 'address' }], ['housenumber', {}]],
];

function fits(rules: readonly { dataLayer: string; filter?: (zoom: number, feature: never) => boolean }[], geomType: GeomType, [layer, props]: readonly [string, Props]): number {
  return rules.filter(({ dataLayer, filter }) => dataLayer === layer && (filter?.(15, { props, geomType } as never) ?? true)).length;
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = (hex.match(/[0-9a-f]{2}/giu) ?? []).map((pair) => { const c = parseInt(pair, 16) / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
const contrast = (a: string, b: string) => { const [x = 0, y = 0] = [luminance(a), luminance(b)].toSorted((p, q) => q - p); return (x + 0.05) / (y + 0.05); };

/** The ink of a site (drawMap.ts). */
const SITE = '#4b2e83';

describe.each(Object.entries(FLAVOURS))('the background map, %s', (_, flavour) => {
  it.each(THINGS)('draws %s of either schema, and as the same', (_what, geomType, ours, theirs) => {
    const count = fits(paintRules(flavour), geomType, ours);
    expect(count).toBeGreaterThan(0);
    expect(fits(paintRules(flavour), geomType, theirs)).toBe(count);
  });

  it.each(LABELLED)('names %s of either schema', (_what, geomType, ours, theirs) => {
    expect([fits(labelRules(flavour), geomType, ours), fits(labelRules(flavour), geomType, theirs)]).toEqual([1, 1]);
  });

  it('draws nothing that it does not know, and no conservation area as green', () => {
    expect(fits(paintRules(flavour), Polygon, ['park', { class: 'new_town' }])).toBe(0);
    expect(fits(paintRules(flavour), Polygon, ['landuse', { class: 'suburb' }])).toBe(0);
    expect(fits(paintRules(flavour), Point, ['buildings', { kind: 'address' }])).toBe(0);
  });

  it('keeps a contrast of 4.5 to 1 between the sites and every area and road, and between letters and their edge', () => {
    const { outside, land, green, wood, garden, grounds, works, square, water, building, minorRoad, mainRoad, letters } = flavour;
    for (const fill of [outside, land, green, wood, garden, grounds, works, square, water, building, minorRoad.fill, mainRoad.fill]) expect(contrast(SITE, fill), fill).toBeGreaterThan(4.5);
    for (const ink of [letters.fill, letters.place, letters.number]) expect(contrast(ink, letters.halo), ink).toBeGreaterThan(4.5);
  });
});

describe('the map on paper', () => {
  it('tells water, buildings, land and road edges apart by lightness alone', () => {
    const { land, water, building, minorRoad, mainRoad, letters } = FLAVOURS.print;
    const steps = [land, building, water, minorRoad.edge, mainRoad.edge, letters.fill].map(luminance);
    expect(steps).toEqual(steps.toSorted((a, b) => b - a));
    for (const [a, b] of [[land, building], [land, water], [building, minorRoad.edge], [minorRoad.edge, mainRoad.edge]] as const) expect(contrast(a, b), `${a} ${b}`).toBeGreaterThan(1.25);
  });
});
