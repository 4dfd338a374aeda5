import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('../../src/', import.meta.url).pathname;

/** Sources whose text matches, as paths under src/. */
function sourcesWith(pattern: RegExp, under = ''): readonly string[] {
  return readdirSync(join(SOURCE, under), { recursive: true, encoding: 'utf8' })
    .map((name) => join(under, name))
    .filter((name) => /\.(ts|vue)$/u.test(name) && pattern.test(readFileSync(join(SOURCE, name), 'utf8')))
    .sort();
}

describe('the boundary of the vault', () => {
  it('keeps cheap derivation to tests: the app never names it', () => {
    expect(sourcesWith(/weakArgonForTests|floorKiB: \d+ \}/u)).toEqual(['vault/doorOptions.ts']);
  });

  it('keeps keys in the worker: only the holder and the format touch an unlocked keyring', () => {
    expect(sourcesWith(/unlockKeyring'/u)).toEqual(['vault/format/members.ts', 'vault/keyHolder.ts']);
    expect(sourcesWith(/createKeyHolder|keysInThisThread/u)).toEqual(['vault/keyHolder.ts', 'vault/keyWorker.ts']);
  });

  it('gives out raw keys of the log alone, sealed in the worker', () => {
    expect(sourcesWith(/rawLogKey/u)).toEqual(['vault/format/earlierKeys.ts', 'vault/format/vaultKeys.ts', 'vault/keyHolder.ts']);
  });

  it('keeps the database and the page out of the format', () => {
    expect(sourcesWith(/from '(dexie|comlink)'|\b(indexedDB|window|document|navigator|localStorage)\./u, 'vault/format')).toEqual([]);
    expect(sourcesWith(/from 'dexie'/u)).toContain('vault/database.ts');
  });

  it('draws every iv and key from WebCrypto itself', () => {
    expect(sourcesWith(/Math\.random/u, 'vault')).toEqual([]);
  });
});
