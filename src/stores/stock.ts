import { nearby } from '@/geo';
import type { StockAddress, StockRun } from '@/geo/stock';
import { numberedSites, surroundingsFrom } from '@/record';
import { defineStore } from 'pinia';
import { inject, type InjectionKey, markRaw, ref, shallowRef, watch } from 'vue';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useSession } from './session';
import { type StockThread, stockInWorker } from './stockThread';
import { useToday } from './today';

export const stockThreadKey: InjectionKey<() => StockThread> = Symbol('stock thread');

/** What was asked and what became of the file; kept while the vault is open and nowhere else. */
interface Ran extends StockRun {
  readonly fileName: string;
  readonly radiusMetres: number;
  readonly asOn: string;
  readonly packId: string;
}

/** Looking around every address of a landlord's file. Facts only; nothing of it is put on record or kept after a lock. */
export const useStock = defineStore('stock', () => {
  const session = useSession();
  const packs = usePacks();
  const office = useOffice();
  const clock = useClock();
  const calendar = useToday();
  const startThread = inject(stockThreadKey, () => stockInWorker, true);

  /** null: no run is under way. */
  const progress = ref<{ readonly done: number; readonly all: number } | null>(null);
  const ran = shallowRef<Ran | null>(null);
  let thread: StockThread | null = null;

  function end(): void {
    thread?.end();
    thread = null;
    progress.value = null;
    ran.value = null;
  }

  watch(() => session.vault === null, (locked) => { if (locked) end(); }, { flush: 'sync' });

  /**
   * Looks around every address of the file. Logged as combination before it begins. Throws what is wrong with the file or the distance, in words.
   * false: it was stopped.
   */
  async function run(file: File, radiusMetres: number): Promise<boolean> {
    end();
    const pack = packs.pack;
    const stored = await packs.file();
    if (pack === null || stored === null) throw new Error('No area pack is loaded. Load one first.');
    const asOn = calendar.look();
    const mine = startThread();
    thread = mine;
    progress.value = { done: 0, all: 0 };
    const stopped = () => thread !== mine;
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      await session.note({ event: 'combination', act: 'looked around the addresses of a file', about: [], detail: { pack: pack.header.packId, radiusMetres: String(radiusMetres) } });
      const done = await mine.run({ pack: stored, file: { name: file.name, bytes }, radiusMetres, asOn }, (count, all) => { if (!stopped()) progress.value = { done: count, all }; });
      if (stopped()) return false;
      ran.value = markRaw({ ...done, fileName: file.name, radiusMetres, asOn, packId: pack.header.packId });
      progress.value = null;
      return true;
    } catch (error) {
      if (stopped()) return false;
      end();
      throw error;
    }
  }

  /** Some of the addresses that were placed, by a part of their id. */
  async function page(having: string, from: number, count: number) {
    return thread === null ? { all: 0, addresses: [] } : thread.page(having, from, count);
  }

  /** What lies near one of them: the same answer, as the task of an assessment shows it. null: another pack is in use by now. */
  function around({ point, precisionMetres }: StockAddress) {
    const pack = packs.pack;
    if (pack === null || ran.value === null || ran.value.packId !== pack.header.packId) return null;
    const answer = nearby(pack, { point: { ...point }, errorMetres: precisionMetres }, ran.value.radiusMetres, ran.value.asOn);
    const surroundings = markRaw(surroundingsFrom({ answer, header: pack.header, signature: pack.signature, office: office.office, at: clock.now().toISOString(), by: session.openVault().officer.name }));
    return { surroundings, rows: numberedSites({ surroundings, addedSites: [] }) };
  }

  /** Everything as one file, for the browser's own download. Its leaving is on the log first. */
  async function file(format: 'json' | 'csv'): Promise<{ readonly name: string; readonly content: Blob }> {
    if (thread === null || ran.value === null) throw new Error('No addresses have been looked around yet.');
    await session.note({ event: 'consultation', act: 'what lies near the addresses of a file saved as a file', about: [], detail: { format } });
    return { name: `steading-near-addresses-${ran.value.asOn}.${format}`, content: await thread.file(format) };
  }

  return { progress, ran, run, stop: end, page, around, file };
});
