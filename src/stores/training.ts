import { dayInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { TRAINING_CASES } from '../../training/cases';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useSession } from './session';
import { bareCase, writesOf } from './trainingCase';

/** Public on purpose: everything in the training vault is fictional. It is sealed all the same, by the same code as real work. */
const TRAINING_PASSPHRASE = 'training area only';
const TRAINING_OFFICER = { name: 'Trainee', role: 'Training', agency: 'other' } as const;
const TRAINING_RADIUS_METRES = 500;

/** The way into the fictional training area: its own vault, its own pack, three cases to start with. */
export const useTraining = defineStore('training', () => {
  const session = useSession();
  const office = useOffice();
  const packs = usePacks();
  const clock = useClock();
  const busy = ref(false);

  async function open(): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    try {
      await session.refresh();
      const there = session.onDevice.find(({ kind }) => kind === 'training');
      if (there === undefined) await session.create({ kind: 'training', officer: TRAINING_OFFICER, passphrase: TRAINING_PASSPHRASE, prepare: seed });
      else await session.unlock({ vaultId: there.vaultId, passphrase: TRAINING_PASSPHRASE, takeOver: true });
    } finally {
      busy.value = false;
    }
  }

  /** Fills a new training vault before any screen reads it. */
  async function seed(): Promise<void> {
    const now = clock.now();
    await office.load();
    await office.save({ ...office.office, officeName: 'Kinlowrie training office', panelName: 'MAPPA meeting', radiusMetres: TRAINING_RADIUS_METRES, radiusReason: 'Chosen for the exercise: far enough to show every kind of answer. It is no limit and no national figure.' });
    await packs.load();
    const vault = session.openVault();
    const begun = { pack: packs.pack, at: now.toISOString(), by: TRAINING_OFFICER.name };
    const writes = TRAINING_CASES.flatMap((one) => writesOf(bareCase(one, begun), dayInScotland(now)));
    await vault.save(writes, [{ event: 'collection', act: 'training cases made', about: writes.map(({ table, id }) => ({ table, id, rev: 1 })), detail: {} }]);
  }

  return { busy, open };
});
