import { nearby, openPack, type OpenPack, type PackAccount } from '@/geo';
import { checkPackSignature } from '@/vault/format';
import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../geo/contentFixture';
import { callSteading } from './callSteading';
import { needsSharedData, sharedData } from './sharedData';

const FILES = {
  schools: sharedData('schools-scotland-2022/schools_scotland_2022.geojson.gz'),
  care: sharedData('care-inspectorate-2026-05/care_datastore_2026-05-31_redacted.csv.gz'),
  postcodes: sharedData('postcodes-codepoint-open-2025-11/codepo_gb_scotland_2025-11.zip'),
  councils: sharedData('council-boundaries/scotland_councils_2023_wgs84.geojson'),
  sports: sharedData('sports-facilities-sportscotland-2024/scotland-sports-facility.csv.gz'),
};
const { schools, care, postcodes, councils, sports } = FILES;
const there = schools && care && postcodes && councils && sports;
/** Tests must not change their answers as time goes by. */
const CURRENT = '2099-12-31';
const OUT = 'scotland.steadingpack';

interface Built { readonly sites: number; readonly postcodes: number; readonly layers: readonly { readonly id: string; readonly counts: { readonly read: number; readonly kept: number; readonly dropped: readonly { readonly reason: string; readonly count: number }[] } }[] }

describe.skipIf(!there)(`all Scotland in one pack, from the real files ${needsSharedData}`, () => {
  let built: Built;
  let bytes: Uint8Array;
  let pack: OpenPack;
  beforeAll(async () => {
    if (!there) return;
    const { exit, out, err, written } = await callSteading([
      'pack', 'build', '--out', OUT, '--bbox', '-8.7,54.6,-0.7,60.9', '--title', 'Scotland', '--json',
      '--schools', schools, '--schools-date', '2022-09-14', '--schools-stale-after', CURRENT, '--care', care, '--care-date', '2026-05-31', '--care-stale-after', CURRENT,
      '--postcodes', postcodes, '--councils', councils, '--councils-date', '2023-12-31', '--sports', sports, '--sports-date', '2024-07-25', '--sports-stale-after', CURRENT,
    ], {}, true);
    expect([exit, err.includes('Nothing was built')]).toEqual([0, false]);
    built = JSON.parse(out) as Built;
    bytes = written.get(OUT) ?? new Uint8Array(0);
    pack = await openPack(bytes, { sha256, checkSignature: checkPackSignature });
  }, 180_000);

  const counts = (prefix: string) => built.layers.filter(({ id }) => id.startsWith(prefix)).map(({ counts: each }) => each);
  const sum = (prefix: string) => ({
    read: counts(prefix).reduce((total, { read }) => total + read, 0), kept: counts(prefix).reduce((total, { kept }) => total + kept, 0),
    dropped: counts(prefix).flatMap(({ dropped }) => dropped).reduce((total, { count }) => total + count, 0),
  });

  it('reads every row of every file, and accounts for each that it does not keep', () => {
    expect(sum('schools')).toEqual({ read: 2_495, kept: 2_495, dropped: 0 });
    expect(sum('care')).toEqual({ read: 10_566, kept: 5_613, dropped: 4_953 });
    expect(sum('postcodes')).toEqual({ read: 162_117, kept: 162_095, dropped: 22 });
    expect(sum('sports')).toEqual({ read: 13_830, kept: 13_829, dropped: 1 });
    expect([pack.siteCount, built.sites, built.postcodes]).toEqual([21_937, 21_937, 162_095]);
  });

  it('drops care services for these reasons and no other: withheld, inactive, no place that is looked for, no postcode to place them by', () => {
    const reasons = new Map<string, number>();
    for (const { reason, count } of counts('care').flatMap(({ dropped }) => dropped)) {
      const kind = reason.replace(/^(Not a place that is looked for): .*/u, '$1');
      reasons.set(kind, (reasons.get(kind) ?? 0) + count);
    }
    expect(Object.fromEntries(reasons)).toEqual({
      'Address is never published': 3_102, 'Not active (Inactive)': 130, 'Not a place that is looked for': 1_619, 'No location (no postcode is published)': 60,
      'No location (postcode is not in the list of postcodes)': 42,
    });
  });

  it('holds to pack verify whole, with what lies outside a coverage told', async () => {
    const { exit, out } = await callSteading(['pack', 'verify', '--pack', OUT, '--json'], { [OUT]: bytes });
    const account = JSON.parse(out) as PackAccount;
    expect(account.checks.flatMap(({ faults }) => faults)).toEqual([]);
    expect([exit, account.holds, account.counts]).toEqual([0, true, { sites: 21_937, merged: 0, postcodes: 162_095, addresses: 0, councils: 32 }]);
    expect(account.layers.filter(({ sitesOutsideCoverage }) => (sitesOutsideCoverage ?? 0) > 0).map(({ id, sitesOutsideCoverage }) => [id, sitesOutsideCoverage])).toEqual([['sports', 5]]);
  }, 60_000);

  it.each([
    ['Lerwick, in Shetland', { lng: -1.1529, lat: 60.1578 }, /Anderson High School|Bell.?s Brae|Sound/u, 'ZE1 0', 'S12000027'],
    ['Stranraer, by the western sea', { lng: -5.0318, lat: 54.9015 }, /Stranraer|Park|Sheuchan|Belmont/u, 'DG9 7', 'S12000006'],
  ] as const)('answers for %s: searched whole, with its schools by name', (_where, point, name, postcode, council) => {
    const answer = nearby(pack, { point, errorMetres: 10 }, 2_500, '2026-06-15');
    const school = answer.categories.find(({ category }) => category === 'school');
    expect([answer.inArea, school?.coverage, school?.status]).toEqual([true, 'full', 'found']);
    expect(school?.sites.map(({ site }) => site.name).join('; ')).toMatch(name);
    for (const category of ['nursery', 'careHome', 'sportOrLeisure'] as const) expect(answer.categories.find((one) => one.category === category)?.coverage).toBe('full');
    expect(answer.categories.find(({ category }) => category === 'library')).toMatchObject({ coverage: 'none', status: 'notSearched' });
    const found = pack.postcodesStartingWith(postcode, 5);
    expect([found.length, found[0]?.councilCode]).toEqual([5, council]);
  });
});
