import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenceText, licencesText, packageOf } from '../../build/licences';
import { THIRD_PARTY } from '../../src/views/parts/thirdParty';

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'steading-licences-'));
  const packages = join(root, 'packages');
  const keptHere = join(root, 'kept');
  const put = (path: string, text: string) => {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
  };
  return { packages, keptHere, put };
}

describe('the licence texts of what is built in', () => {
  it.each(Object.keys(THIRD_PARTY))('are there for %s', (name) => {
    expect(licenceText(name)).toMatch(/copyright|licen[cs]e/iu);
    expect(licenceText(name).length).toBeGreaterThan(500);
  });

  it('come from the package before the copy kept here, and from that where the package has none', () => {
    const { packages, keptHere, put } = folders();
    put(join(packages, '@scope/one/LICENCE.md'), 'Text of the package\r\n');
    put(join(keptHere, '@scope__one.txt'), 'Old copy');
    put(join(packages, 'two/package.json'), '{}');
    put(join(keptHere, 'two.txt'), 'Copy of two');
    expect(licenceText('@scope/one', { packages, keptHere })).toBe('Text of the package');
    expect(licenceText('two', { packages, keptHere })).toBe('Copy of two');
  });

  it('stop the build where one is missing, and say what to do', () => {
    const { packages, keptHere, put } = folders();
    put(join(packages, '@scope/bare/package.json'), '{}');
    expect(() => licenceText('@scope/bare', { packages, keptHere })).toThrow(/no licence text.*build\/licenceTexts\/@scope__bare\.txt/u);
  });

  it('stand once each, under all the names they are for, with our own first', () => {
    const text = licencesText(['b', 'a', 'c'], (name) => (name === 'c' ? 'Licence of c' : 'Licence of both'));
    expect(text.startsWith('Steading\n\n')).toBe(true);
    expect(text).toContain('Apache License');
    expect(text).toContain('\na, b\n\nLicence of both\n');
    expect(text.split('Licence of both')).toHaveLength(2);
    expect(text.endsWith('c\n\nLicence of c')).toBe(true);
  });

  it.each([
    ['/x/node_modules/vue/dist/vue.js', 'vue'],
    ['/x/node_modules/@turf/turf/index.js?commonjs', '@turf/turf'],
    ['/x/node_modules/protomaps-leaflet/node_modules/quickselect/index.js', 'quickselect'],
    ['\0/x/node_modules/leaflet/dist/leaflet-src.js', 'leaflet'],
    ['/x/src/main.ts', null],
  ])('know the package of %j', (id, name) => { expect(packageOf(id)).toBe(name); });
});

it('the notices name every package that travels', () => {
  const notices = readFileSync('THIRD_PARTY_NOTICES.md', 'utf8');
  expect(Object.keys(THIRD_PARTY).filter((name) => !notices.includes(name))).toEqual([]);
});
