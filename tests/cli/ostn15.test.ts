import { gridToLngLat } from '@/geo';
import { describe, expect, it } from 'vitest';
import { ostn15File } from '../geo/sources/ostn15File';
import { callSteading } from './callSteading';

const text = ostn15File();
const school = 'SchUID,SchoolName,SchoolType,GridRefEasting,GridRefNorthing\n1P,Shore,Primary,325900,673500\n';
const build = (...words: string[]) => callSteading(['pack', 'build', '--bbox', '-3.21,55.93,-3.15,55.97', '--out', 'x', '--schools', 's.csv', '--schools-date', '2026-01-01', ...words], { 's.csv': school, 'grid.txt': text, 'cut.txt': text.slice(0, 1000) });

describe('--ostn15', () => {
  it('places grid references to 0.1 m, in a pack and in a screening', async () => {
    const built = await build('--ostn15', 'grid.txt');
    expect(built.exit).toBe(0);
    const pack = built.written.get('x') ?? new Uint8Array();
    const { lat } = gridToLngLat({ eastings: 325_937.4, northings: 673_519.2 });
    const screen = async (...words: string[]) => {
      const called = await callSteading(['screen', '--pack', 'p', '--addresses', 'a.csv', '--radius', '500', '--out', 'o.json', ...words], { p: pack, 'a.csv': 'id,easting,northing\n1,325937.4,673519.2\n', 'grid.txt': text, 'cut.txt': 'x' });
      return { ...called, answer: JSON.parse(new TextDecoder().decode(called.written.get('o.json') ?? new TextEncoder().encode('{}'))) as { addresses?: { position: { lng: number; lat: number; precisionMetres: number } }[] } };
    };
    expect((await screen()).answer.addresses?.[0]?.position).toMatchObject({ precisionMetres: 15, source: 'grid' });
    const { answer } = await screen('--ostn15', 'grid.txt');
    expect(answer.addresses?.[0]?.position.precisionMetres).toBe(10.1);
    expect(answer.addresses?.[0]?.position.lat).toBeCloseTo(lat, 6);
    expect(await screen('--ostn15', 'cut.txt')).toMatchObject({ exit: 1, err: expect.stringMatching(/cut\.txt: does not begin with Point_ID/u) });
  });

  it('refuses a grid that is cut, and writes nothing', async () => {
    const { exit, err, written } = await build('--ostn15', 'cut.txt');
    expect([exit, written.size]).toEqual([1, 0]);
    expect(err).toMatch(/^Nothing was built\. cut\.txt: .*(cut short|columns)/mu);
  });
});
