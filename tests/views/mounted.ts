import { clockKey, doorKey, reloadKey, shelfKey, useOffline, useSession } from '@/stores';
import type { OpenVault, PackShelf, VaultDoor } from '@/vault';
import { flushPromises, mount } from '@vue/test-utils';
import { createPinia } from 'pinia';
import { type Component, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';

export const NOW = '2026-11-21T14:05:00.000Z';

const EMPTY_SHELF: PackShelf = {
  inUse: () => Promise.resolve(null),
  put: (_id, file) => Promise.resolve(file),
  training: () => Promise.resolve(null),
  putTraining: () => Promise.resolve(),
};

/** A screen with real stores over a fake door, shelf and clock. `open`: the vault that is open already. */
export async function mounted(screen: Component, { door, open, path = '/' }: { door: VaultDoor; open?: OpenVault; path?: string }) {
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  const blank = { template: '<p></p>' };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: blank }, { path: '/vault', name: 'vault', component: blank }, { path: '/:rest(.*)*', component: blank }],
  });
  await router.push(path);
  const reloads = shallowRef(0);
  const pinia = createPinia();
  const Host = {
    components: { Screen: screen },
    setup() {
      useOffline().state = 'ready';
      if (open) useSession().vault = open;
    },
    template: '<Screen />',
  };
  const wrapper = mount(Host, {
    attachTo: document.body,
    global: {
      plugins: [pinia, router],
      provide: { [doorKey as symbol]: door, [reloadKey as symbol]: () => { reloads.value += 1; }, [shelfKey as symbol]: EMPTY_SHELF, [clockKey as symbol]: { now: () => new Date(NOW) } },
    },
  });
  await flushPromises();
  const button = (text: string) => {
    const found = wrapper.findAll('button').find((one) => one.text() === text);
    if (!found) throw new Error(`There is no button '${text}', only: ${wrapper.findAll('button').map((one) => one.text()).join(' | ')}`);
    return found;
  };
  return { wrapper, router, button, session: useSession(pinia), offline: useOffline(pinia) };
}
