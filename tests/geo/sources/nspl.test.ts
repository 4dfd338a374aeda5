import { isNspl, isNsplCsv, nsplFiles, readNspl } from '@/geo/sources';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { diskFile, textFile } from './sourceFiles';

const HEAD = 'pcd,pcd2,pcds,dointr,doterm,usertype,oseast1m,osnrth1m,osgrdind,laua,lat,long';
const line = (pcds: string, doterm: string, indicator: string, lat: string, long: string) => `"x","x","${pcds}","198001","${doterm}","0","1","1","${indicator}","S12000036",${lat},${long}`;
const read = (...lines: string[]) => readNspl('n', [textFile('NSPL_EH.csv', [HEAD, ...lines].join('\r\n'))]);

describe('ONS National Statistics Postcode Lookup', () => {
  it('reads postcodes by the names of their columns, and the month in which one ended', () => {
    const { postcodes, read: count, asOf } = read(line('EH1 1AD', '', '1', '55.95', '-3.19'), line('EH1 1AE', '199207', '8', '55.94', '-3.18'));
    expect(postcodes).toEqual([
      { postcode: 'EH1 1AD', point: { lng: -3.19, lat: 55.95 }, quality: 10, councilCode: 'S12000036' },
      { postcode: 'EH1 1AE', point: { lng: -3.18, lat: 55.94 }, quality: 80, councilCode: 'S12000036', ended: '1992-07' },
    ]);
    expect([count, asOf]).toEqual([2, null]);
  });

  it('reads the names of other editions', () => {
    const file = textFile('x.csv', 'pcd8,doterm,gridind,lad25cd,LAT,LONG\nEH1  1AD,,1,S12000036,55.95,-3.19\n');
    expect(readNspl('x', [file]).postcodes).toMatchObject([{ postcode: 'EH1 1AD', councilCode: 'S12000036' }]);
  });

  it('drops what has no place, with the reason', () => {
    const good = line('EH1 1AD', '', '1', '55.95', '-3.19');
    const bad = [
      [line('EH1 1AE', '', '9', '99.999999', '0.000000'), 'No location (latitude 99.999999)'], [line('EH1 1AE', '', '1', '', ''), 'No location (latitude 99.999999)'],
      [line('EH1 1AE', '', '1', '0', '0'), 'Coordinates are 0, 0'], [line('EH1 1AE', '', '1', '-3.19', '55.95'), 'Latitude and longitude are swapped in this row'],
      [line('EC1A 1BB', '', '1', '51.52', '-0.1'), 'Coordinates lie outside Scotland and its surroundings'], [line('nonsense', '', '1', '55.95', '-3.19'), 'Not a postcode'],
      [good, 'Listed twice'], [line('EH1 1AE', '', 'x', '55.95', '-3.19'), 'Grid indicator is not one of 1 to 9'], [line('EH1 1AE', '1992', '1', '55.95', '-3.19'), 'Its end (doterm) is not a month'],
    ] as const;
    for (const [row, reason] of bad) {
      const { postcodes, dropped } = read(good, row);
      expect(postcodes).toHaveLength(1);
      expect(dropped.rows()).toEqual([{ reason, count: 1 }]);
    }
  });

  it('refuses a file of which nothing can be placed, swapped columns, and missing ones', () => {
    expect(() => read(line('EC1A 1BB', '', '1', '51.52', '-0.1'))).toThrow(/none of its 1 rows is a postcode that can be placed/u);
    expect(() => read(line('EH1 1AD', '', '1', '-3.19', '55.95'))).toThrow(/latitude and longitude swapped/u);
    expect(() => readNspl('x', [textFile('x.csv', 'pcds,doterm\nEH1 1AD,\n')])).toThrow(/no column osgrdind, lat, long\. It has: pcds, doterm/u);
    expect(() => readNspl('x', [])).toThrow(/holds no NSPL CSV/u);
  });

  it('is told from Code-Point Open by its header row, and takes the Scottish areas out of a download', () => {
    expect(isNspl(textFile('renamed.csv', `${HEAD}\n`))).toBe(true);
    expect(isNspl(textFile('eh.csv', '"EH1 1AD",10,325960,673760,"S92000003","","","","S12000036",""\n'))).toBe(false);
    const csv = new TextEncoder().encode(`${HEAD}\n`);
    const zip = zipSync({ 'Data/NSPL_NOV_2021_UK.csv': csv, 'Data/multi_csv/NSPL_NOV_2021_UK_EH.csv': csv, 'Data/multi_csv/NSPL_NOV_2021_UK_EC.csv': csv, 'User Guide/x.csv': csv });
    expect(nsplFiles(textFile('n.zip', zip)).map(({ name }) => name)).toEqual(['n.zip › Data/multi_csv/NSPL_NOV_2021_UK_EH.csv']);
    expect(['NSPL_NOV_2021_UK_ZE.csv.gz', 'eh.csv', 'metadata.txt'].map(isNsplCsv)).toEqual([true, false, false]);
  });

  // read, kept, of these ended, without location.
  const counts: readonly (readonly [area: string, read: number, kept: number, ended: number, without: number])[] = [
    ['DG', 7757, 7749, 890, 8], ['FK', 9680, 9680, 1917, 0], ['HS', 1099, 1099, 132, 0], ['KW', 2116, 2114, 266, 2], ['PH', 7451, 7450, 1317, 1], ['TD', 5267, 5259, 754, 8], ['ZE', 752, 752, 101, 0],
  ];
  it.skipIf(!sharedData('nspl-2021-format-sample'))(`reads the real files of seven areas: 34,122 rows, 34,103 placed, 5,377 of them ended, 19 without a location ${needsSharedData}`, () => {
    const found = counts.map(([area]) => {
      const { read: rows, postcodes, dropped } = readNspl(area, [diskFile(sharedData(`nspl-2021-format-sample/NSPL_NOV_2021_UK_${area}.csv.gz`))]);
      return [area, rows, postcodes.length, postcodes.filter(({ ended }) => ended !== undefined).length, dropped.rows()[0]?.count ?? 0];
    });
    expect(found).toEqual(counts);
  });
});
