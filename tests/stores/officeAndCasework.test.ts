import { type Assessment, emptyOffice, RecordError } from '@/record';
import { useCasework, useOffice, useSession } from '@/stores';
import { StaleRevision, type OpenVault } from '@/vault';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetDevice, newVault, NOTE, OFFICER, reopened } from '../vault/testDoor';
import { NOW, stores } from './stores';

afterEach(forgetDevice);

function pageOf(vault: OpenVault) {
  const { pinia } = stores();
  useSession(pinia).vault = vault;
  return { office: useOffice(pinia), casework: useCasework(pinia) };
}

const SETTINGS = { ...emptyOffice, officeName: 'Kinlowrie', radiusMetres: 500, radiusReason: 'Agreed with the council.' };

describe('the office’s settings', () => {
  it('begin empty, without a distance', async () => {
    const { office } = pageOf((await newVault()).vault);
    await office.load();
    expect(office.office).toEqual(emptyOffice);
    expect(office.office.radiusMetres).toBeNull();
  });

  it('are kept over a lock, each save on the log', async () => {
    const { vault } = await newVault();
    const { office } = pageOf(vault);
    await office.load();
    await office.save(SETTINGS);
    await office.save({ ...SETTINGS, lockAfterMinutes: 5 });
    expect((await vault.readLog()).map(({ event, act }) => `${event}: ${act}`).slice(-2)).toEqual(['collection: office settings saved', 'alteration: office settings saved']);
    await vault.lock();
    const later = pageOf(await reopened(vault.vaultId)).office;
    await later.load();
    expect(later.office).toEqual({ ...SETTINGS, lockAfterMinutes: 5 });
  });

  it('refuse a distance that does not fit, by the name of the field, and stay as they were', async () => {
    const { vault } = await newVault();
    const { office } = pageOf(vault);
    await office.load();
    await office.save(SETTINGS);
    const refusal = await office.save({ ...SETTINGS, radiusMetres: 20 }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RecordError);
    expect(refusal).toMatchObject({ field: 'office.radiusMetres' });
    expect(office.office.radiusMetres).toBe(500);
    expect((await vault.read('office', 'office'))?.rev).toBe(1);
  });

  it('do not write over what another window saved', async () => {
    const { vault } = await newVault();
    const [mine, theirs] = [pageOf(vault).office, pageOf(vault).office];
    await mine.load();
    await theirs.load();
    await theirs.save(SETTINGS);
    await expect(mine.save({ ...SETTINGS, radiusMetres: 900 })).rejects.toThrow(StaleRevision);
    expect((await vault.read<typeof SETTINGS>('office', 'office'))?.value.radiusMetres).toBe(500);
  });
});

describe('starting an assessment', () => {
  it('puts person, address and assessment into one save with one log entry', async () => {
    const { vault } = await newVault();
    const save = vi.fn(vault.save);
    const { casework } = pageOf({ ...vault, save });
    const id = await casework.start({ person: { reference: 'V-2026-0417' }, address: null });
    expect(save).toHaveBeenCalledOnce();
    expect(save.mock.calls[0]?.[0].map(({ table, baseRev }) => [table, baseRev])).toEqual([['person', 0], ['address', 0], ['assessment', 0]]);
    const assessment = (await vault.read<Assessment>('assessment', id))?.value;
    expect(assessment).toMatchObject({ startedAt: NOW, startedBy: OFFICER.name, history: [] });
    expect(assessment?.reference).toMatch(/^ST-[0-9A-Z]{4}-[0-9A-Z]{2}$/u);
    expect((await vault.read('person', assessment?.personId ?? ''))?.value).toMatchObject({ reference: 'V-2026-0417' });
    expect((await vault.read('address', assessment?.addressId ?? ''))?.value).toMatchObject({ position: null });
    const log = await vault.readLog();
    expect(log.at(-1)).toMatchObject({ event: 'collection', act: 'assessment started' });
    expect(log.at(-1)?.about.map(({ table }) => table)).toEqual(['person', 'address', 'assessment']);
    expect([casework.people.length, casework.addresses.length, casework.assessments.length]).toEqual([1, 1, 1]);
    expect(casework.assessments[0]?.summary).toMatchObject({ reference: assessment?.reference, state: expect.anything() });
  });

  it('writes nothing new about a person and an address that are known', async () => {
    const { vault } = await newVault();
    const { casework } = pageOf(vault);
    const first = await casework.start({ person: { reference: 'V-1' }, address: null });
    const { personId = '', addressId = '' } = (await vault.read<Assessment>('assessment', first))?.value ?? {};
    const second = await casework.start({ person: { id: personId }, address: { id: addressId } });
    expect((await vault.read<Assessment>('assessment', second))?.value).toMatchObject({ personId, addressId });
    expect([casework.people.length, casework.addresses.length, casework.assessments.length]).toEqual([1, 1, 2]);
    expect((await vault.read('person', personId))?.rev).toBe(1);
    const [one, other] = casework.assessments.map(({ summary }) => summary.reference);
    expect(one).not.toBe(other);
  });

  it('starts for a person and an address that an earlier Steading wrote', async () => {
    const { vault } = await newVault();
    const old = (name: string) => JSON.parse(readFileSync(new URL(`../record/fixtures/${name}.shape1.json`, import.meta.url), 'utf8')) as unknown;
    await vault.save([{ table: 'person', id: 'p1', baseRev: 0, value: old('person'), summary: {} }, { table: 'address', id: 'a1', baseRev: 0, value: old('address'), summary: {} }], [NOTE]);
    const { casework } = pageOf(vault);
    const id = await casework.start({ person: { id: 'p1' }, address: { id: 'a1' } });
    expect(casework.assessments.find((entry) => entry.id === id)?.summary).toMatchObject({ personId: 'p1', addressId: 'a1', state: 'inProgress' });
  });

  it('lists nothing of a start that the vault refused', async () => {
    const { vault } = await newVault();
    const { casework } = pageOf({ ...vault, save: () => Promise.reject(new Error('The device is full.')) });
    await expect(casework.start({ person: { reference: 'V-1' }, address: null })).rejects.toThrow('full');
    casework.refresh();
    expect([casework.people.length, casework.assessments.length]).toEqual([0, 0]);
    expect(await vault.readLog()).toHaveLength((await vault.readLog()).filter(({ act }) => act !== 'assessment started').length);
  });
});
