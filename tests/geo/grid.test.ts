import { gridToLngLat, lngLatToGrid } from '@/geo';
import { gridToOsgb36, osgb36ToGrid } from '@/geo/grid';
import { describe, expect, it } from 'vitest';
import { geodesicMetres } from './geodesic';
import { hasSharedData, sharedFeatures, sharedText, WHY_SKIPPED } from './sharedData';

const dms = (degrees: number, minutes: number, seconds: number) => degrees + minutes / 60 + seconds / 3600;

describe('the British National Grid', () => {
  /** OS, 'A guide to coordinate systems in Great Britain', annex C: Caister water tower, OSGB36. */
  const caister = { lng: dms(1, 43, 4.5177), lat: dms(52, 39, 27.2531) };

  it('projects the worked example of the OS guide to the millimetre', () => {
    const { eastings, northings } = osgb36ToGrid(caister);
    expect(eastings).toBeCloseTo(651_409.903, 3);
    expect(northings).toBeCloseTo(313_177.27, 3);
  });

  it('and back again', () => {
    const { lng, lat } = gridToOsgb36({ eastings: 651_409.903, northings: 313_177.27 });
    expect(lng).toBeCloseTo(caister.lng, 8);
    expect(lat).toBeCloseTo(caister.lat, 8);
  });

  it('comes back to where it started, from Shetland to the Mull of Galloway', () => {
    for (const point of [{ lng: -0.8, lat: 60.8 }, { lng: -8.6, lat: 57.8 }, { lng: -4.86, lat: 54.63 }, { lng: -3.2, lat: 55.95 }]) {
      expect(geodesicMetres(point, gridToLngLat(lngLatToGrid(point)))).toBeLessThan(0.05);
    }
  });

  it('comes to an end for metres that are nowhere on Earth, and names no place for them', () => {
    for (const far of [2.1e7, 906_000_000_001, 1e300, Infinity, NaN]) {
      for (const nowhere of [{ eastings: 325_900, northings: far }, { eastings: 325_900, northings: -far }, { eastings: far, northings: 673_500 }]) {
        expect(gridToLngLat(nowhere)).toEqual({ lng: NaN, lat: NaN });
      }
    }
    for (let northings = -1.9e7; northings < 1.9e7; northings += 99_991) expect(gridToLngLat({ eastings: 400_000, northings }).lat).not.toBeNaN();
  });

  it.skipIf(!hasSharedData)(`stands within 5 m of the exact shift at every Scottish school${WHY_SKIPPED}`, () => {
    const metres = sharedFeatures('schools-scotland-2022/schools_scotland_2022.geojson.gz').flatMap(({ geometry, properties }) => {
      const { GridRefEas: eastings, GridRefNor: northings } = properties ?? {};
      if (geometry.type !== 'Point' || typeof eastings !== 'number' || typeof northings !== 'number') return [];
      const [lng = NaN, lat = NaN] = geometry.coordinates;
      const there = lngLatToGrid({ lng, lat });
      expect(Math.hypot(there.eastings - eastings, there.northings - northings)).toBeLessThan(5);
      return [geodesicMetres({ lng, lat }, gridToLngLat({ eastings, northings }))];
    });
    expect(metres.length).toBeGreaterThan(2_400);
    expect(Math.max(...metres)).toBeLessThan(5);
    // The control: without the shift of datum the same schools lie over 50 m off.
    expect(geodesicMetres({ lng: -3.9926292281311, lat: 55.7973765410486 }, gridToOsgb36(lngLatToGrid({ lng: -3.9926292281311, lat: 55.7973765410486 })))).toBeGreaterThan(50);
  });

  it.skipIf(!hasSharedData)(`stands within 5 m of the exact shift at every fiftieth Scottish postcode${WHY_SKIPPED}`, () => {
    const rows = sharedText('postcodes-codepoint-open-2025-11/scotland_postcodes_wgs84.csv.gz').split('\n').slice(1).map((line) => line.split(','));
    const located = rows.filter(([, , , eastings]) => Number(eastings) > 0).filter((_, i) => i % 50 === 0);
    expect(located.length).toBeGreaterThan(3_000);
    const metres = located.map(([, lat, lng, eastings, northings]) =>
      geodesicMetres({ lng: Number(lng), lat: Number(lat) }, gridToLngLat({ eastings: Number(eastings), northings: Number(northings) })));
    expect(Math.max(...metres)).toBeLessThan(5);
  });
});
