import { writePack } from '@/geo';
import type { Address, Assessment } from '@/record';
import { useAssessment, useCasework, useOffice, usePacks, useSession, useTraining } from '@/stores';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TRAINING_CASES } from '../../training/cases';
import { trainingContent } from '../../training/trainingContent';
import { sha256 } from '../geo/contentFixture';
import { forgetDevice, testDoor } from '../vault/testDoor';
import { stores, testShelf } from './stores';

afterEach(forgetDevice);

let area: Uint8Array<ArrayBuffer>;
beforeAll(async () => { area = new Uint8Array(await writePack(trainingContent(), { sha256 })); });

async function trainingPage(shelf = testShelf()) {
  if (await shelf.training() === null) await shelf.putTraining(area);
  const made = stores({ door: testDoor(), shelf });
  await useTraining(made.pinia).open();
  const casework = useCasework(made.pinia);
  casework.refresh();
  return { ...made, shelf, casework, session: useSession(made.pinia) };
}

describe('the training vault', () => {
  it('opens with its three cases, each at a position in its own area pack', async () => {
    const { session, casework, pinia } = await trainingPage();
    const packs = usePacks(pinia);
    expect([session.isOpen, session.isTraining, session.recoveryCode]).toEqual([true, true, null]);
    expect(packs.header?.training).toBe(true);
    expect(casework.people.map(({ summary }) => summary.reference).sort()).toEqual(TRAINING_CASES.map(({ personReference }) => personReference).sort());
    expect(casework.assessments).toHaveLength(3);
    for (const { id } of casework.assessments) {
      const assessment = (await session.openVault().read<Assessment>('assessment', id))?.value;
      const address = (await session.openVault().read<Address>('address', assessment?.addressId ?? ''))?.value;
      const known = packs.pack?.addresses().find(({ uprn }) => uprn === address?.uprn);
      expect(address?.position).toEqual({ point: known?.point, precision: 'building', from: 'search' });
      expect(known).toBeDefined();
      expect(assessment?.trigger.note).toContain('What it shows:');
    }
  });

  it('can be looked around in at once: an office distance is set', async () => {
    const { casework, pinia } = await trainingPage();
    const open = useAssessment(pinia);
    for (const { id } of casework.assessments) {
      await open.open(id);
      await open.lookAround();
      expect(open.docs?.assessment.surroundings?.answer).toMatchObject({ training: true, inArea: true, radiusMetres: useOffice(pinia).office.radiusMetres });
      expect(open.numbered.length).toBeGreaterThan(3);
      await open.close();
    }
  });

  it('is opened again, not made again', async () => {
    const first = await trainingPage();
    await first.session.lock();
    const again = await trainingPage(first.shelf);
    expect(again.casework.assessments).toHaveLength(3);
    expect(again.session.onDevice).toHaveLength(1);
  });
});
