import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { BrokenLog } from '@/vault/errors';
import { canonicalText } from '@/vault/format/canonicalText';
import { checkpointText, firstHead, headCode, link, linkHash, type ChainHead, type LogRow } from '@/vault/format/chain';
import { findHead } from '@/vault/format/findHead';
import { followChain, type Checkpoint, type Signer } from '@/vault/format/followChain';
import { readLogBody } from '@/vault/format/logBody';
import { openRow, sealRow } from '@/vault/format/sealedRow';
import { newSigningKey, sign } from '@/vault/format/signature';
import { importVaultKey, sealingKey } from '@/vault/format/vaultKeys';
import { verifyChain } from '@/vault/format/verifyChain';

const [VAULT, OTHER_VAULT] = ['a'.repeat(32), 'b'.repeat(32)];
type Pair = Awaited<ReturnType<typeof newSigningKey>>;

/** One vault's log keys (two epochs) and officers: 'stays', and 'left', whose signature counts in epoch 1 only. */
interface Office {
  readonly vaultId: string;
  readonly keys: ReadonlyMap<number, CryptoKey>;
  readonly officers: readonly Signer[];
  readonly signing: Readonly<Record<'stays' | 'left' | 'stranger', Pair>>;
}

/** As the two verifications see it: links, the signatures that are told in clear beside an export, and how to open a link. */
interface Log { readonly links: readonly LogRow[]; readonly checkpoints: readonly Checkpoint[] }

async function officeOf(vaultId: string, signing: Office['signing']): Promise<Office> {
  const keys = new Map<number, CryptoKey>();
  for (const epoch of [1, 2]) keys.set(epoch, await sealingKey(await importVaultKey(vaultId, epoch, new Uint8Array(32).fill(epoch + vaultId.charCodeAt(0))), 'log'));
  const officers = [{ officerId: 'stays', verifyKey: signing.stays.verifyKey, leftInEpoch: null }, { officerId: 'left', verifyKey: signing.left.verifyKey, leftInEpoch: 2 }];
  return { vaultId, keys, officers, signing };
}

const place = (vaultId: string, seq: number, epoch: number) => ({ vaultId, table: 'log', id: String(seq), rev: 1, schema: 1, epoch });

async function sealLink(office: Office, head: ChainHead, epoch: number, body: object): Promise<LogRow> {
  const key = office.keys.get(epoch);
  if (!key) throw new Error('No such epoch.');
  const { iv, ct } = await sealRow(key, place(office.vaultId, head.seq + 1, epoch), canonicalText(body));
  return link(office.vaultId, head, { epoch, iv, ct });
}

const AT = '2026-11-20T09:00:00.000Z';
const entry = (act: string) => ({ is: 'entry', event: 'consultation', act, about: [], detail: {}, at: AT, officerId: 'stays', officerName: 'Morag' });

async function checkpoint(office: Office, head: ChainHead, officerId: string, by: Pair): Promise<{ body: object; told: Checkpoint }> {
  const signature = await sign(by.privateHalf, checkpointText(office.vaultId, head));
  return { body: { is: 'checkpoint', at: AT, officerId, signature }, told: { seq: head.seq + 1, officerId, signature } };
}

/** `shape`: e an entry, l and s a signature by the officer who left or stays; after | the second epoch. */
async function logOf(office: Office, shape: string, word: string, from: Log = { links: [], checkpoints: [] }): Promise<Log> {
  const [links, checkpoints] = [[...from.links], [...from.checkpoints]];
  let head: ChainHead = links.at(-1) ?? (await firstHead(office.vaultId));
  let epoch = links.at(-1)?.epoch ?? 1;
  for (const sign of shape) {
    if (sign === '|') { epoch = 2; continue; }
    let body: object = entry(`${word} ${String(head.seq + 1)}`);
    if (sign !== 'e') {
      const made = await checkpoint(office, head, sign === 'l' ? 'left' : 'stays', sign === 'l' ? office.signing.left : office.signing.stays);
      body = made.body;
      checkpoints.push(made.told);
    }
    const row = await sealLink(office, head, epoch, body);
    links.push(row);
    head = row;
  }
  return { links, checkpoints };
}

/** Numbers and hashes made to fit again from the first link on. `renumber`: the tamperer also closes gaps. */
async function relinked(vaultId: string, links: readonly LogRow[]): Promise<LogRow[]> {
  const fitted: LogRow[] = [];
  let head = await firstHead(vaultId);
  for (const [i, row] of links.entries()) {
    if (row === log.links[i] && fitted.every((one, k) => one === log.links[k])) {
      fitted.push(row);
      head = row;
      continue;
    }
    const moved = { ...row, seq: head.seq + 1, prevHash: head.hash };
    head = { seq: moved.seq, hash: await linkHash(vaultId, moved) };
    fitted.push({ ...moved, hash: head.hash });
  }
  return fitted;
}

const opened = new WeakMap<Uint8Array, Map<string, string | null>>();
/** Opening is most of the time: each ciphertext is opened once at each place and iv that it was ever put in. */
function opener(office: Office) {
  return (links: readonly LogRow[]) => Promise.all(links.map(async (row) => {
    const at = `${office.vaultId}|${String(row.seq)}|${String(row.epoch)}|${row.iv.join()}`;
    const known = opened.get(row.ct) ?? new Map<string, string | null>();
    opened.set(row.ct, known);
    const found = known.get(at);
    if (found !== undefined) return found;
    const key = office.keys.get(row.epoch);
    const text = key ? await openRow(key, place(office.vaultId, row.seq, row.epoch), row) : null;
    known.set(at, text);
    return text;
  }));
}

/** null: nothing was found. */
async function found(act: () => Promise<unknown>): Promise<BrokenLog | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof BrokenLog) return error;
    throw error;
  }
}

const withKey = (office: Office, { links }: Log) => found(() => verifyChain(links, { ...office, open: opener(office) }));
const withoutKey = (office: Office, { links, checkpoints }: Log) => found(async () => {
  const told = new Map(checkpoints.map((one) => [one.seq, one]));
  const { checkpoints: met } = await followChain(links, { ...office, from: await firstHead(office.vaultId), checkpointAt: ({ seq }) => told.get(seq) ?? null });
  // As an export does: a signature that is told and met nowhere was moved or cut.
  if (met.length !== checkpoints.length) throw new BrokenLog(0, 'told of a signature that is not there');
});

let ours: Office;
let log: Log;
/** The same vault, restored from a backup after link 4 and worked on: links of it open here, and are numbered alike. */
let fork: Log;
let foreign: Log;
beforeAll(async () => {
  const signing = { stays: await newSigningKey(), left: await newSigningKey(), stranger: await newSigningKey() };
  ours = await officeOf(VAULT, signing);
  log = await logOf(ours, 'eele|esees', 'ours');
  fork = await logOf(ours, '|esees', 'fork', { links: log.links.slice(0, 4), checkpoints: log.checkpoints.slice(0, 1) });
  foreign = await logOf(await officeOf(OTHER_VAULT, signing), 'eele|esees', 'theirs');
});

const N = 9;
const seqs = fc.integer({ min: 1, max: N });
const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number, mask: number) => Uint8Array.from(bytes, (byte, i) => i === at % bytes.length ? byte ^ mask : byte);

type Tamper = (log: Log) => Log | Promise<Log>;
const links = (change: (rows: readonly LogRow[]) => readonly LogRow[]): Tamper => (one) => ({ ...one, links: change(one.links) });
const at = (seq: number, change: (row: LogRow) => LogRow) => links((rows) => rows.map((row) => row.seq === seq ? change(row) : row));
const mask = fc.integer({ min: 1, max: 255 });
const place31 = fc.nat(1_100);

/** What somebody with the disk can do; with `fit`, numbers and hashes are then made to fit as far as they can be without an officer's key. */
const tampers: Readonly<Record<string, fc.Arbitrary<Tamper>>> = {
  swap: fc.tuple(seqs, seqs).filter(([a, b]) => a !== b).map(([a, b]) => links((rows) => rows.map((row) => (row.seq === a ? rows[b - 1] : row.seq === b ? rows[a - 1] : row) ?? row))),
  drop: seqs.map((seq) => links((rows) => rows.filter((row) => row.seq !== seq))),
  duplicate: fc.tuple(seqs, seqs).map(([seq, to]) => links((rows) => rows.toSpliced(to, 0, ...rows.slice(seq - 1, seq)))),
  number: fc.tuple(seqs, fc.integer({ min: -3, max: 40 })).filter(([seq, to]) => seq !== to).map(([seq, to]) => at(seq, (row) => ({ ...row, seq: to }))),
  epoch: fc.tuple(seqs, fc.integer({ min: 0, max: 4 })).map(([seq, to]) => at(seq, (row) => ({ ...row, epoch: row.epoch === to ? to + 1 : to }))),
  hash: fc.tuple(seqs, fc.constantFrom('hash' as const, 'prevHash' as const), fc.stringMatching(/^[0-9a-f]{64}$/u)).map(([seq, field, value]) => at(seq, (row) => ({ ...row, [field]: value }))),
  iv: fc.tuple(seqs, place31, mask).map(([seq, where, by]) => at(seq, (row) => ({ ...row, iv: flipped(row.iv, where, by) }))),
  ciphertext: fc.tuple(seqs, place31, mask).map(([seq, where, by]) => at(seq, (row) => ({ ...row, ct: flipped(row.ct, where, by) }))),
  length: fc.tuple(seqs, fc.nat(1_039)).map(([seq, length]) => at(seq, (row) => ({ ...row, ct: row.ct.slice(0, length) }))),
  splice: fc.tuple(seqs, seqs).map(([a, b]) => (one: Log) => ({ ...one, links: one.links.map((row) => (row.seq >= Math.min(a, b) && row.seq <= Math.max(a, b) ? foreign.links[row.seq - 1] : row) ?? row) })),
  rollBack: fc.tuple(fc.integer({ min: 5, max: 7 }), fc.integer({ min: 5, max: 8 })).map(([a, b]) => (one: Log) => ({ ...one, links: one.links.map((row) => (row.seq >= Math.min(a, b) && row.seq <= Math.max(a, b) ? fork.links[row.seq - 1] : row) ?? row) })),
  reverse: fc.tuple(seqs, seqs).filter(([a, b]) => a !== b).map(([a, b]) => links((rows) => [...rows.slice(0, Math.min(a, b) - 1), ...rows.slice(Math.min(a, b) - 1, Math.max(a, b)).toReversed(), ...rows.slice(Math.max(a, b))])),
  forged: fc.tuple(fc.constantFrom('stranger' as const, 'left' as const, 'stays' as const), fc.constantFrom('stays', 'left', 'nobody'), fc.constantFrom(3, 6, 9))
    // The officer who stays cannot forge: the honest signature, under their own name, is left out; so is the first, which the other officer gave when it still counted.
    .filter(([by, as, seq]) => by !== as && !(seq === 3 && by === 'left' && as === 'left'))
    .map(([by, as, seq]) => async (one: Log) => {
      const [below, row] = [one.links[seq - 2], one.links[seq - 1]];
      if (!below || !row) throw new Error('There are nine links.');
      const { body, told } = await checkpoint(ours, below, as, ours.signing[by]);
      const anew = await sealLink(ours, below, row.epoch, body);
      return { links: one.links.with(seq - 1, anew), checkpoints: one.checkpoints.map((known) => known.seq === seq ? told : known) };
    }),
  afterLeaving: fc.constantFrom(6, 9).map((seq) => async (one: Log) => {
    const [below, row] = [one.links[seq - 2], one.links[seq - 1]];
    if (!below || !row) throw new Error('There are nine links.');
    const { body, told } = await checkpoint(ours, below, 'left', ours.signing.left);
    const anew = await sealLink(ours, below, row.epoch, body);
    return { links: one.links.with(seq - 1, anew), checkpoints: one.checkpoints.map((known) => known.seq === seq ? told : known) };
  }),
};

/** The same links, in content: a tamper may by chance change nothing. */
const sameBytes = (one: Uint8Array, other: Uint8Array | undefined) => one === other || (other !== undefined && Buffer.compare(one, other) === 0);
const same = (one: readonly LogRow[], other: readonly LogRow[]) => one.length === other.length && one.every((row, i) => {
  const held = other[i];
  return row === held || (row.seq === held?.seq && row.epoch === held.epoch && row.hash === held.hash && row.prevHash === held.prevHash && sameBytes(row.iv, held.iv) && sameBytes(row.ct, held.ct));
});

/** Signatures told in clear follow their links where the tamperer can make them: those of links that are gone go too. */
const toldOf = ({ links: rows, checkpoints }: Log) => checkpoints.filter(({ seq }) => seq <= rows.length);

const RUNS = 10_000;

describe('a log that was tampered with', () => {
  it('holds where nothing was done, with the key and without (control)', async () => {
    for (const one of [log, fork]) expect([await withKey(ours, one), await withoutKey(ours, one)]).toEqual([null, null]);
    expect(log.links).toHaveLength(N);
  });

  it(`is found out, with the key or without: ${String(RUNS)} logs, all but those whose end alone is gone, which the printed code tells`, async () => {
    const seen = new Map<string, number>();
    let [cuts, endsAnew] = [0, 0];
    const cases = fc.tuple(fc.constantFrom(...Object.keys(tampers)), fc.boolean(), fc.boolean()).chain(([kind, fit, keyed]) => fc.tuple(fc.constant(kind), fc.constant(fit), fc.constant(keyed), tampers[kind] ?? fc.constant((one: Log) => one)));
    await fc.assert(fc.asyncProperty(cases, async ([kind, fit, keyed, tamper]) => {
      const changed = await tamper(log);
      const rows = fit ? await relinked(VAULT, changed.links) : changed.links;
      fc.pre(!same(rows, log.links));
      const tampered = { links: rows, checkpoints: toldOf({ links: rows, checkpoints: changed.checkpoints }) };
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
      const isCut = rows.length < N && same(rows, log.links.slice(0, rows.length));
      if (isCut) {
        cuts += 1;
        expect(findHead(rows, headCode(log.links[N - 1] ?? { seq: 0, hash: '' }))).toEqual({ is: 'nowhere' });
        return;
      }
      if (keyed) {
        expect(await withKey(ours, tampered), `${kind}, with the key`).not.toBeNull();
        return;
      }
      // Without the key, what comes after the last signature that is told has none on it; the head that an export's envelope signs then tells.
      const signed = Math.max(0, ...tampered.checkpoints.map(({ seq }) => seq)) - 1;
      const isFound = (await withoutKey(ours, tampered)) !== null;
      if (!isFound) endsAnew += 1;
      expect(isFound || (same(rows.slice(0, signed), log.links.slice(0, signed)) && rows.at(-1)?.hash !== log.links[N - 1]?.hash), `${kind}, without`).toBe(true);
    }), { numRuns: RUNS });
    expect([...seen.keys()].toSorted()).toEqual(Object.keys(tampers).toSorted());
    expect(cuts).toBeLessThan(RUNS / 20);
    expect(endsAnew).toBeLessThan(RUNS / 20);
  }, 180_000);
});

describe('what a log alone cannot tell', () => {
  it.each([1, 3, 5, 6, 8])('is that its end was cut off after link %i: only the printed code does', async (length) => {
    const cut = { links: log.links.slice(0, length), checkpoints: log.checkpoints.filter(({ seq }) => seq <= length) };
    expect([await withKey(ours, cut), await withoutKey(ours, cut)]).toEqual([null, null]);
    expect(findHead(cut.links, headCode(log.links[N - 1] ?? { seq: 0, hash: '' }))).toEqual({ is: 'nowhere' });
    expect(findHead(log.links, headCode(cut.links.at(-1) ?? { seq: 0, hash: '' }))).toEqual({ is: 'stands', seq: length, followed: N - length });
  });

  it('is that an end without a signature on it was replaced by one from another copy of the same vault', async () => {
    const tails = [await logOf(ours, '|e', 'ours', { links: log.links.slice(0, 4), checkpoints: log.checkpoints.slice(0, 1) }), { links: fork.links.slice(0, 5), checkpoints: fork.checkpoints.slice(0, 1) }];
    for (const tail of tails) expect(await withKey(ours, tail)).toBeNull();
    expect(findHead(tails[1]?.links ?? [], headCode(tails[0]?.links.at(-1) ?? { seq: 0, hash: '' }))).toEqual({ is: 'nowhere' });
  });
});

describe('a verifier that looks at no signature', () => {
  it('would take a forgery whose links were made to fit again (negative control)', async () => {
    const entries = log.links.map((row, i) => i === 1 ? { ...row, ct: flipped(row.ct, 9, 1) } : row);
    const forged = { links: await relinked(VAULT, entries), checkpoints: log.checkpoints };
    const blind = () => found(async () => followChain(forged.links, { ...ours, from: await firstHead(VAULT), checkpointAt: () => null }));
    expect(await blind()).toBeNull();
    expect(await withoutKey(ours, forged)).toMatchObject({ atSeq: 3, why: 'its signature does not hold' });
  });

  it('would take what somebody with the key of the log wrote into it', async () => {
    const [first, second] = log.links;
    if (!first || !second) throw new Error('There are nine links.');
    const lie = await sealLink(ours, first, 1, entry('a lie'));
    const forged = { links: await relinked(VAULT, log.links.with(1, lie)), checkpoints: log.checkpoints };
    expect((await opener(ours)(forged.links)).every((text) => text !== null && readLogBody(text) !== null), 'every body opens').toBe(true);
    expect(await withKey(ours, forged)).toMatchObject({ atSeq: 3, why: 'its signature does not hold' });
  });
});

describe('a head code from paper', () => {
  const chain = [{ seq: 0, hash: '0'.repeat(64) }, { seq: 1, hash: `f${'0'.repeat(63)}` }, { seq: 2, hash: 'a1'.repeat(32) }];
  it.each([
    ['the head of now', headCode({ seq: 2, hash: 'a1'.repeat(32) }), { is: 'stands', seq: 2, followed: 0 }],
    ['an earlier one, written by hand', 'y ooo-oooo', { is: 'stands', seq: 1, followed: 1 }],
    ['the start of the log', '00000000', { is: 'stands', seq: 0, followed: 2 }],
    ['a head that the log never had', 'ZZZZZZZZ', { is: 'nowhere' }],
    ['too short', 'ZZZ', { is: 'noCode' }],
    ['a letter that no code has', 'ZZZZZZZU', { is: 'noCode' }],
    ['in the name of a backup', 'steading-KDTWPMRA-2026-11-20-log-00000000.steadingbackup', { is: 'stands', seq: 0, followed: 2 }],
    ['in the name of an export', 'steading-KDTWPMRA-log-1-2-00000000.steadinglog', { is: 'stands', seq: 0, followed: 2 }],
  ])('%s', (_, typed, where) => {
    expect(findHead(chain, typed)).toEqual(where);
  });
});
