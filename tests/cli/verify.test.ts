import { execFileSync, spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { newAgeAddress, sealForRecipients, type AgeAddress } from '@/vault/format/age';
import { canonicalText } from '@/vault/format/canonicalText';
import { fingerprintWords } from '@/vault/format/fingerprint';
import { forgetDevice, newVault, NOTE, OFFICER, testClock, testDoor, write } from '../vault/testDoor';
import { writeCard } from '@/vault/format/handOver/card';
import { writeHandOver } from '@/vault/format/handOver/file';
import { teamWords } from '@/vault/format/handOver/team';
import { aboutFile, newTeam, PARTS } from '../vault/format/handOver/team';
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

describe('verify on a file handed over', () => {
  const CANARIES = ['V-1002', 'as agreed'];
  const made = async (change: (text: string) => string = (text) => text) => {
    const sender = await newTeam();
    const plain = Buffer.from(await writeHandOver(aboutFile(sender.keys, theirs.recipient), PARTS, sender.signs)).toString('utf8');
    return { sender, file: await sealForRecipients([theirs.recipient, sender.recipient], new TextEncoder().encode(change(plain))) };
  };

  it('tells without the key that it is an age file, to how many, and what it could not see', async () => {
    const { file } = await made();
    const { exit, out } = await verify(file);
    expect([exit, out.includes('An age file'), out.includes('sealed to 2 recipients')]).toEqual([0, true, true]);
    expect(out).toContain('not seen: Anything in it: it is sealed. To whom, age does not name. Give --identity KEYFILE.');
    for (const said of ['SOPU', 'Kinlowrie', ...CANARIES]) expect(out).not.toContain(said);
  });

  it('tells with the key who sent it, to whom, what for and until when, with the sums held, and nothing of its content', async () => {
    const { sender, file } = await made();
    const { exit, out } = await verify(file, '--identity', 'key');
    expect(exit).toBe(0);
    for (const said of [
      'a record, shared within MAPPA', 'Sender: SOPU Kinlowrie, vault ', 'signed by M. Testperson, Constable', `Sender in six words: ${await teamWords(sender.keys)}`, 'Recipient: Kinlowrie Homes', 'Ground, duty: coOperate',
      'Purpose: To plan the allocation.', 'Profile: ', 'As of 20 November 2026', 'To be used until 20 February 2027', 'code of the log’s head then 7Q2F9XKA', 'person (1 field, 22 bytes), outcome (2 fields, ', 'holds: It was written to whoever has this key',
    ]) expect(out).toContain(said);
    for (const canary of CANARIES) expect(out).not.toContain(canary);
    expect(JSON.parse((await verify(file, '--identity', 'key', '--json')).out)).toMatchObject({
      what: 'hand-over', holds: true, entries: null, handOver: { kind: 'share', sender: { team: 'SOPU Kinlowrie', epoch: 1 }, to: [{ team: 'Kinlowrie Homes' }], profile: 'rsl', expiresOn: '2027-02-20', parts: [{ name: 'person', fields: 1 }, { name: 'outcome' }] },
    });
  });

  it.each([
    ['a byte of a part', (text: string) => text.replace('V-1002', 'V-1003'), 'its part ‘person’ was changed'],
    ['a byte of the manifest', (text: string) => text.replace('To plan', 'To plam'), 'its signature does not hold'],
    ['a line more', (text: string) => `${text}{}\n`, 'a part of it is missing, or something was added to it'],
    ['a newer format', (text: string) => text.replace('steading-hand-over 1', 'steading-hand-over 2'), 'it was written by a newer Steading'],
  ])('is refused with its reason where it was sealed anew with another of %s', async (_, change, why) => {
    const { exit, out } = await verify((await made(change)).file, '--identity', 'key');
    expect([exit, out.includes(why), out.includes('Do not rely on this file.')]).toEqual([1, true, true]);
  });

  it('is refused where any byte of the file as it came is another', async () => {
    const { file } = await made();
    for (const at of [30, 120, file.length >> 1, file.length - 1]) {
      const { exit, out } = await verify(file.map((byte, place) => (place === at ? byte ^ 1 : byte)), '--identity', 'key');
      expect([at, exit, out.includes('not for this key, or changed on its way')]).toEqual([at, 1, true]);
    }
  });

  it('is refused where somebody sealed it anew for a key that it does not name', async () => {
    const sender = await newTeam();
    const file = await sealForRecipients([theirs.recipient], await writeHandOver(aboutFile(sender.keys, (await newAgeAddress()).recipient), PARTS, sender.signs));
    const { exit, out } = await verify(file, '--identity', 'key');
    expect([exit, out.includes('sealed anew for this key by somebody else')]).toEqual([1, true]);
  });
});

describe('verify on a team’s address', () => {
  const card = async () => {
    const { keys, signs } = await newTeam();
    return { keys, bytes: await writeCard({ team: 'SOPU Kinlowrie', agency: 'police', regime: 'part3', keys, madeAt: '2026-11-21T12:00:00.000Z', officerId: 'a'.repeat(32) }, signs) };
  };

  it('tells team, address and six words, and that only a comparison tells whose it is', async () => {
    const { keys, bytes } = await card();
    const { exit, out } = await verify(bytes);
    expect(exit).toBe(0);
    for (const said of ['The address of SOPU Kinlowrie', keys.address, `in six words: ${await teamWords(keys)}`, 'not seen: Whose card it is: compare the six words', 'holds: It is unchanged, and signed']) expect(out).toContain(said);
  });

  it('is refused where a letter is another', async () => {
    const { bytes } = await card();
    const { exit, out } = await verify(new TextEncoder().encode(new TextDecoder().decode(bytes).replace('SOPU', 'SOPV')));
    expect([exit, out.includes('it is not a team’s card, or it was changed'), out.includes('six words: ')]).toEqual([1, true, false]);
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
