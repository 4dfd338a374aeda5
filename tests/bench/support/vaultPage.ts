import { createVaultDoor, type OpenVault, type Write } from '@/vault';
import { keysInWorker } from '@/vault/keysInWorker';
import { Dexie, type Table } from 'dexie';

/** In the page of tests/bench/vault.ts: a vault with its journal beside plain Dexie, with the same records. Milliseconds; `p95` of every list. */
export interface Timed {
  readonly searchableMs: number;
  readonly open: readonly number[];
  readonly save: readonly number[];
  readonly draft: readonly number[];
}

const PASSPHRASE = 'harbour lantern gravel thistle';
const BATCH = 500;
/** About what a record takes. */
const WORDS = 'The stair door does not close by itself; seen on the visit of two officers. '.repeat(25);
const idOf = (n: number): string => `s${String(n)}`;
const summaryOf = (n: number) => ({ reference: `ST-${String(n)}`, address: `${String(n)} Example Street`, decided: n % 3 === 0 });
const valueOf = (n: number, rev: number) => ({ ...summaryOf(n), rev, words: `${WORDS}${String(n)}` });
const at = (turn: number, records: number): number => (turn * 7919) % records;

/** When the last key was there. */
let keyAt = 0;

/** Argon2id at what a new passphrase costs: what is read while it runs needs its real length. */
const door = () => createVaultDoor({
  argon: { memoryKiB: 128 * 1024, iterations: 3, parallelism: 1 },
  makeKeys: () => {
    const room = keysInWorker();
    return { ...room, keys: { ...room.keys, unlock: async (...of) => {
      const unlocked = await room.keys.unlock(...of);
      keyAt = performance.now();
      return unlocked;
    } } };
  },
});

async function taken(times: number, act: (turn: number) => Promise<unknown>): Promise<readonly number[]> {
  const list: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const from = performance.now();
    await act(turn);
    list.push(performance.now() - from);
  }
  return list;
}

interface TimedVault extends Timed {
  /** From the button to the list, the key's making within. */
  readonly wholeMs: number;
  /** After a key that takes no time to make, so that nothing is read meanwhile; its entry on the log within. */
  readonly byCodeMs: number;
  /** An erasure with its fold: as long as the save waits that comes right behind a fold. */
  readonly eraseMs: number;
  readonly unlocks: readonly number[];
  readonly secondCopy: string;
}

export async function timeVault(records: number, times: number): Promise<TimedVault> {
  const note = { event: 'collection', act: 'bench', about: [], detail: {} } as const;
  const written = (n: number, baseRev: number): Write => ({ table: 'assessment', id: idOf(n), baseRev, value: valueOf(n, baseRev + 1), summary: summaryOf(n) });
  const made = await door().create({ kind: 'work', officer: { name: 'A', role: 'B', agency: 'C' }, passphrase: PASSPHRASE });
  let { vault }: { vault: OpenVault } = made;
  for (let from = 0; from < records; from += BATCH) await vault.save(Array.from({ length: BATCH }, (_, n) => written(from + n, 0)), [note]);
  const { vaultId } = vault;
  const unlocked = async (by: 'passphrase' | 'code'): Promise<{ readonly afterKey: number; readonly whole: number }> => {
    await vault.lock();
    const from = performance.now();
    const result = await (by === 'passphrase' ? door().unlock(vaultId, PASSPHRASE) : door().unlockWithRecoveryCode(vaultId, made.recoveryCode));
    if (result.is !== 'open') throw new Error(result.is);
    ({ vault } = result);
    if (vault.list('assessment').length !== records) throw new Error('Not all are listed.');
    return { afterKey: performance.now() - keyAt, whole: performance.now() - from };
  };
  const unlocks: { readonly afterKey: number; readonly whole: number }[] = [];
  const byCode: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    unlocks.push(await unlocked('passphrase'));
    byCode.push((await unlocked('code')).afterKey);
  }
  const open = await taken(times, (turn) => vault.read('assessment', idOf(at(turn, records))));
  const save = await taken(times, (turn) => vault.save([written(at(turn, records), 1)], [note]));
  const draft = await taken(times, (turn) => vault.saveDraft('assessment:s1', valueOf(turn, 1)));
  const [eraseMs = NaN] = await taken(1, () => vault.erase([{ table: 'assessment', id: idOf(records - 1), baseRev: 1 }], [{ ...note, event: 'erasure' }]));
  const afterKey = unlocks.map((one) => one.afterKey);
  return { searchableMs: middle(afterKey), wholeMs: middle(unlocks.map(({ whole }) => whole)), byCodeMs: middle(byCode), eraseMs, unlocks: afterKey, open, save, draft, secondCopy: vault.secondCopy().is };
}

const middle = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;

interface Row { readonly id: string; readonly rev: number; readonly value: unknown }

/** Nothing sealed, no log, no second copy: rows and what is listed of them in two stores, with the same durability. */
export async function timeDexie(records: number, times: number): Promise<Timed> {
  const make = (): { db: Dexie; row: Table<Row, string>; summary: Table<Row, string>; draft: Table<Row, string> } => {
    const db = new Dexie('plain', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    db.version(1).stores({ row: 'id', summary: 'id', draft: 'id' });
    return { db, row: db.table('row'), summary: db.table('summary'), draft: db.table('draft') };
  };
  let plain = make();
  const put = (n: number, rev: number) => plain.db.transaction('rw', [plain.row, plain.summary], async () => {
    await plain.row.put({ id: idOf(n), rev, value: valueOf(n, rev) });
    await plain.summary.put({ id: idOf(n), rev, value: summaryOf(n) });
  });
  for (let from = 0; from < records; from += BATCH) {
    const batch = Array.from({ length: BATCH }, (_, n) => from + n);
    await plain.row.bulkPut(batch.map((n) => ({ id: idOf(n), rev: 1, value: valueOf(n, 1) })));
    await plain.summary.bulkPut(batch.map((n) => ({ id: idOf(n), rev: 1, value: summaryOf(n) })));
  }
  const opens = await taken(5, async () => {
    plain.db.close();
    plain = make();
    if ((await plain.summary.toArray()).length !== records) throw new Error('Not all are listed.');
  });
  const open = await taken(times, (turn) => plain.row.get(idOf(at(turn, records))));
  const save = await taken(times, (turn) => put(at(turn, records), 2));
  const draft = await taken(times, (turn) => plain.draft.put({ id: 'd', rev: 1, value: valueOf(turn, 1) }));
  return { searchableMs: middle(opens), open, save, draft };
}
