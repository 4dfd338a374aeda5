import { type Address, emptyAddress, emptyPerson, type Person, newReference, startAssessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import type { Write } from '@/vault';
import { dayInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { TRAINING_CASES, type TrainingCase } from '../../training/cases';
import { newId } from './newId';
import { useClock } from './clock';
import { useOffice } from './office';
import { usePacks } from './packs';
import { useSession } from './session';

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
    const writes = TRAINING_CASES.flatMap((one) => writesOf(one, now));
    await vault.save(writes, [{ event: 'collection', act: 'training cases made', about: writes.map(({ table, id }) => ({ table, id, rev: 1 })), detail: {} }]);
  }

  function writesOf(one: TrainingCase, now: Date): readonly Write[] {
    const found = packs.pack?.addresses().find(({ uprn }) => uprn === one.address.uprn);
    const person: Person = { ...emptyPerson, reference: one.personReference, registered: 'yes', category: `category${one.mappaCategory}`, level: `level${one.mappaLevel}`, under18: 'no' };
    const address: Address = {
      ...emptyAddress, text: one.address.text, flat: one.address.flat, postcode: one.address.postcode, uprn: one.address.uprn,
      position: found === undefined ? null : { point: found.point, precision: 'building', from: 'search' },
    };
    const personId = newId();
    const addressId = newId();
    const started = startAssessment({
      reference: newReference((length) => crypto.getRandomValues(new Uint8Array(length))), personId, addressId,
      startedAt: now.toISOString(), startedBy: TRAINING_OFFICER.name,
    });
    const assessment = { ...started, addressKind: one.addressKind, trigger: { ...started.trigger, note: `${one.story} What it shows: ${one.teaches}` } };
    return [
      { table: 'person', id: personId, baseRev: 0, value: person, summary: summaryOfPerson(person) },
      { table: 'address', id: addressId, baseRev: 0, value: address, summary: summaryOfAddress(address) },
      { table: 'assessment', id: newId(), baseRev: 0, value: assessment, summary: summaryOfAssessment({ person, address, assessment, today: dayInScotland(now), protocol: null }) },
    ];
  }

  return { busy, open };
});
