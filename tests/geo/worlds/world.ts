import { type AddressPoint, type Layer, openPack, type OpenPack, type Site, writePack } from '@/geo';
import fc from 'fast-check';
import type { Geometry, MultiPolygon, Position } from 'geojson';
import { box, contentFixture, layer, sha256, site } from '../contentFixture';

export const CATEGORY = 'school';
export const CENTRE = { lng: -3.2, lat: 55.9 };

/** Everything that an answer of one category hangs on. */
export interface World {
  readonly layers: readonly LayerOf[];
  readonly sites: readonly SiteOf[];
  readonly at: AddressPoint;
  readonly radiusMetres: number;
  readonly asOn: string;
}
export interface LayerOf { readonly coverage: MultiPolygon | null; readonly errorMetres: number | null; readonly extentMetres: number; readonly staleAfter: string | null }
/** `layer`: place in the layers, modulo their number. */
export interface SiteOf { readonly geometry: Geometry; readonly layer: number; readonly errorMetres: Site['errorMetres'] }

/** Metres east and north of the centre, about; rounded as packs are, so that what is asked is what lies in the file. */
export function metresAway(east: number, north: number): Position {
  return [Math.round((CENTRE.lng + east / 62_550) * 1e7) / 1e7, Math.round((CENTRE.lat + north / 111_350) * 1e7) / 1e7];
}

/** A ring about a place: no edge of it crosses another, and every smaller ring of the same `reaches` lies in it. */
type Star = readonly [east: number, north: number, size: number, reaches: readonly number[]];
function ring([east, north, size, reaches]: Star, share = 1): Position[] {
  const corners = reaches.map((reach, n) => metresAway(
    east + share * size * reach * Math.cos((2 * Math.PI * n) / reaches.length), north + share * size * reach * Math.sin((2 * Math.PI * n) / reaches.length)));
  return [...corners, corners[0] ?? []];
}
const star = (metres: fc.Arbitrary<number>, size: fc.Arbitrary<number>): fc.Arbitrary<Star> =>
  fc.tuple(metres, metres, size, fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), { minLength: 4, maxLength: 14 }));

const near = fc.integer({ min: -2_500, max: 2_500 });
/** Most sites stand within a small radius, some a long way off: as far as a site of unknown error counts. */
const anywhere = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: -700, max: 700 }) }, near, fc.integer({ min: -9_000, max: 9_000 }));
const place = fc.tuple(anywhere, anywhere).map(([east, north]) => metresAway(east, north));
/** As a list places it, so that a circle's middle can be in a hole of a hole. */
const shape = star(anywhere, fc.integer({ min: 10, max: 900 }));
const hole = fc.constantFrom(0.2, 0.5, 0.9);
export const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  place.map((coordinates): Geometry => ({ type: 'Point', coordinates })),
  fc.array(place, { minLength: 1, maxLength: 4 }).map((coordinates): Geometry => ({ type: 'MultiPoint', coordinates })),
  fc.array(place, { minLength: 2, maxLength: 5 }).map((coordinates): Geometry => ({ type: 'LineString', coordinates })),
  fc.array(fc.array(place, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 3 }).map((coordinates): Geometry => ({ type: 'MultiLineString', coordinates })),
  shape.map((one): Geometry => ({ type: 'Polygon', coordinates: [ring(one)] })),
  fc.tuple(shape, hole).map(([one, share]): Geometry => ({ type: 'Polygon', coordinates: [ring(one), ring(one, share).toReversed()] })),
  // A park with a lake with an island, and a second part apart from it.
  fc.tuple(shape, hole, shape).map(([one, share, [east, north, size, reaches]]): Geometry => ({
    type: 'MultiPolygon', coordinates: [[ring(one), ring(one, share)], [ring(one, share * 0.5)], [ring([east + 12_000, north, size, reaches])]],
  })),
);

const WIDE = box(-3.9, 55.4, -2.5, 56.4);
/** From a council that ends at a ragged line near the centre, to one with a hole in it; all valid: no part touches another. */
export const coverage: fc.Arbitrary<MultiPolygon | null> = fc.oneof(
  fc.constant(null),
  { weight: 3, arbitrary: fc.constant(WIDE) },
  fc.array(fc.integer({ min: -3_000, max: 9_000 }), { minLength: 2, maxLength: 9 }).map((line): MultiPolygon => {
    const border = line.map((east, n) => metresAway(east, -30_000 + (60_000 * n) / (line.length - 1)));
    return { type: 'MultiPolygon', coordinates: [[[metresAway(-40_000, -30_000), ...border, metresAway(-40_000, 30_000), metresAway(-40_000, -30_000)]]] };
  }),
  fc.tuple(star(near, fc.integer({ min: 300, max: 20_000 })), star(near, fc.integer({ min: 20, max: 2_000 }))).map(([outer, inner]): MultiPolygon => {
    const [[east, north, size, reaches], [dEast, dNorth, small, own]] = [outer, inner];
    // The hole keeps within the least that the outer ring reaches.
    const room = size * Math.min(...reaches) * Math.cos(Math.PI / reaches.length) * 0.9;
    const within = Math.min(small, room / 2);
    const shift = Math.min(1, (room - within) / Math.max(1, Math.hypot(dEast - east, dNorth - north)));
    return { type: 'MultiPolygon', coordinates: [[ring(outer), ring([east + (dEast - east) * shift, north + (dNorth - north) * shift, within, own])]] };
  }),
  fc.tuple(star(near, fc.integer({ min: 50, max: 5_000 })), star(near, fc.integer({ min: 50, max: 5_000 })), fc.boolean()).map(([one, [east, north, size, reaches], turned]): MultiPolygon => {
    const parts = [[ring(one)], [ring([east + 16_000, north, size, reaches])]];
    return { type: 'MultiPolygon', coordinates: turned ? parts.toReversed() : parts };
  }),
);

export const layerOf: fc.Arbitrary<LayerOf> = fc.record({
  coverage, errorMetres: fc.constantFrom<number | null>(0, 10, 10, 500, null), extentMetres: fc.constantFrom(0, 0, 60, 408),
  staleAfter: fc.constantFrom<string | null>('2026-12-31', '2026-12-31', '2026-12-31', '2026-05-01', null),
});
export const siteOf: fc.Arbitrary<SiteOf> = fc.record({ geometry, layer: fc.nat(2), errorMetres: fc.constantFrom<Site['errorMetres']>(null, null, null, 'unknown', 0, 120) });
export const world: fc.Arbitrary<World> = fc.record({
  layers: fc.array(layerOf, { maxLength: 3 }),
  sites: fc.array(siteOf, { maxLength: 4 }),
  at: fc.record({
    point: fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })).map(([east, north]) => { const [lng = NaN, lat = NaN] = metresAway(east, north); return { lng, lat }; }),
    errorMetres: fc.constantFrom<number | null>(0, 10, 10, 50, 500, null),
  }),
  radiusMetres: fc.constantFrom(50, 250, 500, 500, 1_000, 2_500),
  asOn: fc.constant('2026-06-01'),
}).map((made) => (made.layers.length === 0 ? { ...made, sites: [] } : made));

/** The line of the council that the pack is of runs through the middle of everything: what lies near does not hang on it. */
export const COUNCIL = box(-3.4, 55.8, CENTRE.lng, 56);

export const layerId = (i: number) => `l${String(i)}`;
export async function packOf({ layers, sites }: World): Promise<OpenPack> {
  const content = contentFixture({
    area: { name: 'Testshire', councilCode: null, boundary: COUNCIL },
    layers: layers.map(({ coverage: where, errorMetres, extentMetres, staleAfter }, i): Layer => layer(layerId(i), [CATEGORY], { coverage: where, staleAfter, position: { errorMetres, extentMetres, note: '' } })),
    sites: sites.map((each, i) => site(`s${String(i)}`, each.geometry, { layerId: layerId(each.layer % layers.length), category: CATEGORY, errorMetres: each.errorMetres })),
    postcodes: [], addresses: [], councils: [], streets: null, basemap: null,
  });
  return openPack(await writePack(content, { sha256 }), { sha256, verify: false });
}
