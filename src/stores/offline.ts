import { createPackShelf, vaultsOpen } from '@/vault';
import { defineStore } from 'pinia';
import { ref } from 'vue';

/** How long the network is waited for where the device has what it needs already: one that never answers must not keep an officer out. */
const PATIENCE_MILLISECONDS = 3_000;
const ASK_AGAIN_MILLISECONDS = 1_000;

/**
 * Whether this device can work without a network. `unavailable` names what is missing; nothing of the vault is opened on an
 * insecure page, and nothing is fetched once a vault is open.
 */
export const useOffline = defineStore('offline', () => {
  const state = ref<'preparing' | 'ready' | 'unavailable'>('preparing');
  const problem = ref<string | null>(null);
  const insecure = !window.isSecureContext;
  const waiting = ref<ServiceWorker | null>(null);
  /** The officer said so; `otherTab`: a vault is open in another tab, which is waited for. */
  const updating = ref<'asked' | 'otherTab' | null>(null);

  const shelf = createPackShelf();

  async function keepTrainingPack(): Promise<void> {
    try {
      const kept = await shelf.training();
      const patience = kept === null ? {} : { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) };
      const answer = await fetch('/training.steadingpack', { cache: 'no-cache', ...patience });
      if (answer.ok) await putIfNew(kept, new Uint8Array(await answer.arrayBuffer()));
    } catch {
      // No network: the copy from an earlier load serves.
    }
    if (await shelf.training() === null) throw new Error('The training area could not be fetched.');
  }

  /** A file that is being read is not written anew for nothing. */
  async function putIfNew(kept: File | null, fetched: Uint8Array<ArrayBuffer>): Promise<void> {
    const before = kept === null ? null : new Uint8Array(await kept.arrayBuffer());
    if (before?.length !== fetched.length || before.some((byte, at) => byte !== fetched[at])) await shelf.putTraining(fetched);
  }

  /** Served by its own copy, with the training area on the device: nothing more is needed, whatever the network does. */
  async function isAllHere(): Promise<boolean> {
    return navigator.serviceWorker.controller !== null && await shelf.training() !== null;
  }

  /** Waits until the application's own files and the training area are on the device and this page is served from them. */
  async function prepare(): Promise<void> {
    if (insecure) {
      state.value = 'unavailable';
      problem.value = 'This page was not opened over https (or on localhost). Browsers give no encryption and no offline storage to such a page, so nothing can be opened here.';
      return;
    }
    if (import.meta.env.DEV) {
      await keepTrainingPack();
      state.value = 'ready';
      return;
    }
    const allHere = await isAllHere();
    if (allHere) state.value = 'ready';
    try {
      const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
      watchForUpdate(registration);
      await Promise.all([controlled(registration), keepTrainingPack()]);
      state.value = 'ready';
    } catch (error) {
      if (allHere) return;
      state.value = 'unavailable';
      problem.value = `The offline copy could not be made: ${error instanceof Error ? error.message : 'unknown reason'}. Reload the page while there is a network.`;
    }
  }

  function watchForUpdate(registration: ServiceWorkerRegistration): void {
    waiting.value = registration.waiting;
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed' && navigator.serviceWorker.controller) waiting.value = next;
      });
    });
  }

  /** The new version takes over only by this, from a locked page, with the officer's consent, once every other tab is locked too. */
  function update(): void {
    if (updating.value !== null) return;
    updating.value = 'asked';
    navigator.serviceWorker.addEventListener('controllerchange', () => { location.reload(); }, { once: true });
    const ask = async (): Promise<void> => {
      const { locks } = navigator as Partial<Navigator>;
      updating.value = await vaultsOpen(locks ?? null) > 0 ? 'otherTab' : 'asked';
      if (updating.value === 'asked') (await navigator.serviceWorker.getRegistration())?.waiting?.postMessage({ say: 'activate' });
    };
    void ask();
    // A worker that was just being put to sleep does not hear the first call, and another tab may be locked later; the reload ends the asking.
    setInterval(() => { void ask(); }, ASK_AGAIN_MILLISECONDS);
  }

  return { state, problem, insecure, waiting, updating, prepare, update };
});

/** Resolves when a service worker serves this page. After a forced reload none does: then the page says to reload once more. */
async function controlled(registration: ServiceWorkerRegistration): Promise<void> {
  await Promise.race([navigator.serviceWorker.ready, failedInstall(registration)]);
  if (navigator.serviceWorker.controller) return;
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => { reject(new Error(registration.active ? 'the page was loaded past its offline copy' : 'it is taking too long')); }, 20_000);
    navigator.serviceWorker.addEventListener('controllerchange', () => { clearTimeout(timer); resolve(); }, { once: true });
  });
}

/** Never resolves; rejects where the first version could not be installed, as `ready` then waits for ever. */
function failedInstall(registration: ServiceWorkerRegistration): Promise<never> {
  return new Promise((_, reject) => {
    const first = registration.installing;
    first?.addEventListener('statechange', () => {
      if (first.state === 'redundant' && registration.active === null) reject(new Error('not all of its files could be fetched'));
    });
  });
}
