import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THIRD_PARTY } from '../../src/views/parts/thirdParty';

interface PackageFile { readonly license?: string; readonly dependencies?: Readonly<Record<string, string>> }

function packageFile(path: string): PackageFile {
  return JSON.parse(readFileSync(path, 'utf8')) as PackageFile;
}

describe('the list of software that travels with Steading', () => {
  const travelling = Object.keys(packageFile('package.json').dependencies ?? {});

  it('names every dependency and nothing else', () => {
    expect(Object.keys(THIRD_PARTY).sort()).toEqual(travelling.sort());
  });

  it.each(travelling)('gives the licence that %s gives itself', (name) => {
    expect(THIRD_PARTY[name]).toBe(packageFile(`node_modules/${name}/package.json`).license);
  });
});
