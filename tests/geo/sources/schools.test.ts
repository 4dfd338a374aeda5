import { readSchools } from '@/geo/sources';
import { textOf } from '@/geo/sources/encoding';
import { COUNCIL_FLAG } from '@/geo/sources/schools';
import { describe, expect, it } from 'vitest';
import { readCouncils } from '@/geo/sources';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { collection, diskFile, EDITION, feature, pointAt, textFile } from './sourceFiles';

const context = { edition: EDITION, coverage: null, councils: [] };
const HEAD = 'SchUID,SchoolType,SchoolName,AddressLin,AddressL_1,AddressL_2,PostCode,LACode,GridRefEas,GridRefNor,Latitude,Longitude,Email,PhoneNumbe';
const csv = (...rows: string[]) => textFile('schools.csv', [HEAD, ...rows].join('\n'));

describe('school locations', () => {
  it('takes degrees before grid references, and widens the error of what came by grid', () => {
    const { sites, read } = readSchools(csv(
      '1P,Primary,Shore Primary,1 Road,Leith,0,EH1 1AA,S12000036,1,1,55.95,-3.19,,',
      '2S,Special,Whin School,,,,,,325900,673500,,,,',
    ), context);
    expect(read).toBe(2);
    expect(sites[0]).toMatchObject({ siteId: 'school:1P', category: 'school', detail: 'Primary', address: '1 Road, Leith, EH1 1AA', geometry: pointAt(-3.19, 55.95), errorMetres: null });
    // The grid's Edinburgh Waverley is about NT 259 739.
    expect(sites[1]).toMatchObject({ detail: 'Special', errorMetres: 15 });
    const [lng = 0, lat = 0] = (sites[1]?.geometry as { coordinates: number[] }).coordinates;
    expect(Math.abs(lng + 3.188) < 0.01 && Math.abs(lat - 55.948) < 0.01).toBe(true);
  });

  it('takes the geometry of GeoJSON before its columns, and a new spelling of the names', () => {
    const properties = { sch_uid: '1P', school_name: 'Shore', SCHOOLTYPE: 'Primary', Latitude: 50, Longitude: 0 };
    const { sites } = readSchools(textFile('s.geojson', collection(feature(pointAt(-3.19, 55.95), properties))), context);
    expect(sites[0]?.geometry).toEqual(pointAt(-3.19, 55.95));
  });

  it('reads other editions: cut names, lower case, and ids that are made of SeedCode and type', () => {
    const header = ['School_Nam,School_Typ,Seed_Code,Post_Code,GridRefEas,GridRefNor', 'SCHOOL NAME,school_type,seedcode,postcode,EASTING,NORTHING'];
    for (const head of header) {
      const { sites } = readSchools(textFile('s.csv', `${head}\nShore,Primary,1000047,EH1 1AA,325900,673500\nWhin,Special,1000048,EH1 1AA,325900,673500\n`), context);
      expect(sites.map(({ siteId, name, detail, address }) => [siteId, name, detail, address])).toEqual([['school:1000047P', 'Shore', 'Primary', 'EH1 1AA'], ['school:1000048SP', 'Whin', 'Special', 'EH1 1AA']]);
    }
    // The contact list has no SchoolType: without one, a joint campus would be one school.
    expect(() => readSchools(textFile('c.csv', 'SeedCode,LA Name,Centre Type,School Name\n1,Fife,Local Authority,Shore\n'), context)).toThrow(/no column SchoolType\. It has: SeedCode, LA Name/u);
    expect(() => readSchools(textFile('c.csv', 'SchoolType,SchoolName\nPrimary,Shore\n'), context)).toThrow(/no column SchUID, and no SeedCode/u);
  });

  it('drops 0, 0 and London, each with its reason', () => {
    const { sites, dropped } = readSchools(csv('1P,Primary,A,,,,,,,,0,0,,', '2P,Primary,B,,,,,,,,51.5,-0.1,,', '3P,Primary,C,,,,,,,,55.9,-3.1,,'), context);
    expect(sites).toHaveLength(1);
    expect(dropped.rows()).toEqual([{ reason: 'Coordinates are 0, 0', count: 1 }, { reason: 'Coordinates lie outside Scotland and its surroundings', count: 1 }]);
  });

  it('drops a row without a location or listed twice, with the reason', () => {
    const { sites, dropped } = readSchools(csv('1P,Primary,A,,,,,,,,,,,', '2P,Primary,B,,,,,,,,55.9,-3.1,,', '2P,Primary,B,,,,,,,,55.9,-3.1,,'), context);
    expect(sites).toHaveLength(1);
    expect(dropped.rows()).toEqual([{ reason: 'No location', count: 1 }, { reason: 'Listed twice', count: 1 }]);
  });

  it('never reads e-mail addresses and telephone numbers', () => {
    const { sites } = readSchools(csv('1P,Primary,A,,,,,,,,55.9,-3.1,canary@example.org,0131-canary'), context);
    expect(sites).toHaveLength(1);
    expect(JSON.stringify(sites)).not.toContain('canary');
  });

  it('keeps and flags a school outside the council that it names', () => {
    const square = { type: 'MultiPolygon' as const, coordinates: [[[[-3.3, 55.9], [-3.1, 55.9], [-3.1, 56], [-3.3, 56], [-3.3, 55.9]]]] };
    const councils = [{ code: 'S12000036', name: 'Edinburgh', boundary: square }];
    const rows = csv('1P,Primary,In,,,,,S12000036,,,55.95,-3.2,,', '2P,Primary,Out,,,,,S12000036,,,55.95,-3.5,,', '3P,Primary,Elsewhere,,,,,S12000099,,,55.95,-3.5,,');
    const { sites } = readSchools(rows, { ...context, councils });
    expect(sites.map(({ flags }) => flags)).toEqual([[], [COUNCIL_FLAG], []]);
  });

  const geojson = sharedData('schools-scotland-2022/schools_scotland_2022.geojson.gz');
  const table = sharedData('schools-scotland-2022/schools_scotland_2022.csv.gz');
  const councils = sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson');
  it.skipIf(!geojson || !table || !councils)(`reads all 2,495 schools of 2022, alike from GeoJSON and CSV ${needsSharedData}`, () => {
    const real = { ...context, councils: readCouncils(diskFile(councils)) };
    const [a, b] = [readSchools(diskFile(geojson), real), readSchools(diskFile(table), real)];
    expect([a.read, a.sites.length, b.sites.length]).toEqual([2495, 2495, 2495]);
    expect(b.sites.map(({ siteId, name, address }) => [siteId, name, address])).toEqual(a.sites.map(({ siteId, name, address }) => [siteId, name, address]));
    const kinds = (kind: string) => a.sites.filter(({ detail }) => detail === kind).length;
    expect([kinds('Primary'), kinds('Secondary'), kinds('Special')]).toEqual([2006, 361, 128]);
    const seed = readSchools(textFile('s.geojson', textOf(diskFile(geojson)).replaceAll('"SchUID"', '"x"')), real);
    expect(seed.sites.map(({ siteId }) => siteId)).toEqual(a.sites.map(({ siteId }) => siteId));
    expect(a.sites.filter(({ flags }) => flags.includes(COUNCIL_FLAG))).toHaveLength(1);
  });
});
