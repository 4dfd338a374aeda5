import { openPack, type OpenPack, PackError } from '@/geo';
import type { PackOrigin, Trust } from '@/record';
import { checkPackSignature, createPackShelf, type PackShelf, sha256 } from '@/vault';
import { defineStore } from 'pinia';
import { computed, inject, type InjectionKey, ref, shallowRef } from 'vue';
import { usePublishers } from './publishers';
import { useSession } from './session';

export const shelfKey: InjectionKey<PackShelf> = Symbol('pack shelf');

const TRAINING_KEEPS_TO_ITS_OWN = 'The training vault keeps to its own area. Lock it, open your own vault, and load a pack of real places there.';

/** A pack that is not used before an officer has said so. `file`: to be taken in; null: it lies on the device already. */
export interface PackInDoubt {
  readonly pack: OpenPack;
  readonly trust: Extract<Trust, { is: 'ask' }>;
  readonly file: File | null;
}

/** The area pack in use. The training vault has the training pack and no other; no real vault ever sees it. */
export const usePacks = defineStore('packs', () => {
  const session = useSession();
  const publishers = usePublishers();
  const shelf = inject(shelfKey, () => createPackShelf(), true);

  const pack = shallowRef<OpenPack | null>(null);
  const inDoubt = shallowRef<PackInDoubt | null>(null);
  /** 0–1 while a file is being taken in. */
  const progress = ref<number | null>(null);
  const failure = ref<string | null>(null);
  const header = computed(() => pack.value?.header ?? null);

  const open = (file: File, verify: boolean | 'butBasemap') => openPack(file, { sha256, checkSignature: checkPackSignature, verify });

  /** Fictional places and real ones never meet, whatever file lies where. */
  function fitting(opened: OpenPack): OpenPack {
    if (opened.header.training === session.isTraining) return opened;
    throw new PackError('invalid', session.isTraining ? TRAINING_KEEPS_TO_ITS_OWN : 'This is the fictional training area. It opens by itself in the training vault and is not used for real work.');
  }

  /** Opens the pack in use, if there is one. A pack that has gone bad on disk is told, never taken as empty; one that another vault of this device took in is asked about here too. */
  async function load(): Promise<void> {
    failure.value = null;
    pack.value = null;
    inDoubt.value = null;
    try {
      const stored = await onDevice();
      if (stored === null) return;
      const opened = fitting(await open(stored, 'butBasemap'));
      if (!session.isTraining) {
        await publishers.load();
        const trust = publishers.trust(originOf(opened));
        if (trust.is === 'ask') {
          inDoubt.value = { pack: opened, trust, file: null };
          return;
        }
        if (trust.is === 'first') await publishers.accept(originOf(opened));
      }
      pack.value = opened;
    } catch (error) {
      failure.value = messageOf(error);
    }
  }

  /** All or nothing: the file is checked whole before it is copied, and the pack in use stays until the new one has been read back. false: refused, or in doubt. */
  async function takeIn(file: File): Promise<boolean> {
    return attempt(async () => {
      inDoubt.value = null;
      if (session.isTraining) throw new PackError('invalid', TRAINING_KEEPS_TO_ITS_OWN);
      const checked = fitting(await open(file, true));
      await publishers.load();
      const trust = publishers.trust(originOf(checked));
      if (trust.is === 'ask') {
        inDoubt.value = { pack: checked, trust, file };
        return false;
      }
      await use(checked, file, trust.is === 'first');
      return true;
    });
  }

  /** The officer has looked at what is in doubt, and uses it all the same. */
  async function acceptInDoubt(): Promise<boolean> {
    const doubt = inDoubt.value;
    if (doubt === null) return false;
    return attempt(async () => {
      await use(doubt.pack, doubt.file, true);
      inDoubt.value = null;
      return true;
    });
  }

  /** What is in doubt is not used. What was in use stays; a pack that another vault took in stays where it is, unused here. */
  function declineInDoubt(): void {
    inDoubt.value = null;
  }

  async function use(checked: OpenPack, file: File | null, isNew: boolean): Promise<void> {
    const stored = file === null ? null : await shelf.put(checked.header.packId, file, (share) => { progress.value = share; });
    const opened = stored === null ? checked : await open(stored, false);
    if (isNew) await publishers.accept(originOf(opened));
    pack.value = opened;
  }

  async function attempt(act: () => Promise<boolean>): Promise<boolean> {
    failure.value = null;
    progress.value = 0;
    try {
      return await act();
    } catch (error) {
      failure.value = messageOf(error);
      return false;
    } finally {
      progress.value = null;
    }
  }

  const onDevice = () => (session.isTraining ? shelf.training() : shelf.inUse());

  /** The file of the pack in use, for a thread of its own to open. One that is not used here, since it is in doubt or bad, is no file. */
  const file = () => (pack.value === null ? Promise.resolve(null) : onDevice());

  return { pack, header, inDoubt, progress, failure, load, takeIn, acceptInDoubt, declineInDoubt, file };
});

const originOf = ({ header: { packId, area }, signature }: OpenPack): PackOrigin => ({ packId, areaName: area.name, councilCode: area.councilCode, signature });

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The file could not be read.';
}
