import { clockKey, doorKey, reloadKey, shelfKey, steadyKey } from '@/stores';
import type { PackShelf, VaultDoor } from '@/vault';
import { createPinia, type Pinia } from 'pinia';
import { createApp } from 'vue';
import { testDoor } from '../vault/testDoor';

export const NOW = '2026-11-21T14:05:00.000Z';

/** A shelf in memory: what is put on it is what is in use. */
export function testShelf(change: Partial<PackShelf> = {}): PackShelf {
  let inUse: File | null = null;
  let training: File | null = null;
  return {
    inUse: () => Promise.resolve(inUse),
    put: (_id, file) => {
      inUse = file;
      return Promise.resolve(file);
    },
    training: () => Promise.resolve(training),
    putTraining: (bytes) => {
      training = new File([bytes], 'training.steadingpack');
      return Promise.resolve();
    },
    ...change,
  };
}

/** The real stores over a door, a shelf and a clock of the test's own. */
export function stores({ door = testDoor(), shelf = testShelf() }: { door?: VaultDoor; shelf?: PackShelf } = {}) {
  let nowMs = Date.parse(NOW);
  let steadyMs = 0;
  let reloads = 0;
  const pinia: Pinia = createPinia();
  const app = createApp({ template: '<p></p>' });
  app.use(pinia);
  app.provide(doorKey, door).provide(shelfKey, shelf).provide(clockKey, { now: () => new Date(nowMs) }).provide(steadyKey, () => steadyMs).provide(reloadKey, () => { reloads += 1; });
  const forward = (milliseconds: number) => {
    nowMs += milliseconds;
    steadyMs += milliseconds;
  };
  /** As a hand or a time server does: the other clock stays. */
  const setClock = (byMilliseconds: number) => { nowMs += byMilliseconds; };
  return { app, pinia, forward, setClock, reloads: () => reloads };
}

/** Waits for work that takes no timers (WebCrypto, IndexedDB), also while a test holds the timers still. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let turns = 0; turns < 20_000; turns += 1) {
    if (holds()) return;
    await new Promise<void>((resolve) => { setImmediate(resolve); });
  }
  throw new Error(`Never came about: ${what}`);
}
