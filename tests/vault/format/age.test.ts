import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newAgeAddress, openAgeFile, sealForRecipients } from '@/vault/format/age';
import { utf8 } from '@/vault/format/bytes';
import { refuseLarge } from '@/vault/format/handOver/file';

const PLAIN = utf8('Kinlowrie, fictional: nothing of it is true.');

describe('files that leave the vault', () => {
  it('open with the address that they were sealed to, and with no other', async () => {
    const [ours, theirs] = [await newAgeAddress(), await newAgeAddress()];
    const file = await sealForRecipients([ours.recipient], PLAIN);
    expect(await openAgeFile([ours.identity], file)).toEqual(PLAIN);
    expect(await openAgeFile([theirs.identity], file)).toBeNull();
  });

  it('open for each of several addresses', async () => {
    const addresses = [await newAgeAddress(), await newAgeAddress()];
    const file = await sealForRecipients(addresses.map(({ recipient }) => recipient), PLAIN);
    for (const { identity } of addresses) expect(await openAgeFile([identity], file)).toEqual(PLAIN);
  });

  it('are not tried where the header names more recipients than any file of ours', async () => {
    const { identity, recipient } = await newAgeAddress();
    const named = (count: number) => sealForRecipients(Array.from({ length: count }, () => recipient), PLAIN);
    expect(await openAgeFile([identity], await named(20))).toEqual(PLAIN);
    const hostile = await named(700);
    expect(await openAgeFile([identity], hostile)).toBeNull();
    expect(() => { refuseLarge(hostile); }).toThrow('far more recipients');
  });

  it('open no more once a single byte is another', async () => {
    const { identity, recipient } = await newAgeAddress();
    const file = await sealForRecipients([recipient], PLAIN);
    for (let at = 0; at < file.length; at += 7) {
      const changed = Uint8Array.from(file, (byte, i) => i === at ? byte ^ 1 : byte);
      expect(await openAgeFile([identity], changed), `byte ${String(at)}`).toBeNull();
    }
  });

  it.each([
    ['nobody', [], 'somebody who may open it'],
    ['no address', ['someone@example.org'], 'begins with age1'],
    ['an address with a slip', ['age1qyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqyqszqgpqq'.slice(0, 61) + 'z'], 'check does not hold'],
  ])('are not made for %s', async (_, recipients, says) => {
    await expect(sealForRecipients(recipients, PLAIN)).rejects.toThrow(says);
  });

  const hasAge = spawnSync('age', ['--version']).status === 0;
  it.skipIf(!hasAge)('are exchanged with the age command of this machine, both ways (skipped where it is not installed)', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steading-age-'));
    const { identity, recipient } = await newAgeAddress();
    const path = (name: string) => join(folder, name);
    writeFileSync(path('identity'), `${identity}\n`, { mode: 0o600 });
    writeFileSync(path('ours.age'), await sealForRecipients([recipient], PLAIN));
    expect(new Uint8Array(execFileSync('age', ['--decrypt', '--identity', path('identity'), path('ours.age')]))).toEqual(PLAIN);
    writeFileSync(path('plain'), PLAIN);
    execFileSync('age', ['--recipient', recipient, '--output', path('theirs.age'), path('plain')]);
    expect(await openAgeFile([identity], readFileSync(path('theirs.age')))).toEqual(PLAIN);
  });
});
