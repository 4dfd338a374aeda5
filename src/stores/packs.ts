import { openPack, type OpenPack, PackError } from '@/geo';
import { sha256 } from '@/vault';
import { createPackShelf, type PackShelf } from '@/vault';
import { defineStore } from 'pinia';
import { computed, inject, type InjectionKey, ref, shallowRef } from 'vue';
import { useSession } from './session';

export const shelfKey: InjectionKey<PackShelf> = Symbol('pack shelf');

const TRAINING_KEEPS_TO_ITS_OWN = 'The training vault keeps to its own area. Lock it, open your own vault, and load a pack of real places there.';

/** The area pack in use. The training vault has the training pack and no other; no real vault ever sees it. */
export const usePacks = defineStore('packs', () => {
  const session = useSession();
  const shelf = inject(shelfKey, () => createPackShelf(), true);

  const pack = shallowRef<OpenPack | null>(null);
  /** 0–1 while a file is being taken in. */
  const progress = ref<number | null>(null);
  const failure = ref<string | null>(null);
  const header = computed(() => pack.value?.header ?? null);

  /** Fictional places and real ones never meet, whatever file lies where. */
  function fitting(opened: OpenPack): OpenPack {
    if (opened.header.training === session.isTraining) return opened;
    throw new PackError('invalid', session.isTraining ? TRAINING_KEEPS_TO_ITS_OWN : 'This is the fictional training area. It opens by itself in the training vault and is not used for real work.');
  }

  /** Opens the pack in use, if there is one. A pack that has gone bad on disk is told, never taken as empty. */
  async function load(): Promise<void> {
    failure.value = null;
    pack.value = null;
    try {
      const stored = await file();
      if (stored !== null) pack.value = fitting(await openPack(stored, { sha256, verify: 'butBasemap' }));
    } catch (error) {
      failure.value = messageOf(error);
    }
  }

  /** All or nothing: the file is checked whole before it is copied, and the pack in use stays until the new one has been read back. */
  async function takeIn(file: File): Promise<boolean> {
    failure.value = null;
    progress.value = 0;
    try {
      if (session.isTraining) throw new PackError('invalid', TRAINING_KEEPS_TO_ITS_OWN);
      const checked = fitting(await openPack(file, { sha256, verify: true }));
      const stored = await shelf.put(checked.header.packId, file, (share) => { progress.value = share; });
      pack.value = await openPack(stored, { sha256, verify: false });
      return true;
    } catch (error) {
      failure.value = messageOf(error);
      return false;
    } finally {
      progress.value = null;
    }
  }

  /** The file of the pack in use, for a thread of its own to open. */
  const file = () => (session.isTraining ? shelf.training() : shelf.inUse());

  return { pack, header, progress, failure, load, takeIn, file };
});

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The file could not be read.';
}
