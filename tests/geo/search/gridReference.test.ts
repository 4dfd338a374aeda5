import { distanceMetres, gridToLngLat, lngLatToGrid, type OpenPack } from '@/geo';
import { fc, test } from '@fast-check/vitest';
import { beforeAll, describe, expect, it } from 'vitest';
import { found, packOf } from './names';

/** Squares of 100 km by their letters, from OS's own picture of the grid: eastings and northings of the corner. */
const SQUARES = { NT: [300_000, 600_000], NS: [200_000, 600_000], NO: [300_000, 700_000], NJ: [300_000, 800_000], NB: [100_000, 900_000], HU: [400_000, 1_100_000], HY: [300_000, 1_000_000], NX: [200_000, 500_000], NA: [0, 900_000], HP: [400_000, 1_200_000], TQ: [500_000, 100_000], SV: [0, 0] } as const;
type Square = keyof typeof SQUARES;

let pack: OpenPack;
beforeAll(async () => { pack = await packOf([], { postcodes: [] }); });
const one = (query: string) => found(pack, query)[0];

describe('a grid reference', () => {
  test.prop([fc.constantFrom(...(Object.keys(SQUARES) as Square[])), fc.integer({ min: 1, max: 5 }), fc.nat(99_999), fc.nat(99_999), fc.constantFrom('', ' ')])('of each precision lands in the middle of its square, with half its diagonal as error', (square, digits, east, north, gap) => {
    const side = 10 ** (5 - digits);
    const written = [east, north].map((number) => String(number).padStart(5, '0').slice(0, digits)) as [string, string];
    const place = one(`${square}${gap}${written[0]}${gap}${written[1]}`);
    expect(place).toMatchObject({ kind: 'gridReference', label: `${square} ${written[0]} ${written[1]}` });
    const [cornerEast, cornerNorth] = [SQUARES[square][0] + Number(written[0]) * side, SQUARES[square][1] + Number(written[1]) * side];
    const { eastings, northings } = lngLatToGrid(place?.point ?? { lng: 0, lat: 0 });
    expect(Math.abs(eastings - cornerEast - side / 2)).toBeLessThan(0.01);
    expect(Math.abs(northings - cornerNorth - side / 2)).toBeLessThan(0.01);
    const error = place?.precision === 'building' ? 10 : (place?.errorMetres ?? NaN);
    expect(error).toBe(side === 1 ? 10 : Math.ceil(side * Math.SQRT1_2 + 5));
    // Squares of the grid are no squares on the ground: its scale is off by up to 4 in 10,000 in Scotland, which the metres for the datum hold.
    const corner = gridToLngLat({ eastings: cornerEast, northings: cornerNorth });
    expect(distanceMetres(place?.point ?? { lng: 0, lat: 0 }, corner)).toBeLessThanOrEqual(error);
  });

  it.each([['NT 25 73', 'NT 25 73', 713], ['nt2573', 'NT 25 73', 713], ['NT 257 735', 'NT 257 735', 76], ['NT27', 'NT 2 7', 7_077], ['NT 2573 7352', 'NT 2573 7352', 13], ['ｎｔ 25 73', 'NT 25 73', 713]])('is read as people write it: %j', (query, label, errorMetres) => {
    expect(one(query)).toMatchObject({ label, precision: 'stated', errorMetres });
  });

  it.each(['325734, 673521', '325734 673521', 'E325734 N673521', '325734E 673521N', '325734.25,673521.5'])('is read from full eastings and northings: %j', (query) => {
    const place = one(query);
    expect(place).toMatchObject({ kind: 'gridReference', precision: 'building' });
    const { eastings, northings } = lngLatToGrid(place?.point ?? { lng: 0, lat: 0 });
    expect([Math.abs(eastings - 325_734.5) < 1, Math.abs(northings - 673_521.5) < 1.1]).toEqual([true, true]);
  });

  it.each(['NT 25 735', 'NT 257', 'NT', 'NI 25 73', 'XX 25 73', 'NT 25 7 3', 'NT 123456 123456', '999999, 673521', '325734', '1234, 673521', 'NT 25 73 N'])('is not read from %j', (query) => {
    expect(found(pack, query).filter(({ kind }) => kind === 'gridReference')).toEqual([]);
  });
});
