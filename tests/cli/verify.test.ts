import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { newAgeAddress, sealForRecipients, type AgeAddress } from '@/vault/format/age';
import { canonicalText } from '@/vault/format/canonicalText';
import { fingerprintWords } from '@/vault/format/fingerprint';
import { forgetDevice, newVault, NOTE, OFFICER, testClock, testDoor, write } from '../vault/testDoor';
import { callSteading } from './callSteading';

let theirs: AgeAddress;
let whole: { bytes: Uint8Array; code: string; headCode: string };
let part: Uint8Array;
let backup: Uint8Array;
let identity: string;

beforeAll(async () => {
  theirs = await newAgeAddress();
  identity = `# created: 2026-11-21T09:00:00Z\n# public key: ${theirs.recipient}\n${theirs.identity}\n`;
  const time = testClock('2026-11-18T09:00:00.000Z');
  const door = testDoor({ clock: time.clock, argon: { memoryKiB: 65_536, iterations: 1, parallelism: 1 }, weakArgonForTests: false });
  const { vault } = await newVault(door);
  await vault.save([write('a1', 1)], [{ ...NOTE, about: [{ table: 'assessment', id: 'a1', rev: 1 }] }]);
  await vault.note({ ...NOTE, event: 'disclosure', act: '=HYPERLINK("http://example.org")', detail: { recipient: '+44 131 000\nsecond line', purpose: '@SUM(A1)' } });
  time.forward(24 * 3_600_000);
  await vault.note({ ...NOTE, event: 'consultation', act: 'assessment opened' });
  const asked = { recipient: 'Information officer', purpose: 'Yearly check', address: theirs.recipient, days: null };
  whole = { ...(await vault.exportLog(asked)), code: vault.code, headCode: await vault.logHeadCode() };
  part = (await vault.exportLog({ ...asked, days: { from: '2026-11-19', to: '2026-11-19' } })).bytes;
  backup = (await vault.backup()).bytes;
  await vault.lock();
  forgetDevice();
}, 60_000);

const verify = (file: Uint8Array | string, ...more: string[]) => callSteading(['verify', 'f', ...more], { f: file, key: identity });

describe('verify on an export of the log, without the key', () => {
  it('tells envelope, chain and signatures, and in plain words what it could not see', async () => {
    const { exit, out, err } = await verify(whole.bytes);
    expect([exit, err]).toEqual([0, '']);
    expect(out).toContain(`Export of the log of vault ${whole.code}`);
    expect(out).toContain('made 19 November 2026 at 09:00');
    expect(out).toContain('holds: The chain');
    expect(out).toContain('5 links, 1 of them a signature, at number 5; signed by ');
    expect(out).toContain('not seen: What the entries say, who the officers are, and for whom and what for it was exported: all sealed. Give --identity KEYFILE.');
    expect(out).toContain(`compare its code ${whole.headCode} with later prints`);
    expect(out).toContain('All that could be checked holds.');
    for (const secret of [OFFICER.name, 'Information officer', 'Yearly check', 'assessment opened']) expect(out).not.toContain(secret);
  });

  it('tells of a part that it is one, and what it must hang on', async () => {
    const { exit, out } = await verify(part);
    expect(exit).toBe(0);
    expect(out).toContain('not seen: What came before number 3: this is a part of the log. It must hang on a part whose code is ');
  });

  it('ends with 1 and says what fails where a byte is another, and does not go on from there', async () => {
    const changed = Uint8Array.from(whole.bytes, (byte, at) => at === whole.bytes.length - 9_000 % whole.bytes.length ? byte ^ 1 : byte);
    const { exit, out } = await verify(changed, '--identity', 'key');
    expect(exit).toBe(1);
    expect(out).toContain('FAILS: It is whole and unchanged');
    expect(out).toContain('not checked: Every entry opens');
    expect(out).toContain('Do not rely on this file.');
  });

  it('of a newer Steading, says that this one is older', async () => {
    const newer = Buffer.from(Buffer.from(whole.bytes).toString('latin1').replace('steading-log-export 1', 'steading-log-export 2'), 'latin1');
    expect(await verify(new Uint8Array(newer))).toMatchObject({ exit: 1, out: expect.stringContaining('written by a newer Steading') as string });
  });
});

describe('verify on an export of the log, with the key', () => {
  it('opens every entry and tells them by kind, never by officer', async () => {
    const { exit, out } = await verify(whole.bytes, '--identity', 'key');
    expect(exit).toBe(0);
    expect(out).toContain('Exported for Information officer');
    expect(out).toContain('Purpose: Yearly check');
    expect(out).toContain('4 entries, from 18 November 2026 at 09:00 to 19 November 2026 at 09:00: collection 1, alteration 0, consultation 1, disclosure 2, combination 0, erasure 0.');
    expect(out).not.toContain(OFFICER.name);
  });

  it('as JSON gives the entries too, and without the key none', async () => {
    const opened = JSON.parse((await verify(whole.bytes, '--identity', 'key', '--json')).out) as { holds: boolean; entries: { act: string }[] };
    expect([opened.holds, opened.entries.map(({ act }) => act)]).toEqual([true, ['assessment started', '=HYPERLINK("http://example.org")', 'assessment opened', 'log exported']]);
    expect(JSON.parse((await verify(whole.bytes, '--json')).out)).toMatchObject({ holds: true, entries: null });
  });

  it('writes the entries for one reader alone, and no spreadsheet runs any of them', async () => {
    const { exit, written, err } = await verify(whole.bytes, '--identity', 'key', '--entries', 'out.csv');
    const text = Buffer.from(written.get('out.csv') ?? []).toString('utf8');
    expect([exit, err]).toEqual([0, '4 entries are in out.csv, in clear, for you alone. Delete it once you have read it.']);
    expect(text.split('\r\n')[0]).toBe('number,at,kind,act,officerId,officer,documents,detail');
    expect(text).toContain('"\'=HYPERLINK(""http://example.org"")"');
    expect(text).toContain('assessment a1 rev 1');
    expect(text.split(/\r\n/u).every((line) => !/(?:^|,)"?[=+@]/u.test(line))).toBe(true);
  });

  it.each([
    ['another key', async () => `${(await newAgeAddress()).identity}\n`, 1, 'It was sealed for another address'],
    ['a file that holds an address only', () => Promise.resolve(`${theirs.recipient}\n`), 2, 'key holds no key'],
  ])('says so with %s', async (_, key, exit, says) => {
    const called = await callSteading(['verify', 'f', '--identity', 'key', '--entries', 'o'], { f: whole.bytes, key: await key() });
    expect([called.exit, called.written.size]).toEqual([exit, 0]);
    expect(called.out + called.err).toContain(says);
  });

  const hasAge = spawnSync('age', ['--version']).status === 0;
  it.skipIf(!hasAge)('takes the key that Debian’s age-keygen wrote (skipped where it is not installed)', async () => {
    const made = execFileSync('age-keygen', { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    const address = /age1\w+/u.exec(made)?.[0] ?? '';
    const { vault } = await newVault();
    await vault.note(NOTE);
    const { bytes } = await vault.exportLog({ recipient: 'R', purpose: 'P', address, days: null });
    const called = await callSteading(['verify', 'f', '--identity', 'key'], { f: bytes, key: made });
    expect([called.exit, called.out.includes('Every entry opens')]).toEqual([0, true]);
    forgetDevice();
  });
});

describe('verify on other files', () => {
  it('tells the envelope of a backup, and that nothing else can be seen', async () => {
    const { exit, out } = await verify(backup);
    expect(exit).toBe(0);
    expect(out).toContain(`vault ${whole.code}`);
    expect(out).toContain('1 officer, ways in: 2; revision 1 of the keys.');
    expect(out).toContain('not seen: Records, drafts and the log in it: all sealed.');
    const text = Buffer.from(backup).toString('latin1');
    const forged = await verify(new Uint8Array(Buffer.from(text.replace('"rev":1,', '"rev":2,'), 'latin1')));
    expect([forged.exit, forged.out.includes('its keys were changed')]).toEqual([1, true]);
    expect((await verify(backup.subarray(0, 60))).exit).toBe(1);
  });

  it('tells of an age file whether it is for this key', async () => {
    const file = await sealForRecipients([theirs.recipient], new TextEncoder().encode('Kinlowrie'));
    expect(await verify(file)).toMatchObject({ exit: 0, out: expect.stringContaining('not seen: Anything in it: it is sealed.') as string });
    expect(await verify(file, '--identity', 'key')).toMatchObject({ exit: 0, out: expect.stringContaining('holds: It opens with this key') as string });
    const other = await callSteading(['verify', 'f', '--identity', 'key'], { f: file, key: (await newAgeAddress()).identity });
    expect([other.exit, other.out.includes('not for this key')]).toEqual([1, true]);
  });

  it('tells of a key the address and its six words, never the key', async () => {
    const { exit, out } = await callSteading(['verify', 'f'], { f: identity });
    expect([exit, out]).toEqual([0, `A key of your own: keep it to yourself\naddress ${theirs.recipient}, in words: ${await fingerprintWords(theirs.recipient)}`]);
  });

  it.each([
    ['no file', ['verify'], 2], ['two files', ['verify', 'f', 'g'], 2], ['entries without a key', ['verify', 'f', '--entries', 'o'], 2], ['a file that is not there', ['verify', 'none'], 1], ['some other file', ['verify', 'other'], 1],
  ])('ends with an exit code of its own for %s', async (_, words, exit) => {
    const called = await callSteading(words, { f: whole.bytes, g: whole.bytes, other: 'PK' });
    expect(called.exit).toBe(exit);
    expect(called.out + called.err).not.toBe('');
  });
});

describe('what verify tells', () => {
  it('stays the same word for word whoever made the entries: nothing counts what an officer did', async () => {
    const told = async (name: string) => {
      const { vault } = await testDoor().create({ kind: 'work', officer: { ...OFFICER, name }, passphrase: 'correct horse battery staple' });
      for (let n = 0; n < 3; n += 1) await vault.note(NOTE);
      const { bytes } = await vault.exportLog({ recipient: 'R', purpose: 'P', address: theirs.recipient, days: null });
      forgetDevice();
      return (await verify(bytes, '--identity', 'key')).out.replaceAll(/\b[0-9a-f]{8}\b|\b[0-9A-Z]{8}\b/gu, 'CODE').replaceAll(/\d+ bytes/gu, 'n bytes');
    };
    const ann = await told('Ann Officer');
    expect(ann).toContain('4 entries');
    expect(ann).toBe(await told('Bob Officer'));
    expect(canonicalText(Object.keys(JSON.parse((await verify(whole.bytes, '--identity', 'key', '--json')).out) as object).toSorted())).toBe('["about","checks","entries","file","holds","notSeen","what"]');
  });
});
