import { nearby, openPack } from '@/geo';
import { zipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { greenspacePackage, greenspaceShapefile, square, type GreenspaceRow } from '../geo/sources/greenspaceFiles';
import { callSteading } from './callSteading';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const build = (file: Uint8Array, ...words: string[]) => callSteading(['pack', 'build', '--bbox', '-3.21,55.93,-3.15,55.97', '--out', 'x', '--greenspace', 'g.zip', ...words], { 'g.zip': file });
const rows: readonly GreenspaceRow[] = [{ id: 'A', kind: 'Play Space', polygons: square(325_900, 673_500) }, { id: 'B', kind: 'Playing Field', polygons: square(325_900, 673_600) }, { id: 'C', kind: 'Cemetery', polygons: square(325_900, 673_700) }];

describe('pack build --greenspace', () => {
  it.each([['GeoPackage', async () => zipSync({ 'Data/opgrsp_gb.gpkg': await greenspacePackage(rows) })], ['shapefile', () => Promise.resolve(zipSync(greenspaceShapefile(rows)))]] as const)('takes the zip of the %s; parks and play count as searched, sport does not', async (_, file) => {
    const { exit, err, written } = await build(await file(), '--greenspace-date', '2026-04-01');
    expect(exit).toBe(0);
    expect(err).toContain('OS Open Greenspace: play spaces and parks [greenspace], as of 2026-04-01, taken as current until 2027-04-01: read 2, kept 1\n  dropped 1: Cemetery: not a kind of place that is looked for');
    const pack = await openPack([...written.values()][0] ?? new Uint8Array(), { sha256 });
    const { categories } = nearby(pack, { point: { lng: -3.16, lat: 55.96 }, errorMetres: 10 }, 300, '2026-06-15');
    expect(['playPark', 'parkOrGreenspace', 'sportOrLeisure'].map((id) => categories.find(({ category }) => category === id)?.status)).toEqual(['noneFound', 'noneFound', 'notSearched']);
    expect(pack.siteById('greenspace:A')).toMatchObject({ category: 'playPark', errorMetres: 15 });
  });

  it('asks for its day, and writes nothing of a file that is damaged', async () => {
    const file = await greenspacePackage(rows);
    expect((await build(file)).err).toContain("no date was given for OS Open Greenspace. 'None found' will never be said from this source, as its age is not known. To give the day on which its content was true: --greenspace-date yyyy-mm-dd.");
    const { exit, err, written } = await build(file.subarray(0, 9000));
    expect([exit, written.size, err]).toEqual([1, 0, expect.stringMatching(/^Nothing was built\. g\.zip: is a GeoPackage, but damaged or cut short/u)]);
  });
});
