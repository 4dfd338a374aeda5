import { codePointFiles, readCodePointOpen } from '@/geo/sources';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { needsSharedData, sharedData } from '../../cli/sharedData';
import { diskFile, textFile } from './sourceFiles';

const utf8 = (text: string) => new TextEncoder().encode(text);
const line = (postcode: string, quality: number, easting: number, northing: number) => `"${postcode}",${String(quality)},${String(easting)},${String(northing)},"S92000003","","S08000024","","S12000036","S13002842"`;

describe('Code-Point Open', () => {
  it('reads the zip as it comes: no header row, every spelling of a postcode, its own date', () => {
    const csv = [line('EH1 1AD', 10, 325960, 673760), line('EH1  1AE', 50, 325961, 673760), line('EH11AF', 90, 0, 0)].join('\r\n');
    const zip = zipSync({ 'Data/CSV/eh.csv': utf8(csv), 'Doc/metadata.txt': utf8('COPYRIGHT DATE: 20251020\r\n'), 'Doc/licence.txt': utf8('x'), 'Doc/Code-Point_Open_Column_Headers.csv': utf8('PC,PQ') });
    const { postcodes, read, dropped, asOf } = readCodePointOpen('codepo_gb.zip', codePointFiles(textFile('codepo_gb.zip', zip)));
    expect(read).toBe(3);
    expect(postcodes.map(({ postcode, quality, councilCode }) => [postcode, quality, councilCode])).toEqual([['EH1 1AD', 10, 'S12000036'], ['EH1 1AE', 50, 'S12000036']]);
    expect(dropped.rows()).toEqual([{ reason: 'No location (positional quality 90)', count: 1 }]);
    expect(asOf).toBe('2025-10-20');
  });

  it('refuses other columns, and a folder without its files', () => {
    expect(() => readCodePointOpen('x', [textFile('eh.csv', 'EH1 1AD,10,1\n')])).toThrow(/row 1 has 3 columns; Code-Point Open has 10/u);
    expect(() => readCodePointOpen('x', [])).toThrow(/holds no Code-Point Open CSV/u);
  });

  it('drops a postcode whose metres are no place of the grid, and says so', () => {
    const row = (postcode: string, east: string, north: string) => `"${postcode}",10,${east},${north},"S92000003","","S08000024","","S12000036","S13002931"\n`;
    const { postcodes, read, dropped } = readCodePointOpen('codepo', [textFile('eh.csv', row('EH1 1AD', '325900', '673500') + row('EH1 1AE', '325900', '906000000001') + row('EH1 1AF', '1e300', '673500'))]);
    expect([read, postcodes.map(({ postcode }) => postcode), dropped.rows()]).toEqual([3, ['EH1 1AD'], [{ reason: 'Coordinates are not on the British National Grid', count: 2 }]]);
  });

  const zip = sharedData('postcodes-codepoint-open-2025-11/codepo_gb_scotland_2025-11.zip');
  const derived = sharedData('postcodes-codepoint-open-2025-11/scotland_postcodes_wgs84.csv.gz');
  it.skipIf(!zip || !derived)(`reads all 162,117 postcodes, each within 5 m of where OSTN15 puts it ${needsSharedData}`, async () => {
    const { postcodes, read } = readCodePointOpen('codepo', codePointFiles(diskFile(zip)));
    expect([read, postcodes.length]).toEqual([162_117, 162_095]);
    const { readLines } = await import('@/geo/sources/table');
    const exact = new Map(readLines(diskFile(derived)).slice(1).map(([postcode = '', lat, lng]) => [postcode, { lat: Number(lat), lng: Number(lng) }]));
    let worst = 0;
    let compared = 0;
    for (const { postcode, point } of postcodes) {
      const other = exact.get(postcode);
      if (!other) continue;
      compared += 1;
      worst = Math.max(worst, Math.hypot((point.lng - other.lng) * 111_320 * Math.cos((point.lat * Math.PI) / 180), (point.lat - other.lat) * 111_320));
    }
    expect(compared).toBe(162_095);
    expect(worst).toBeLessThan(5);
  });
});
