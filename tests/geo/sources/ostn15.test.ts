import { gridToLngLat, lngLatToGrid } from '@/geo';
import { lngLatToOstn15, OSTN15_COLUMNS, OSTN15_ROWS, ostn15ToLngLat, shiftAt, type Ostn15 } from '@/geo/ostn15';
import { boxPolygon, readOstn15, readPlaces, readSchools, readSports } from '@/geo/sources';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { placeAddress } from '@/geo/stock/placeAddress';
import { geodesicMetres } from '../geodesic';
import { ostn15File } from './ostn15File';
import { collection, EDITION, feature, textFile } from './sourceFiles';

const text = ostn15File();
const file = (content = text) => textFile('OSTN15_OSGM15_DataFile.txt', content);
const shift = readOstn15(file());
const point = { eastings: 325_937.4, northings: 673_519.2 };

/** A model whose shift is the same everywhere. */
function even(east: number, north: number): Ostn15 {
  const count = OSTN15_COLUMNS * OSTN15_ROWS;
  return { east: new Int32Array(count).fill(east * 1000), north: new Int32Array(count).fill(north * 1000), covered: new Uint8Array(count).fill(1) };
}

describe('OSTN15', () => {
  // OS, 'Transformations and OSGM15 user guide', annex A: Caister water tower.
  it("gives the published worked example: ETRS89 degrees to its grid, the shift added, and back", () => {
    const [caister, model] = [{ lng: 1.716073973, lat: 52.658007833 }, even(102.801, -78.236)];
    const there = lngLatToOstn15(model, caister);
    expect(there?.eastings).toBeCloseTo(651_409.804, 3);
    expect(there?.northings).toBeCloseTo(313_177.45, 3);
    const back = ostn15ToLngLat(model, { eastings: 651_409.804, northings: 313_177.45 });
    expect(geodesicMetres(caister, back ?? { lng: 0, lat: 0 })).toBeLessThan(0.001);
  });

  it('weighs the four nodes around a position', () => {
    const model = even(100, -70);
    const at = 673 * OSTN15_COLUMNS + 325;
    [[at, 100], [at + 1, 101], [at + OSTN15_COLUMNS, 102], [at + OSTN15_COLUMNS + 1, 104]].forEach(([place = 0, metres = 0]) => { model.east[place] = metres * 1000; model.north[place] = -metres * 1000; });
    const shiftOf = (eastings: number, northings: number) => shiftAt(model, { eastings, northings })?.eastings;
    expect([shiftOf(325_000, 673_000), shiftOf(325_999.999, 673_000), shiftOf(325_500, 673_500), shiftOf(325_250, 673_750)].map((metres) => Number(metres?.toFixed(3)))).toEqual([100, 101, 101.75, 101.938]);
    expect(shiftAt(model, { eastings: 325_500, northings: 673_500 })?.northings).toBeCloseTo(-101.75, 9);
  });

  it('equals a shift that is known everywhere to a centimetre, from a grid of that shift in the published layout, anywhere on land', () => {
    fc.assert(fc.property(fc.double({ min: 10_000, max: 690_000, noNaN: true }), fc.double({ min: 5_000, max: 1_240_000, noNaN: true }), (eastings, northings) => {
      const { errorMetres, ...found } = shift.toLngLat({ eastings, northings });
      expect(errorMetres).toBe(0.1);
      expect(geodesicMetres(found, gridToLngLat({ eastings, northings }))).toBeLessThan(0.01);
    }));
    // The control: a grid with another shift is as far off as that.
    const other = readOstn15(file(ostn15File(() => [100, -70])));
    const { eastings, northings } = lngLatToGrid(other.toLngLat(point));
    expect(Math.hypot(eastings - point.eastings, northings - point.northings)).toBeGreaterThan(1);
  });

  it('falls back to the one shift and its 5 m where the grid does not reach', () => {
    for (const outside of [{ eastings: 2_500, northings: 900_000 }, { eastings: -5, northings: 900_000 }, { eastings: 300_000, northings: 1_260_000 }, { eastings: 701_000, northings: 5 }]) {
      expect(shift.toLngLat(outside)).toEqual({ ...gridToLngLat(outside), errorMetres: 5 });
    }
  });

  it("reads the developers' pack as it is downloaded", () => {
    const packed = textFile('pack.zip', zipSync({ 'readme.txt': new Uint8Array(3), 'OSTN15/OSTN15_OSGM15_DataFile.txt': new TextEncoder().encode(text) }, { level: 1 }));
    expect(readOstn15(packed).toLngLat(point)).toEqual(shift.toLngLat(point));
    expect(() => readOstn15(textFile('pack.zip', zipSync({ 'a.txt': new Uint8Array(3) })))).toThrow(/holds no OSTN15_OSGM15_DataFile\.txt/u);
  });

  /** Where the record of a node begins. Thirty megabytes are not taken to lines for one of them. */
  const startOf = (node: number) => text.indexOf(`\n${String(node)},`) + 1;
  const cell = (node: number, place: number, value: string) => {
    const [start, end] = [startOf(node), startOf(node + 1)];
    return text.slice(0, start) + text.slice(start, end).trim().split(',').with(place, value).join(',') + '\n' + text.slice(end);
  };
  const refused: readonly (readonly [name: string, content: () => string, message: RegExp])[] = [
    ['that is cut', () => text.slice(0, startOf(500_000)), /has 499999 of the 876951 nodes of OSTN15: it is cut short/u],
    ['that is cut in a row', () => text.slice(0, 20_000_000), /node \d+ \(row \d+\) has \d columns|none of OSTN15's|height datum|cut short/u],
    ['that is too long', () => `${text}876952,0,1251000,100,-70,50,1\n`, /has more than the 876951 nodes/u],
    ['with two rows changed about', () => text.slice(0, startOf(5)) + text.slice(startOf(6), startOf(7)) + text.slice(startOf(5), startOf(6)) + text.slice(startOf(7)), /node 5 \(row 6\) is not the one that stands there/u],
    ['with its columns changed about', () => text.replace('EShift,ETRS89_OSGB36_NShift', 'NShift,ETRS89_OSGB36_EShift'), /does not begin with Point_ID/u],
    ['of OSTN02', () => text.replace(/^.*\r\n/u, ''), /does not begin with Point_ID/u],
    ['with shifts the other way', () => ostn15File(() => [-90, 70], 2), /which is none of OSTN15's/u],
    ['with one number altered', () => cell(400_000, 3, '89.5'), /differs by [\d.]+ m from its neighbour: a number was altered/u],
    ['with a number that is none', () => cell(4_000, 4, ''), /which is none of OSTN15's/u],
    ['with a height datum that is none', () => cell(4_000, 6, '17'), /no height datum of 1 to 16/u],
    ['that is another table', () => 'UPRN,LATITUDE\n1,2\n', /does not begin with Point_ID/u],
  ];
  it.each(refused)('refuses a grid %s', (_, content, message) => {
    expect(() => readOstn15(file(content()))).toThrow(message);
  });

  const coverage = boxPolygon({ west: -3.3, south: 55.9, east: -3.1, north: 56 });
  it.each([['without it, 5 m are added and said', undefined, 5, /one shift for the whole country, which may be 5 m off: that is added/u], ['with it, 0.1 m, and that is said', shift, 0.1, /by OSTN15, to less than 0\.1 m/u]] as const)('%s', (_, given, metres, note) => {
    const more = given ? { shift: given } : {};
    const school = readSchools(textFile('s.csv', 'SchUID,SchoolName,SchoolType,GridRefEasting,GridRefNorthing\n1P,Shore,Primary,325900,673500\n'), { edition: EDITION, coverage, councils: [], ...more });
    const [sport] = readSports([textFile('s.csv', 'FID,site_name,facility_sub_type,x,y\npub_spfsp.1,Baths,Pool,325900,673500\n')], { edition: EDITION, coverage, councils: [], ...more });
    const grid = JSON.stringify({ ...(JSON.parse(collection(feature({ type: 'Point', coordinates: [325_900, 673_500] }, { library_name: 'Shore', sh_date_uploaded: '2026' }))) as object), crs: { properties: { name: 'EPSG:27700' } } });
    const [list] = readPlaces([{ category: 'library', file: textFile('l.json', grid) }], { editions: {}, coverage, errorMetres: 50, credit: null, ...more });
    expect([school.sites[0]?.errorMetres, sport?.sites[0]?.errorMetres, list?.sites[0]?.errorMetres]).toEqual([10 + metres, 500 + metres, 50 + metres]);
    for (const layer of [school.layer, sport?.layer, list?.layer]) expect(layer?.position.note).toMatch(note);
  });

  it('says nothing of grid references where there are none', () => {
    const { layer, sites } = readSchools(textFile('s.csv', 'SchUID,SchoolName,SchoolType,Latitude,Longitude\n1P,Shore,Primary,55.95,-3.19\n'), { edition: EDITION, coverage, councils: [], shift });
    expect([sites[0]?.errorMetres, layer.position.note]).toEqual([null, expect.not.stringMatching(/Grid references/u)]);
  });

  it('places a stock address by its grid reference to 10.1 m in place of 15', () => {
    const cells = { lng: '', lat: '', easting: '325937.4', northing: '673519.2', uprn: '', postcode: '' };
    const pack = {} as Parameters<typeof placeAddress>[1];
    expect([placeAddress(cells, pack, new Map()), placeAddress(cells, pack, new Map(), shift)]).toMatchObject([{ precisionMetres: 15 }, { precisionMetres: 10.1 }]);
  });
});
