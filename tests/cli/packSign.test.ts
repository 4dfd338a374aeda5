import { writePack } from '@/geo';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NODE_EDGES } from '../../src/cli/edges';
import { contentFixture, layer, sha256 } from '../geo/contentFixture';
import { callSteading } from './callSteading';

const PASSPHRASE = 'correct horse battery staple\n';
const FEATURE = { type: 'Feature', properties: { SchUID: '1P', SeedCode: '1', SchoolName: 'Linn Primary', SchoolType: 'Primary', LAName: 'City of Edinburgh', LACode: 'S12000036' }, geometry: { type: 'Point', coordinates: [-3.2, 55.95] } };
const SCHOOLS = JSON.stringify({ type: 'FeatureCollection', features: [FEATURE] });

let key: Uint8Array;
let fingerprint: string;
let pack: Uint8Array;
beforeAll(async () => {
  const made = await callSteading(['pack', 'keygen', '--out', 'key.json', '--passphrase-file', 'pw'], { pw: PASSPHRASE });
  key = made.written.get('key.json') ?? new Uint8Array(0);
  fingerprint = made.out;
  expect(made.err).toContain(fingerprint);
  const layers = [layer('schools', ['school', 'nursery']), layer('parks', ['parkOrGreenspace'], { coverage: null })].map((one) => ({ ...one, counts: { read: 3, kept: 3, dropped: [], flagged: [] } }));
  pack = await writePack(contentFixture({ training: false, basemap: null, layers }), { sha256 });
});
const sign = (files: Record<string, string | Uint8Array> = {}, ...more: string[]) =>
  callSteading(['pack', 'sign', '--pack', 'p.steadingpack', '--key', 'key.json', '--publisher', 'Testshire Council', '--passphrase-file', 'pw', ...more], { 'p.steadingpack': pack, 'key.json': key, pw: PASSPHRASE, ...files });

describe('pack keygen', () => {
  it('says the fingerprint alone on stdout, and holds the private half sealed', () => {
    expect(fingerprint).toMatch(/^(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}$/u);
    expect(JSON.parse(Buffer.from(key).toString('utf8'))).toMatchObject({ format: 'steading-publisher-key', fingerprint, kdf: { name: 'argon2id' } });
  });

  it.each([
    ['no --out', ['pack', 'keygen', '--passphrase-file', 'pw'], PASSPHRASE, 2, /--out/u],
    ['no terminal and no file', ['pack', 'keygen', '--out', 'k'], PASSPHRASE, 2, /--passphrase-file/u],
    ['a weak passphrase', ['pack', 'keygen', '--out', 'k', '--passphrase-file', 'pw'], 'short\n', 1, /No key was made/u],
  ])('makes none with %s', async (_what, words, pw, exit, says) => {
    const called = await callSteading(words, { pw });
    expect([called.exit, called.written.size]).toEqual([exit, 0]);
    expect(called.err).toMatch(says);
  });

  const folder = mkdtempSync(join(tmpdir(), 'steading-key-'));
  afterAll(() => { rmSync(folder, { recursive: true }); });
  it('writes for its owner alone, and never over a file that is there', async () => {
    const path = join(folder, 'key.json');
    await NODE_EDGES.writeSecret(path, new TextEncoder().encode('first'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await expect(NODE_EDGES.writeSecret(path, new TextEncoder().encode('second'))).rejects.toMatchObject({ code: 'EEXIST' });
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(folder)).toEqual(['key.json']);
  });
});

describe('pack sign', () => {
  it('signs in place; info, verify and screen name the publisher', async () => {
    const { exit, written } = await sign();
    expect([exit, [...written.keys()]]).toEqual([0, ['p.steadingpack']]);
    const files = { 'p.steadingpack': written.get('p.steadingpack') ?? '', 'in.csv': 'id,lng,lat\na,-3.2,55.9\n' };
    const says = `Signed by Testshire Council, fingerprint ${fingerprint}`;
    expect((await callSteading(['pack', 'info', 'p.steadingpack'], files)).out).toContain(says);
    expect(JSON.parse((await callSteading(['pack', 'info', 'p.steadingpack', '--json'], files)).out)).toMatchObject({ signature: { publisher: 'Testshire Council', fingerprint } });
    const verified = await callSteading(['pack', 'verify', '--pack', 'p.steadingpack'], files);
    expect([verified.exit, verified.out.includes(says)]).toEqual([0, true]);
    const screened = await callSteading(['screen', '--pack', 'p.steadingpack', '--addresses', 'in.csv', '--radius', '500', '--out', 'o.json'], files);
    expect(JSON.parse(Buffer.from(screened.written.get('o.json') ?? []).toString('utf8'))).toMatchObject({ pack: { signed: true, publisher: 'Testshire Council', fingerprint } });
    expect(screened.err).toContain(says);
  });

  it('says of an unsigned pack that it is', async () => {
    const files = { 'p.steadingpack': pack, 'in.csv': 'id,lng,lat\na,-3.2,55.9\n' };
    expect((await callSteading(['pack', 'info', 'p.steadingpack'], files)).out).toContain('Not signed: nothing shows who published it');
    expect((await callSteading(['pack', 'verify', '--pack', 'p.steadingpack'], files)).out).toContain('The pack is not signed');
    expect((await callSteading(['screen', '--pack', 'p.steadingpack', '--addresses', 'in.csv', '--radius', '500', '--out', 'o.csv'], files)).err).toContain('Not signed');
  });

  it.each([
    ['another passphrase', { pw: 'another passphrase\n' }, 1, /does not open/u],
    ['a file that is no key', { 'key.json': '{}' }, 1, /not the file of a publisher's key/u],
    ['a damaged pack', { 'p.steadingpack': 'PK' }, 1, /not a Steading area pack/u],
  ])('signs nothing with %s', async (_what, files, exit, says) => {
    const called = await sign(files);
    expect([called.exit, called.written.size]).toEqual([exit, 0]);
    expect(called.err).toMatch(says);
  });

  it('asks for what is missing', async () => {
    for (const [words, says] of [[['--key', 'k'], /--pack FILE/u], [['--pack', 'p'], /--key KEYFILE/u], [['--pack', 'p', '--key', 'k'], /--publisher TEXT/u]] as const) {
      const called = await callSteading(['pack', 'sign', ...words]);
      expect(called.exit).toBe(2);
      expect(called.err).toMatch(says);
    }
  });
});

describe('pack build --sign', () => {
  const build = (pw: string, ...more: string[]) => callSteading(['pack', 'build', '--out', 'o.steadingpack', '--bbox', '-3.3,55.9,-3.1,56', '--schools', 's.geojson', '--json', ...more], { 's.geojson': SCHOOLS, 'key.json': key, pw });
  it('signs what it builds; without, says that it is not signed', async () => {
    const signed = await build(PASSPHRASE, '--sign', 'key.json', '--publisher', 'Testshire Council', '--passphrase-file', 'pw');
    expect([signed.exit, JSON.parse(signed.out)]).toEqual([0, expect.objectContaining({ signature: { publisher: 'Testshire Council', fingerprint } })]);
    expect((await callSteading(['pack', 'info', 'p'], { p: signed.written.get('o.steadingpack') ?? '' })).out).toContain(fingerprint);
    const plain = await build(PASSPHRASE);
    expect([plain.exit, plain.err.includes('Not signed'), (JSON.parse(plain.out) as { signature: unknown }).signature]).toEqual([0, true, null]);
  });

  it('builds nothing where the key does not open, and asks for the publisher', async () => {
    const wrong = await build('another passphrase', '--sign', 'key.json', '--publisher', 'X', '--passphrase-file', 'pw');
    expect([wrong.exit, wrong.written.size]).toEqual([1, 0]);
    expect((await build(PASSPHRASE, '--sign', 'key.json')).exit).toBe(2);
    expect((await build(PASSPHRASE, '--publisher', 'X')).exit).toBe(2);
  });
});

describe('pack verify', () => {
  it('ends with exit code 1 and names what is wrong, on one line each', async () => {
    const bad = await writePack(contentFixture({ training: false, title: 'Two\nlines', basemap: null }), { sha256 });
    const told = await callSteading(['pack', 'verify', '--pack', 'p'], { p: bad });
    expect(told.exit).toBe(1);
    expect(told.out).toContain("FAILS: What the layers say they kept is what the pack holds\n  fault: Layer 'schools' says that it kept 2; the pack holds 3.");
    expect(told.out).toContain('Two lines');
    expect(told.out).toContain('Do not hand this pack on');
    const json = JSON.parse((await callSteading(['pack', 'verify', '--pack', 'p', '--json'], { p: bad })).out) as { holds: boolean; checks: unknown[] };
    expect([json.holds, json.checks.length]).toEqual([false, 13]);
  });

  it('tells of a file that is no pack, and of a file that is not there', async () => {
    expect((await callSteading(['pack', 'verify', '--pack', 'p'], { p: 'PK' })).out).toContain('not a Steading area pack');
    expect((await callSteading(['pack', 'verify', '--pack', 'p'])).exit).toBe(1);
    expect((await callSteading(['pack', 'verify'])).exit).toBe(2);
  });
});
