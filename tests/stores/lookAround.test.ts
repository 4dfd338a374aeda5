import { openPack, writePack } from '@/geo';
import { useOffice, usePacks } from '@/stores';
import { emptyOffice } from '@/record';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentFixture, sha256 } from '../geo/contentFixture';
import { forgetDevice, OFFICER } from '../vault/testDoor';
import { openCase, vaultWithCase } from './openCase';
import { NOW } from './stores';

afterEach(forgetDevice);

describe('looking around an address', () => {
  let vault: Awaited<ReturnType<typeof vaultWithCase>>;
  beforeEach(async () => { vault = await vaultWithCase(); });

  async function atTheSchool(faults = {}) {
    const page = await openCase(vault, faults);
    const pack = await openPack(await writePack(contentFixture({ training: false }), { sha256 }), { sha256 });
    usePacks(page.pinia).pack = pack;
    useOffice(page.pinia).office = { ...emptyOffice, radiusMetres: 700, radiusReason: 'Agreed with the council.' };
    await page.type((docs) => { docs.address.position = { point: { lng: -3.2, lat: 55.9 }, precision: 'building', from: 'pin' }; });
    return { ...page, pack };
  }

  it('keeps the whole answer, by whom and when, and is on the log as combination', async () => {
    const { open, pack } = await atTheSchool();
    await open.lookAround();
    const looked = open.docs?.assessment.surroundings;
    expect(looked).toMatchObject({ lookedUpAt: NOW, lookedUpBy: OFFICER.name, radiusReason: 'Agreed with the council.' });
    expect(looked?.signature, 'marked as not signed').toBeNull();
    expect(looked?.answer).toMatchObject({ packId: pack.header.packId, radiusMetres: 700, at: { point: { lng: -3.2, lat: 55.9 } } });
    expect(looked?.answer.categories.find(({ category }) => category === 'school')).toMatchObject({ found: 1, coverage: 'full' });
    expect(looked?.answer.categories.find(({ category }) => category === 'library')).toMatchObject({ status: 'notSearched' });
    expect(open.numbered.map(({ key }) => key)).toContain('school:1');
    expect(open.moved).toBe(false);
    const last = (await vault.readLog()).at(-1);
    expect(last).toMatchObject({ event: 'combination', about: [{ table: 'assessment', id: 's1', rev: null }], detail: { pack: pack.header.packId, radiusMetres: '700' } });
    expect(JSON.stringify(last), 'the log names no place').not.toContain('55.9');
  });

  it('goes on record, is still there after a lock, and tells when the pin has moved since', async () => {
    const { open, type } = await atTheSchool();
    await open.lookAround();
    await open.commit('sites saved');
    const again = (await openCase(vault)).open;
    expect(again.docs?.assessment.surroundings).toEqual(open.docs?.assessment.surroundings);
    expect(again.changed).toEqual([]);
    await type((docs) => { if (docs.address.position) docs.address.position.point.lng = -3.2001; });
    expect(open.moved).toBe(true);
  });

  it('shows nothing where the log cannot be written', async () => {
    const { open } = await atTheSchool({ note: () => Promise.reject(new Error('The device is full.')) });
    const before = open.docs?.assessment.surroundings;
    await expect(open.lookAround()).rejects.toThrow('full');
    expect(open.docs?.assessment.surroundings).toBe(before);
  });

  it('does nothing while the office has chosen no distance', async () => {
    const { open, pinia } = await atTheSchool();
    useOffice(pinia).office = { ...emptyOffice };
    const [before, entries] = [open.docs?.assessment.surroundings, (await vault.readLog()).length];
    await open.lookAround();
    expect(open.docs?.assessment.surroundings).toBe(before);
    expect(await vault.readLog()).toHaveLength(entries);
  });

  it('does not lose its answer to a save that is under way', async () => {
    const { open } = await atTheSchool();
    const committing = open.commit('address saved');
    await open.lookAround();
    await committing;
    expect(open.docs?.assessment.surroundings?.answer.radiusMetres).toBe(700);
    expect(open.changed).toEqual(['assessment']);
  });
});
