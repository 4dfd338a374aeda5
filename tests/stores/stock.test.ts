import { writePack } from '@/geo';
import { createStockRoom } from '@/geo/stock';
import { stockThreadKey, usePacks, useSession, useStock } from '@/stores';
import type { LogNote } from '@/vault';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { callSteading } from '../cli/callSteading';
import { contentFixture, sha256 } from '../geo/contentFixture';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { stores, testShelf, until } from './stores';

let pack: Uint8Array<ArrayBuffer>;
let other: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  const make = async (title: string) => new Uint8Array(await writePack(contentFixture({ title, training: false }), { sha256 }));
  [pack, other] = [await make('Testshire'), await make('Othershire')];
});

const CSV = 'id,lng,lat,tenant\nA 1,-3.20000,55.90000,S. Adair\nA 2,-3.19000,55.91000,\nB 3,,,\n';
const stockFile = (text = CSV) => new File([text], 'stock.csv');

/** The real room on the test's own thread. `gate` holds a run back until it is opened. */
async function page({ gate = Promise.resolve() }: { gate?: Promise<void> } = {}) {
  const { app, pinia } = stores({ door: fakeDoor().door, shelf: testShelf() });
  const ended = vi.fn();
  app.provide(stockThreadKey, () => {
    const room = createStockRoom({ sha256 });
    let over: (why: Error) => void = () => undefined;
    const stopped = new Promise<never>((_resolve, reject) => { over = reject; });
    stopped.catch(() => undefined);
    return {
      run: (request, onProgress) => Promise.race([gate.then(() => room.run(request, onProgress)), stopped]),
      page: (...asked) => Promise.resolve(room.page(...asked)),
      file: (format) => Promise.resolve(room.file(format)),
      end: () => { ended(); over(new Error('Ended.')); },
    };
  });
  const notes: LogNote[] = [];
  const session = useSession(pinia);
  session.vault = { ...fakeVault({ kind: 'work' }), note: (note) => { notes.push(note); return Promise.resolve(); } };
  const packs = usePacks(pinia);
  await packs.takeIn(new File([pack], 'pack.steadingpack'));
  return { stock: useStock(pinia), packs, session, notes, ended };
}

describe('looking around the addresses of a file', () => {
  it('places what it can, tells what it cannot, and is on the log before it begins, without an address', async () => {
    const { stock, notes } = await page();
    expect(await stock.run(stockFile(), 500)).toBe(true);
    expect(stock.ran).toMatchObject({ placed: 2, notPlaced: [{ id: 'B 3', reason: expect.stringContaining('No position') as string }], radiusMetres: 500, fileName: 'stock.csv' });
    expect(notes.map(({ event, act, about }) => [event, act, about])).toEqual([['combination', 'looked around the addresses of a file', []]]);
    expect(JSON.stringify(notes)).not.toMatch(/A 1|Adair|stock\.csv/u);
    expect(stock.progress).toBeNull();
  });

  it('answers one address as the task of an assessment does, with the tables of it', async () => {
    const { stock } = await page();
    await stock.run(stockFile(), 500);
    const { all, addresses } = await stock.page('a 1', 0, 20);
    expect([all, addresses.map(({ id }) => id)]).toEqual([1, ['A 1']]);
    const near = addresses[0] && stock.around(addresses[0]);
    expect(near?.rows.map(({ name }) => name)).toContain('Bun-sgoil Taobh na Pàirce');
    expect(near?.surroundings.answer).toMatchObject({ radiusMetres: 500, at: { errorMetres: 10 } });
  });

  it('writes what the command line writes, and its leaving is on the log', async () => {
    const { stock, notes } = await page();
    await stock.run(stockFile(), 500);
    for (const format of ['csv', 'json'] as const) {
      const { content, name } = await stock.file(format);
      const { written } = await callSteading(['screen', '--pack', 'p', '--addresses', 'stock.csv', '--radius', '500', '--out', `out.${format}`], { p: pack, 'stock.csv': CSV });
      const onDay = (text: string) => text.replaceAll(/20\d\d-\d\d-\d\d(?=["\r,])/gu, 'DAY');
      expect(onDay(await content.text())).toBe(onDay(Buffer.from(written.get(`out.${format}`) ?? []).toString('utf8')));
      expect(name).toMatch(/^steading-near-addresses-2026-11-21\.(csv|json)$/u);
    }
    expect(notes.slice(1).map(({ event, act }) => [event, act])).toEqual(Array.from({ length: 2 }, () => ['consultation', 'what lies near the addresses of a file saved as a file']));
  });

  it.each([
    ['a file of no use', 'id\nA 1\n', 500, /places none of its addresses/u],
    ['no distance', CSV, 0, /radius|distance/iu],
  ])('tells what is wrong with %s, and keeps nothing', async (_what, text, radius, why) => {
    const { stock, ended } = await page();
    await expect(stock.run(stockFile(text), radius)).rejects.toThrow(why);
    expect([stock.ran, stock.progress]).toEqual([null, null]);
    expect(ended).toHaveBeenCalled();
  });

  it.each(['stop', 'lock'] as const)('ends its thread at a %s, whatever it is at, and keeps nothing', async (how) => {
    const { stock, session, ended } = await page({ gate: new Promise(() => undefined) });
    const run = stock.run(stockFile(), 500);
    await until(() => stock.progress !== null, 'a run under way');
    await session.keepDrafts();
    expect(ended, 'a page that is only hidden').not.toHaveBeenCalled();
    if (how === 'stop') stock.stop();
    else await session.lock();
    expect(await run).toBe(false);
    expect(ended).toHaveBeenCalledTimes(1);
    expect([stock.ran, stock.progress]).toEqual([null, null]);
  });

  it('is not begun where the log cannot be written', async () => {
    const { stock, session } = await page();
    session.vault = { ...fakeVault({ kind: 'work' }), note: () => Promise.reject(new Error('The disk is full.')) };
    await expect(stock.run(stockFile(), 500)).rejects.toThrow('full');
    expect(stock.ran).toBeNull();
  });

  it('answers nothing by another pack than the one that was looked at', async () => {
    const { stock, packs } = await page();
    await stock.run(stockFile(), 500);
    const { addresses } = await stock.page('', 0, 1);
    await packs.takeIn(new File([other], 'other.steadingpack'));
    expect(addresses[0] && stock.around(addresses[0])).toBeNull();
  });
});
