import { type CHECKS, type PackAccount, type PackContent, verifyPack, writePack } from '@/geo';
import { checkPackSignature } from '@/vault/format';
import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticContent } from '../../bench/support/syntheticScotland';
import { trainingContent } from '../../../training/trainingContent';
import { box, contentFixture, layer, sha256, site } from '../contentFixture';
import { resealed } from '../pack/resealed';
import { newSigner, signedPack } from '../pack/signer';

type CheckId = keyof typeof CHECKS;
const TODAY = '2026-06-15';
const account = (bytes: Uint8Array): Promise<PackAccount> => verifyPack(bytes, { sha256, checkSignature: checkPackSignature, today: TODAY });
const write = (content: PackContent) => writePack(content, { sha256 });
const POINT = { type: 'Point' as const, coordinates: [-3.2, 55.9] };

/** One of everything, with counts that are true. */
function sound(more: Partial<PackContent> = {}): PackContent {
  const content = contentFixture({ training: false, basemap: null, ...more });
  return { ...content, layers: more.layers ?? content.layers.map((one) => ({ ...one, counts: { read: 4, kept: 3, dropped: [{ reason: 'No position', count: 1 }], flagged: [] } })) };
}
const only = (more: Parameters<typeof layer>[2], kept = 1): Partial<PackContent> => ({
  sites: kept === 0 ? [] : [site('school:1', POINT)], layers: [layer('schools', ['school'], { counts: { read: kept, kept, dropped: [], flagged: [] }, ...more })],
});

function flip(bytes: Uint8Array, at: number, mask = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ mask;
  return copy;
}

let good: Uint8Array<ArrayBuffer>;
let signed: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  good = await write(sound());
  signed = await signedPack(sound(), 'Testshire Council', await newSigner());
});

/** The checks that fail, with what they say. */
const failing = ({ checks }: PackAccount) => Object.fromEntries(checks.filter(({ result }) => result === 'fails').map(({ check, faults }) => [check, faults.join(' ')]));

async function expectFault(bytes: Uint8Array, check: CheckId, says: RegExp): Promise<void> {
  const told = await account(bytes);
  expect(told.holds).toBe(false);
  expect(failing(told)).toEqual({ [check]: expect.stringMatching(says) as string });
}

describe('the account of a pack', () => {
  it('holds for one that is sound, and gives its counts, sections, layers and dates (the control of what follows)', async () => {
    const told = await account(good);
    expect([failing(told), told.holds]).toEqual([{}, true]);
    expect(told.counts).toEqual({ sites: 6, merged: 0, postcodes: 4, addresses: 1, councils: 1 });
    expect(told.sections.every(({ holds, sha256: hash }) => holds && hash.length === 64)).toBe(true);
    expect(told.layers.map(({ id, listings, sitesOutsideCoverage, attribution, asOf }) => ({ id, listings, sitesOutsideCoverage, attribution, asOf }))).toEqual([
      { id: 'schools', listings: 3, sitesOutsideCoverage: 0, attribution: '© A council', asOf: '2026-01-31' },
      { id: 'parks', listings: 3, sitesOutsideCoverage: null, attribution: '© A council', asOf: '2026-01-31' },
    ]);
    expect(told.checks.find(({ check }) => check === 'signature')?.notes.join()).toContain('not signed');
  });

  it('holds for a signed one, and names who signed', async () => {
    const told = await account(signed);
    expect([told.holds, told.signature?.publisher]).toEqual([true, 'Testshire Council']);
    expect(told.pack?.packId).toBe((await account(good)).pack?.packId);
  });

  it('holds for the training area', async () => {
    expect(failing(await account(await write(trainingContent())))).toEqual({});
  });

  it('holds for 10,000 synthetic sites of all shapes, strewn over Scotland', async () => {
    const told = await account(await write(syntheticContent(10_000)));
    expect([failing(told), told.counts?.sites]).toEqual([{}, 10_000]);
  });

  it('names every section that is damaged, not the first alone', async () => {
    const { sections } = await account(good);
    const headerLength = new DataView(good.buffer).getUint32(12, true);
    const bodyStart = Math.ceil((48 + headerLength) / 8) * 8;
    const filled = sections.filter(({ byteLength }) => byteLength > 0);
    expect(filled.length).toBeGreaterThan(20);
    let offset = 0;
    const at = new Map(sections.map(({ name, byteLength }) => { const here = offset; offset = Math.ceil((offset + byteLength) / 8) * 8; return [name, bodyStart + here]; }));
    for (const { name } of filled) {
      const told = await account(flip(flip(good, at.get(name) ?? 0), at.get('councils') ?? 0, 2));
      expect(told.sections.filter(({ holds }) => !holds).map((section) => section.name).toSorted()).toEqual([...new Set([name, 'councils'])].toSorted());
      expect(Object.keys(failing(told))).toEqual(['sections']);
      expect(failing(told)['sections']).toContain(`'${name}'`);
    }
  });

  it('fails with any one bit changed anywhere, and never breaks', async () => {
    for (let at = 0; at < signed.length; at += 7) {
      const told = await account(flip(signed, at, 1 << (at % 8)));
      expect([at, told.holds, Object.keys(failing(told)).length]).toEqual([at, false, 1]);
    }
  });

  it.each([
    ['no pack at all', () => new TextEncoder().encode('PK: something else'), 'header', /not a Steading area pack/u],
    ['a header with another byte', () => flip(good, 60), 'header', /damaged \(in its header\)/u],
    ['a pack that is cut short', () => good.subarray(0, -10), 'sections', /not the one the pack was made with/u],
    ['a pack with something behind it', () => Uint8Array.from([...good, ...new Uint8Array(32)]), 'sections', /longer than it says/u],
    ['a signature with another byte', () => flip(signed, signed.length - 50), 'signature', /does not hold/u],
    ['a signature under another name', () => { const bytes = signed.slice(); bytes[signed.length - 1] = 'L'.charCodeAt(0); return bytes; }, 'signature', /does not hold/u],
  ] as const)('fails for %s', async (_what, bytes, check, says) => { await expectFault(bytes(), check, says); });

  it.each([
    ['the index of another pack', 'sites.index', (bytes: Uint8Array) => bytes.fill(~(bytes[20] ?? 0), 20, 21), 'structure', /index of this pack does not match/u],
    ['a category that no layer answers for', 'sites.category', (bytes: Uint8Array) => bytes.fill(200), 'structure', /do not fit its layers/u],
    ['a layer that is not there', 'sites.layer', (bytes: Uint8Array) => bytes.fill(200), 'structure', /do not fit its layers/u],
    ['rings out of order', 'sites.firstRing', (bytes: Uint8Array) => bytes.copyWithin(4, 8, 12), 'structure', /sites of this pack do not fit together/u],
    ['a hole before its outline', 'sites.hole', (bytes: Uint8Array) => bytes.fill(1), 'structure', /sites of this pack do not fit together/u],
    ['a boundary that is no polygon', 'areas.kind', (bytes: Uint8Array) => bytes.fill(9), 'structure', /boundaries and coverages/u],
    ['postcodes out of order', 'postcodes.key', (bytes: Uint8Array) => bytes.fill(90, 0, 7), 'structure', /postcodes of this pack do not fit/u],
    ['a row that is no postcode', 'postcodes.key', (bytes: Uint8Array) => bytes.fill(33, 1, 2), 'postcodes', /no postcode/u],
    ['a postcode that begins with no letter', 'postcodes.key', (bytes: Uint8Array) => bytes.fill(48, 0, 1), 'postcodes', /1 of 4 postcodes are not found/u],
    ['sites that are not found by their id', 'sites.byId', (bytes: Uint8Array) => bytes.copyWithin(0, 20, 24), 'sites', /not found by their id/u],
    ['text that is no UTF-8', 'strings.utf8', (bytes: Uint8Array) => bytes.fill(0xff, 0, 1), 'sites', /cannot be read.*number/u],
    ['addresses that are no JSON', 'addresses', (bytes: Uint8Array) => bytes.fill(32, 0, 1), 'lists', /section 'addresses'/u],
    ['councils that are no JSON', 'councils', (bytes: Uint8Array) => bytes.fill(32, 0, 1), 'lists', /section 'councils'/u],
    ['streets that are no JSON', 'streets', (bytes: Uint8Array) => bytes.fill(32, 0, 1), 'lists', /section 'streets'/u],
  ] as const)('names %s, though every hash fits', async (_what, section, change, check, says) => {
    const told = failing(await account(await resealed(good, section, change)));
    expect(told[check]).toMatch(says);
  });

  const ring = (...corners: [number, number][]) => [...corners, corners[0] ?? [0, 0]];
  it.each([
    ['a site in London', only({}), [site('school:1', { type: 'Point', coordinates: [-0.1, 51.5] })], 'positions', /outside Scotland.*'school:1'/u],
    ['a site at 0, 0', only({}), [site('school:1', { type: 'Point', coordinates: [0, 0] })], 'positions', /0, 0.*'school:1'/u],
    ['an outline there and back', only({}), [site('school:1', { type: 'Polygon', coordinates: [ring([-3.2, 55.9], [-3.1, 55.9], [-3.2, 55.9])] })], 'shapes', /encloses nothing.*'school:1'/u],
    ['a hole outside its outline', only({}), [site('school:1', { type: 'Polygon', coordinates: [ring([-3.2, 55.9], [-3.19, 55.9], [-3.19, 55.91]), ring([-3.1, 55.9], [-3.09, 55.9], [-3.09, 55.91])] })], 'shapes', /hole lies outside.*'school:1'/u],
    ['a layer that kept another number', only({ counts: { read: 9, kept: 9, dropped: [], flagged: [] } }), null, 'counts', /kept 9; the pack holds 1/u],
    ['rows that nobody accounts for', only({ counts: { read: 9, kept: 1, dropped: [{ reason: 'x', count: 7 }], flagged: [] } }), null, 'counts', /read 9 rows and accounts for 8/u],
    ['more flags than sites', only({ counts: { read: 1, kept: 1, dropped: [], flagged: [{ reason: 'x', count: 2 }] } }), null, 'counts', /flags 2 of the 1/u],
    ['a coverage that crosses itself', only({ coverage: { type: 'MultiPolygon', coordinates: [[ring([-3.4, 55.8], [-3, 56], [-3, 55.8], [-3.4, 56.01])]] } }), null, 'coverage', /crosses itself near/u],
    ['a coverage that encloses nothing', only({ coverage: { type: 'MultiPolygon', coordinates: [[ring([-3.4, 55.8], [-3, 56], [-3.4, 55.8])]] } }), null, 'coverage', /encloses nothing/u],
    ['a coverage wider than the pack holds sites', only({ coverage: box(-4, 55.8, -3, 56) }), null, 'coverage', /over 5 km beyond the area/u],
    ['a coverage that holds none of its sites', only({ coverage: box(-3.4, 55.8, -3.3, 56) }), null, 'coverage', /holds none of its 1 sites/u],
    ['a layer without a licence', only({ licence: ' ' }), null, 'licences', /does not say its licence/u],
    ['a layer without credit or publisher', only({ attribution: '', publisher: '' }), null, 'licences', /publisher, attribution/u],
    ['a day that no calendar has', only({ asOf: '2026-02-30' }), null, 'dates', /'2026-02-30', which is no day/u],
    ['content of a day after the build', only({ asOf: '2026-02-02' }), null, 'dates', /after the pack was built/u],
    ['a last day before the first', only({ staleAfter: '2026-01-01' }), null, 'dates', /before the day it is of/u],
    ['a build that is still to come', { ...only({}), builtAt: '2026-06-16T00:00:00Z' }, null, 'dates', /still to come/u],
    ['a build at no moment', { ...only({}), builtAt: 'yesterday' }, null, 'dates', /no moment/u],
    ['a UPRN given twice', { ...only({}), addresses: [1, 2].map(() => ({ uprn: '9', text: '', flat: '', postcode: '', point: { lng: -3.2, lat: 55.9 } })) }, null, 'lists', /same UPRN/u],
    ['a background map that is none', { ...only({}), basemap: new Uint8Array(200) }, null, 'lists', /PMTiles/u],
    ['an address in the sea of Guinea', { ...only({}), addresses: [{ uprn: '9', text: '', flat: '', postcode: '', point: { lng: 0, lat: 0 } }] }, null, 'positions', /Addresses.*'9'/u],
  ] as [string, Partial<PackContent>, PackContent['sites'] | null, CheckId, RegExp][])('names %s', async (_what, more, sites, check, says) => {
    const told = failing(await account(await write(sound({ ...more, ...(sites && { sites }) }))));
    expect(told[check]).toMatch(says);
    // A site elsewhere lies outside its coverage too; nothing else may be blamed.
    expect(Object.keys(told).filter((other) => other !== check && other !== 'coverage')).toEqual([]);
  });

  it('tells as notes what is no fault: stale, undated and nowhere searched layers, and sites outside a coverage', async () => {
    const point = (lng: number) => ({ type: 'Point' as const, coordinates: [lng, 55.9] });
    const told = await account(await write(sound({
      sites: [site('school:1', point(-3.2)), site('school:2', point(-2.99))],
      layers: [layer('schools', ['school'], { counts: { read: 2, kept: 2, dropped: [], flagged: [] }, staleAfter: '2026-06-14' }), layer('parks', ['parkOrGreenspace'], { coverage: null, asOf: null, staleAfter: null, counts: { read: 0, kept: 0, dropped: [], flagged: [] } })],
    })));
    expect(told.holds).toBe(true);
    const notes = told.checks.flatMap((one) => one.notes).join('\n');
    for (const words of ["1 of the 2 sites of layer 'schools' lie outside", "'parks' counts as searched nowhere", 'past its date since 2026-06-14', 'comes without a date']) expect(notes).toContain(words);
  });
});
