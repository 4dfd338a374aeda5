import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useSession } from './session';

/** Kept as a draft is: sealed, in the vault it belongs to, so that a lost device does not tell where its officer goes. */
const DRAFT_ID = 'discreet mode';

/** Names, references, addresses and maps show as dots to whoever else is in the room, until it is switched off. */
export const useDiscreet = defineStore('discreet', () => {
  const session = useSession();
  /** Until the vault has told, it counts as on. */
  const on = ref(true);
  const held = ref(false);
  const hides = computed(() => session.isOpen && on.value && !held.value);

  async function load(): Promise<void> {
    on.value = await session.openVault().readDraft<true>(DRAFT_ID) !== null;
  }

  /** At once on the screen where it hides, and only once it is kept where it shows. */
  async function set(next: boolean): Promise<void> {
    if (next) on.value = true;
    if (next) await session.openVault().saveDraft(DRAFT_ID, true);
    else await session.openVault().dropDraft(DRAFT_ID);
    on.value = next;
  }

  return { on, held, hides, load, set };
});
