import { distanceMetres } from '@/geo';
import type { Geometry, Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodesicMetres, seeded, trueMetres } from './geodesic';

const at = { lng: -3.19, lat: 55.95 };
/** A place `east` and `north` metres away, about, rounded as packs are. */
const move = (east: number, north: number, from = at): Position => [
  Math.round((from.lng + east / (111_320 * Math.cos((from.lat * Math.PI) / 180))) * 1e7) / 1e7,
  Math.round((from.lat + north / 111_340) * 1e7) / 1e7,
];
const square = (half: number, east = 0, north = 0): Position[] =>
  [[-half, -half], [half, -half], [half, half], [-half, half], [-half, -half]].map(([x = 0, y = 0]) => move(east + x, north + y));

describe('distanceMetres', () => {
  it('agrees with geodesics between points, all over Scotland', () => {
    const random = seeded(1);
    const worst = { 1_000: 0, 5_000: 0, 20_000: 0 };
    for (const limit of [1_000, 5_000, 20_000] as const) {
      for (let n = 0; n < 3_000; n++) {
        const from = { lng: -8 + 7 * random(), lat: 54.6 + 6.3 * random() };
        const [lng = NaN, lat = NaN] = move((2 * random() - 1) * limit * 0.7, (2 * random() - 1) * limit * 0.7, from);
        worst[limit] = Math.max(worst[limit], Math.abs(distanceMetres(from, { lng, lat }) - geodesicMetres(from, { lng, lat })));
      }
    }
    expect(worst[1_000]).toBeLessThan(0.005);
    expect(worst[5_000]).toBeLessThan(0.05);
    expect(worst[20_000]).toBeLessThan(0.5);
  });

  it('is 0 inside a polygon, and measured to the edge of a hole from within it', () => {
    const withHole: Geometry = { type: 'Polygon', coordinates: [square(100), square(30)] };
    expect(distanceMetres(at, { type: 'Polygon', coordinates: [square(100)] })).toBe(0);
    expect(distanceMetres(at, withHole)).toBeCloseTo(trueMetres(at, withHole), 3);
    expect(distanceMetres(at, withHole)).toBeCloseTo(30, 0);
    const [lng = NaN, lat = NaN] = move(60, 0);
    expect(distanceMetres({ lng, lat }, withHole)).toBe(0);
  });

  it('is 0 inside any part of a multipolygon, overlapping or nested ones too', () => {
    const parts = (...rings: Position[][][]): Geometry => ({ type: 'MultiPolygon', coordinates: rings });
    expect(distanceMetres(at, parts([square(50, 500)], [square(50)]))).toBe(0);
    expect(distanceMetres(at, parts([square(50)], [square(50, 500)]))).toBe(0);
    expect(distanceMetres(at, parts([square(100)], [square(50)]))).toBe(0);
    expect(distanceMetres(at, parts([square(100), square(60)], [square(20)]))).toBe(0);
    const apart = parts([square(50, 500)], [square(50, -300)]);
    expect(distanceMetres(at, apart)).toBeCloseTo(trueMetres(at, apart), 3);
  });

  it('measures to the edge, not to the nearest corner', () => {
    const long: Geometry = { type: 'LineString', coordinates: [move(-2_000, 100), move(2_000, 100)] };
    expect(distanceMetres(at, long)).toBeCloseTo(trueMetres(at, long), 2);
    expect(distanceMetres(at, long)).toBeLessThan(101);
  });

  const metre = fc.double({ min: -2_000, max: 2_000, noNaN: true });
  const place = fc.tuple(metre, metre).map(([east, north]) => move(east, north));
  it('agrees with geodesics for any line up to 2 km away', () => {
    fc.assert(fc.property(fc.array(place, { minLength: 2, maxLength: 8 }), (coordinates) => {
      const line: Geometry = { type: 'LineString', coordinates };
      expect(Math.abs(distanceMetres(at, line) - trueMetres(at, line))).toBeLessThan(0.01);
    }), { numRuns: 500, seed: 20261121 });
  });
  it('agrees with geodesics for any triangle up to 2 km away', () => {
    fc.assert(fc.property(place, place, place, (a, b, c) => {
      const triangle: Geometry = { type: 'Polygon', coordinates: [[a, b, c, a]] };
      expect(Math.abs(distanceMetres(at, triangle) - trueMetres(at, triangle))).toBeLessThan(0.01);
    }), { numRuns: 500, seed: 20261121 });
  });
});
