import { boxOf, nationalCoverage, readCouncils, widen, type Box } from '@/geo/sources';
import { contains } from '@/geo/sources/box';
import { readLines } from '@/geo/sources/table';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { diskFile } from './sourceFiles';

const covers = (box: Box, lng: number, lat: number) => { const area = nationalCoverage(box, []); return area !== null && contains(area, lng, lat); };
const around = (lng: number, lat: number): Box => ({ west: lng - 0.1, south: lat - 0.1, east: lng + 0.1, north: lat + 0.1 });

describe('what a national source covers', () => {
  const places: readonly (readonly [name: string, lng: number, lat: number, covered: boolean])[] = [
    ['Edinburgh', -3.19, 55.95, true], ['the Firth of Forth', -3, 56.05, true], ['Lerwick', -1.145, 60.155, true], ['Stornoway', -6.387, 58.209, true],
    ['Campbeltown', -5.605, 55.425, true], ['Stranraer', -5.025, 54.903, true], ['Hawick, north of it', -2.82, 55.48, true],
    ['Berwick-upon-Tweed', -2.005, 55.771, false], ['Carlisle', -2.936, 54.892, false], ['Silloth', -3.389, 54.87, false], ['Larne', -5.82, 54.853, false],
    ['Ballycastle', -6.25, 55.205, false], ['Ramsey, Isle of Man', -4.385, 54.322, false], ['Wooler', -2.012, 55.547, false],
  ];
  it.each(places)('%s (%d, %d): %s', (_, lng, lat, covered) => {
    expect(covers(around(lng, lat), lng, lat)).toBe(covered);
  });

  it('is the box itself away from borders: no inner edge makes an answer partial', () => {
    expect(nationalCoverage(around(-3.19, 55.95), [])?.coordinates.flat(2)).toHaveLength(5);
  });

  const councilsPath = sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson');
  const postcodesPath = sharedData('postcodes-codepoint-open-2025-11/scotland_postcodes_wgs84.csv.gz');
  it.skipIf(!councilsPath || !postcodesPath)(`holds every Scottish postcode along the border, and no English one ${needsSharedData}`, () => {
    const councils = readCouncils(diskFile(councilsPath));
    expect(councils).toHaveLength(32);
    const rows = readLines(diskFile(postcodesPath)).slice(1).filter(([, lat]) => Number(lat) > 0);
    for (const code of ['S12000026', 'S12000006']) {
      const own = boxOf(councils.find((council) => council.code === code)?.boundary ?? { type: 'MultiPolygon', coordinates: [] });
      const box = widen(own ?? around(0, 0), 5000);
      const area = nationalCoverage(box, councils);
      const near = rows.filter(([, lat, lng]) => Number(lng) > box.west && Number(lng) < box.east && Number(lat) > box.south && Number(lat) < box.north);
      const inside = near.filter(([, lat, lng]) => area && contains(area, Number(lng), Number(lat)));
      const english = (list: readonly string[][]) => list.filter((row) => row[6] === 'E92000001').length;
      expect(english(near)).toBeGreaterThan(0);
      expect(english(inside)).toBe(0);
      expect(inside).toHaveLength(near.length - english(near));
    }
  });
});
