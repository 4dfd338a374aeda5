import { spawnSync, execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RefusedHandOver } from '@/vault';
import { sealForRecipients } from '@/vault/format/age';
import { fromUtf8, utf8 } from '@/vault/format/bytes';
import { canonicalText } from '@/vault/format/canonicalText';
import { readCard, writeCard } from '@/vault/format/handOver/card';
import { examineHandOver, readHandOver, writeHandOver } from '@/vault/format/handOver/file';
import { teamWords, type TeamKeys } from '@/vault/format/handOver/team';
import { vouchText } from '@/vault/format/keyring';
import { newSigningKey, sign } from '@/vault/format/signature';
import { seeded } from '../../../geo/geodesic';
import { mutate } from '../../../fuzz/mutate';
import { aboutFile, newTeam, PARTS } from './team';

const [ours, theirs] = [await newTeam(), await newTeam()];
const plain = await writeHandOver(aboutFile(ours.keys, theirs.recipient), PARTS, ours.signs);
const file = await sealForRecipients([theirs.recipient, ours.recipient], plain);
/** One of each way to be read: a record, a request for authority, an answer to one. */
const AUTHORITY = { ids: {}, profile: null } as const;
const plains = [
  plain,
  await writeHandOver({ ...aboutFile(ours.keys, theirs.recipient), ...AUTHORITY, kind: 'authorityRequest' }, [{ name: 'request', fields: 1, value: { text: '["steading conduct decision",1,"ST-7F3K-2M","notConducted"]' } }], ours.signs),
  await writeHandOver({ ...aboutFile(ours.keys, theirs.recipient), ...AUTHORITY, kind: 'authorityAnswer', concerns: 'e'.repeat(32) }, [{ name: 'answer', fields: 1, value: { answer: 'authorised', at: '2026-11-21T12:00:00.000Z', reason: '', signature: 'c2ln', text: 'x' } }], ours.signs),
];
const files = [file, ...await Promise.all(plains.slice(1).map((one) => sealForRecipients([theirs.recipient, ours.recipient], one)))];
const lines = () => fromUtf8(plain).split('\n');
const joined = (all: readonly string[]) => utf8(all.join('\n'));

describe('a hand-over file', () => {
  it('opens for the receiver and for its sender, and tells what was put in', async () => {
    for (const { identity } of [theirs, ours]) {
      const { manifest, parts } = await examineHandOver(file, [identity]);
      expect(parts).toEqual(PARTS);
      expect(manifest).toMatchObject({ ...aboutFile(ours.keys, theirs.recipient), parts: [{ name: 'person', fields: 1 }, { name: 'outcome', fields: 2 }] });
    }
  });

  it('is a few lines of readable JSON within, so that no Steading is needed to read it', () => {
    const [first, manifest = '', , ...parts] = lines();
    expect(first).toBe('steading-hand-over 1');
    expect(JSON.parse(manifest)).toMatchObject({ purpose: 'To plan the allocation.' });
    expect(parts).toEqual([canonicalText(PARTS[0]?.value), canonicalText(PARTS[1]?.value), '']);
  });

  const hasAge = spawnSync('age', ['--version']).status === 0;
  it.skipIf(!hasAge)('is opened by the age command of this machine (skipped where it is not installed)', () => {
    const folder = mkdtempSync(join(tmpdir(), 'steading-hand-over-'));
    writeFileSync(join(folder, 'identity'), `${theirs.identity}\n`, { mode: 0o600 });
    writeFileSync(join(folder, 'file.age'), file);
    expect(new Uint8Array(execFileSync('age', ['--decrypt', '--identity', join(folder, 'identity'), join(folder, 'file.age')]))).toEqual(plain);
  });

  it('is refused by name: for somebody else, from a later Steading, larger than any', async () => {
    const stranger = await newTeam();
    await expect(examineHandOver(file, [stranger.identity])).rejects.toThrow('sealed to another address');
    await expect(readHandOver(joined(['steading-hand-over 2', ...lines().slice(1)]))).rejects.toThrow('newer Steading');
    await expect(readHandOver(joined(lines().map((line, at) => (at === 1 ? canonicalText({ ...JSON.parse(line) as object, format: 2, more: true }) : line))))).rejects.toThrow('newer Steading');
    await expect(examineHandOver(new Uint8Array(17 * 1024 * 1024), [theirs.identity])).rejects.toThrow('far larger');
  });

  it.each<[string, (all: string[]) => readonly string[], string]>([
    ['a byte of a part is another', (all) => all.map((line) => line.replace('V-1002', 'V-1003')), 'part ‘person’ was changed'],
    ['a part is gone', (all) => all.toSpliced(3, 1), 'a part of it is missing'],
    ['a part is added', (all) => all.toSpliced(5, 0, '{}'), 'something was added'],
    ['two parts changed places', (all) => [...all.slice(0, 3), all[4] ?? '', all[3] ?? '', ''], 'part ‘person’ was changed'],
    ['the end is cut', (all) => all.slice(0, -1), 'cut off'],
    ['something stands after the end', (all) => [...all, 'more'], 'something was added'],
    ['the manifest says another purpose', (all) => all.map((line) => line.replace('To plan the allocation', 'To publish it')), 'signature does not hold'],
    ['the manifest is laid out otherwise', (all) => all.map((line, at) => (at === 1 ? line.replace('{', '{ ') : line)), 'signature does not hold'],
    ['a key stands twice in the manifest', (all) => all.map((line, at) => (at === 1 ? line.replace('{', '{"profile":"ra",') : line)), 'signature does not hold'],
    ['the signature is gone', (all) => all.map((line, at) => (at === 2 ? '' : line)), 'signature does not hold'],
  ])('is refused where %s', async (_, change, why) => {
    await expect(readHandOver(joined(change(lines())))).rejects.toThrow(why);
    await expect(readHandOver(joined(lines()))).resolves.toMatchObject({ parts: PARTS });
  });

  it.each<[string, (keys: TeamKeys) => Promise<{ keys: TeamKeys; officerId: string; key: CryptoKey }>]>([
    ['a founder of another vault', async (keys) => ({ keys: { ...keys, vaultId: 'e'.repeat(32) }, officerId: 'a'.repeat(32), key: ours.founderKey })],
    ['an officer whom nobody vouches for', async (keys) => { const own = await newSigningKey(); const officerId = 'b'.repeat(32); return { keys: { ...keys, officers: [...keys.officers, { officerId, verifyKey: own.verifyKey, vouchedBy: officerId, vouch: await sign(own.privateHalf, vouchText(keys.vaultId, officerId, own.verifyKey)), leftInEpoch: null }] }, officerId, key: own.privateHalf }; }],
    ['an officer who has left', async (keys) => { const own = await newSigningKey(); const officerId = 'b'.repeat(32); return { keys: { ...keys, officers: [...keys.officers, { officerId, verifyKey: own.verifyKey, vouchedBy: 'a'.repeat(32), vouch: await ours.signs(vouchText(keys.vaultId, officerId, own.verifyKey)), leftInEpoch: 2 }] }, officerId, key: own.privateHalf }; }],
  ])('is refused where it is signed by %s', async (_, forge) => {
    const { keys, officerId, key } = await forge(ours.keys);
    const about = aboutFile(keys, theirs.recipient);
    const forged = await writeHandOver({ ...about, sender: { ...about.sender, officer: { ...about.sender.officer, officerId } } }, PARTS, (text) => sign(key, text));
    await expect(readHandOver(forged)).rejects.toThrow('signature does not hold');
  });

  it('is refused by name where a part is nested deeper than any record, however deep', async () => {
    const nested = (depth: number) => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), 1);
    const withPart = (depth: number) => writeHandOver(aboutFile(ours.keys, theirs.recipient), [{ name: 'person', fields: 1, value: nested(depth) }], ours.signs);
    await expect(readHandOver(await withPart(32))).resolves.toMatchObject({ parts: [{ name: 'person' }] });
    for (const depth of [33, 1_500]) await expect(readHandOver(await withPart(depth))).rejects.toThrow('‘person’ is nested deeper');
  });

  it('may be signed by an officer whom the founder vouches for (the rule before, the other way round)', async () => {
    const own = await newSigningKey();
    const officerId = 'b'.repeat(32);
    const officer = { officerId, verifyKey: own.verifyKey, vouchedBy: 'a'.repeat(32), vouch: await ours.signs(vouchText(ours.keys.vaultId, officerId, own.verifyKey)), leftInEpoch: null };
    const about = aboutFile({ ...ours.keys, officers: [...ours.keys.officers, officer] }, theirs.recipient);
    const signed = await writeHandOver({ ...about, sender: { ...about.sender, officer: { ...about.sender.officer, officerId } } }, PARTS, (text) => sign(own.privateHalf, text));
    await expect(readHandOver(signed)).resolves.toMatchObject({ parts: PARTS });
  });
});

/** Of the three in turn: 12,000 as they lie within, 5,000 of the sealed file, 3,000 changed within and sealed anew by somebody who has the address. */
const ROUNDS = [['within', 12_000], ['sealed', 5_000], ['sealed anew', 3_000]] as const;

describe('20,000 hand-over files with something wrong with them', () => {
  const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, at) => byte === b[at]);

  async function outcomes(where: (typeof ROUNDS)[number][0], count: number, read: (bytes: Uint8Array) => Promise<unknown>) {
    const found = { refused: 0, same: 0, accepted: [] as string[], uncaught: [] as string[] };
    for (let n = 0; n < count; n += 1) {
      const random = seeded(2022 * 1_000_003 + n);
      random();
      const whole = (where === 'sealed' ? files : plains)[n % plains.length] ?? plain;
      const { bytes, what } = mutate(whole, 'binary', random);
      if (same(bytes, whole)) { found.same += 1; continue; }
      const given = where === 'sealed anew' ? await sealForRecipients([theirs.recipient], bytes) : bytes;
      try {
        await read(given);
        found.accepted.push(`${String(n)}: ${what.join(', ')}`);
      } catch (error) {
        if (error instanceof RefusedHandOver) found.refused += 1;
        else found.uncaught.push(`${String(n)}: ${what.join(', ')}: ${String(error)}`);
      }
    }
    return found;
  }

  it.each(ROUNDS)('are refused: %s, %i of them', async (where, count) => {
    const found = await outcomes(where, count, (bytes) => where === 'within' ? readHandOver(bytes) : examineHandOver(bytes, [theirs.identity]));
    expect(found).toMatchObject({ accepted: [], uncaught: [] });
    expect(found.refused + found.same).toBe(count);
    expect(found.refused).toBeGreaterThan(count * 0.95);
  }, 120_000);

  it('are changes of three kinds of file that are read whole (control)', async () => {
    expect(await Promise.all(files.map(async (one) => (await examineHandOver(one, [theirs.identity])).manifest.kind))).toEqual(['share', 'authorityRequest', 'authorityAnswer']);
  });

  it('would be told of a reader that trusts what it is given, and of one that falls over (negative control)', async () => {
    const trusting = await outcomes('within', 300, (bytes) => Promise.resolve(bytes));
    expect(trusting.accepted.length).toBeGreaterThan(280);
    const falling = await outcomes('within', 300, (bytes) => Promise.resolve().then(() => JSON.parse(new TextDecoder().decode(bytes)) as unknown));
    expect(falling.uncaught.length).toBeGreaterThan(280);
  });
});

describe('a team’s card', () => {
  const card = { team: 'SOPU Kinlowrie', agency: 'police', regime: 'part3', keys: ours.keys, madeAt: '2026-11-21T12:00:00.000Z', officerId: 'a'.repeat(32) } as const;

  it('is read as it was written, and is refused once a byte is another', async () => {
    const bytes = await writeCard(card, ours.signs);
    expect(await readCard(bytes)).toEqual(card);
    for (let at = 0; at < bytes.length; at += 13) await expect(readCard(Uint8Array.from(bytes, (byte, i) => (i === at ? byte ^ 1 : byte))), `byte ${String(at)}`).rejects.toThrow(RefusedHandOver);
  });

  it('has words that change with the address and with the vault', async () => {
    const words = await teamWords(ours.keys);
    expect(words.split(' ')).toHaveLength(6);
    expect(await teamWords(ours.keys)).toBe(words);
    expect(await teamWords({ ...ours.keys, address: theirs.recipient })).not.toBe(words);
    expect(await teamWords({ ...ours.keys, vaultId: theirs.keys.vaultId })).not.toBe(words);
  });
});
