import { emptyOffice, type Assessment, PHOTO_LIMITS, photosHeld } from '@/record';
import { certificateText } from '@/report';
import { useCasework, useOffice, usePhotos, usePrint, useRetention } from '@/stores';
import { DeviceFull, type OpenVault } from '@/vault';
import { setActivePinia } from 'pinia';
import { afterEach, describe, expect, it } from 'vitest';
import { asFromCamera, plainJpeg } from '../cases/jpeg';
import { readsAnywhere } from '../vault/canary';
import { doorOn } from '../vault/journal/journalDoor';
import { MemoryFiles } from '../vault/journal/memoryFiles';
import { forgetDevice, newVault, NOTE, onDisk, reopened } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';
import { introduce, record, team } from './team';

afterEach(forgetDevice);

const ALLOWED = { allowed: true, reason: 'DPIA of 3 May', deleteAfterDays: 28 } as const;
const PHOTO = { assessmentId: IDS.assessment, visitId: 'v1', about: 'school', caption: 'canary-caption of the gate' } as const;
const JPEG = plainJpeg();
const PIXELS = 'canary-pixels';

/** The case on a page of its own, in an office that has turned photos on. */
async function pageWithCase({ office = { ...emptyOffice, photos: ALLOWED }, faults = {} }: { office?: typeof emptyOffice; faults?: Partial<OpenVault> } = {}) {
  const vault = await vaultWithCase();
  const page = await openCase(vault, faults);
  setActivePinia(page.pinia);
  useOffice().office = office;
  useCasework().refresh();
  return { ...page, vault, photos: usePhotos(), casework: useCasework(), retention: useRetention() };
}
const acts = async (vault: OpenVault) => (await vault.readLog()).map(({ event, act }) => `${event}: ${act}`);
const officeRows = (vault: OpenVault) => vault.list<object>('office').map(({ id }) => id);
const only = async (photos: ReturnType<typeof usePhotos>) => (await photos.read(IDS.assessment))[0] ?? expect.fail('no photo');

describe('a photo of the physical check', () => {
  it('is kept nowhere until the office turns photos on, which is on the log by itself', async () => {
    const { photos, vault, casework } = await pageWithCase({ office: emptyOffice });
    await expect(photos.keep(PHOTO, JPEG)).rejects.toThrow('has not turned photos on');
    expect([officeRows(vault), casework.photos.size]).toEqual([[], 0]);
    const office = useOffice();
    await office.save({ ...emptyOffice, photos: ALLOWED });
    await photos.keep(PHOTO, JPEG);
    await office.save({ ...emptyOffice, photos: { ...ALLOWED, deleteAfterDays: 7 } });
    await office.save({ ...emptyOffice, photos: { ...ALLOWED, allowed: false } });
    expect((await acts(vault)).filter((act) => act.includes('turned'))).toEqual(['alteration: photos on the physical check turned on', 'alteration: photos on the physical check turned off']);
    await expect(photos.keep(PHOTO, JPEG)).rejects.toThrow('has not turned photos on');
  });

  it('is kept with its words, its visit and who took it, whatever becomes of the record’s draft, and lists hold nothing of it', async () => {
    const { photos, vault, open, type } = await pageWithCase();
    await type(rationale('typed'));
    await photos.keep(PHOTO, JPEG, ['photo:s1']);
    await open.discardDraft();
    expect(await photos.read(IDS.assessment)).toMatchObject([{ visitId: 'v1', about: 'school', caption: PHOTO.caption, by: vault.officer.name, deleted: null }]);
    expect(JSON.stringify(vault.list('office').map(({ summary }) => summary))).toBe('[{"photoOf":"s1"},{"photosOf":"s1"}]');
  });

  it('is looked at only once that is on the log, and neither entry tells what it shows', async () => {
    const { photos, vault } = await pageWithCase();
    await photos.keep(PHOTO, JPEG);
    expect(await photos.look(IDS.assessment, (await only(photos)).photoId)).toEqual(JPEG);
    expect((await acts(vault)).slice(-2)).toEqual(['collection: photo added to a physical check', 'consultation: photo of a physical check looked at']);
    for (const { detail } of (await vault.readLog()).slice(-2)) expect(detail).toEqual({});
    const { photos: shut, vault: other } = await pageWithCase({ faults: { note: () => Promise.reject(new Error('The log cannot be written.')) } });
    await shut.keep(PHOTO, JPEG);
    await expect(shut.look(IDS.assessment, (await only(shut)).photoId)).rejects.toThrow('log');
    expect((await acts(other)).filter((act) => act.startsWith('consultation'))).toEqual([]);
  });

  it('lies on the disk in no form that anybody could read without the key', async () => {
    const { photos, vault } = await pageWithCase();
    await photos.keep(PHOTO, JPEG);
    await vault.lock();
    const stored = await onDisk(vault.vaultId, async (db) => Promise.all(db.tables.map((table) => table.toArray())));
    for (const words of [PIXELS, PHOTO.caption, 'photos:s1', 'photoOf']) expect(readsAnywhere(stored, words), words).toBe(false);
    expect(readsAnywhere([JPEG], PIXELS), 'control: the pixels’ own words can be found').toBe(true);
    const again = await reopened(vault.vaultId);
    expect(again.list('office')).toHaveLength(2);
  });

  it('with metadata, or with anything behind its end, is refused whole', async () => {
    const { photos, vault } = await pageWithCase();
    await expect(photos.keep(PHOTO, asFromCamera(JPEG))).rejects.toThrow('no photo that Steading made');
    expect([officeRows(vault), await photos.read(IDS.assessment)]).toEqual([[], []]);
  });

  it('is kept whole or not at all on a full device, and says so', async () => {
    const { photos, vault } = await pageWithCase({ faults: { save: () => Promise.reject(new DeviceFull(false)) } });
    await expect(photos.keep(PHOTO, JPEG)).rejects.toBeInstanceOf(DeviceFull);
    expect([officeRows(vault), await photos.read(IDS.assessment)]).toEqual([[], []]);
  });

  it('is one of a few: of a record, and of the vault, which is read whole at each unlocking', async () => {
    const { photos, casework } = await pageWithCase();
    for (let n = 0; n < 12; n += 1) await photos.keep(PHOTO, JPEG);
    await expect(photos.keep(PHOTO, JPEG)).rejects.toThrow('This record has 12 photos');
    casework.photos = new Map([...casework.photos, ['others', 48]]);
    await expect(photos.keep({ ...PHOTO, assessmentId: 's2' }, JPEG)).rejects.toThrow('This vault holds 60 photos');
  });

  it('fills four steps of a sealed row at most, so that a vault of them opens in no more time than some hundred records', async () => {
    const { photos, vault } = await pageWithCase();
    const room = PHOTO_LIMITS.bytes - plainJpeg({ scan: '' }).length;
    await photos.keep(PHOTO, plainJpeg({ scan: 'x'.repeat(room) }));
    const largest = Math.max(...await onDisk(vault.vaultId, async (db) => (await db.row.toArray()).map(({ ct }) => ct.byteLength)));
    expect(largest).toBe(4 * 64 * 1024 + 16);
  });
});

describe('the deletion of photos', () => {
  const decided = (assessment: Assessment, decidedOn: string | null): Assessment => ({ ...assessment, outcome: { ...assessment.outcome, decidedOn } });

  it.each([['2026-10-25', 'kept'], ['2026-10-24', 'due'], [null, 'waits']] as const)('has its own clock after the decision (%s: %s)', async (decidedOn, is) => {
    const { photos, retention, open, type } = await pageWithCase();
    await photos.keep(PHOTO, JPEG);
    await type((docs) => { docs.assessment = decided(docs.assessment, decidedOn); });
    await open.commit('test');
    expect(retention.photos).toMatchObject([{ id: IDS.assessment, kept: { is } }]);
    expect(retention.photosDue).toHaveLength(is === 'due' ? 1 : 0);
  });

  it('is for good: pixels and words are gone from both copies, and that a photo was taken and deleted stays, in print too', async () => {
    const files = new MemoryFiles();
    const made = await newVault(doorOn(files));
    const page = await openCase(await vaultWithCase());
    setActivePinia(page.pinia);
    page.session.vault = made.vault;
    useOffice().office = { ...emptyOffice, photos: ALLOWED };
    const photos = usePhotos();
    const before = await sizeOf(files, made.vault);
    await photos.keep(PHOTO, plainJpeg({ scan: 'x'.repeat(150_000) }));
    const { photoId } = await only(photos);
    expect(await sizeOf(files, made.vault), 'control: both copies hold it').toBeGreaterThan(before + 150_000);
    await photos.remove(IDS.assessment);
    expect(await sizeOf(files, made.vault)).toBeLessThan(before + 100_000);
    await expect(photos.look(IDS.assessment, photoId)).rejects.toThrow('not in the vault any more');
    expect(await photos.read(IDS.assessment)).toEqual([expect.objectContaining({ photoId, about: null, caption: '', deleted: { at: expect.any(String) as string, by: made.vault.officer.name } })]);
    expect(await acts(made.vault)).toContain('erasure: photos of a physical check deleted');
  });

  it('of one leaves the others, and print tells of both without a word of what they show', async () => {
    const { photos, retention, pinia } = await pageWithCase();
    await photos.keep(PHOTO, JPEG);
    await photos.keep({ ...PHOTO, caption: 'Second' }, JPEG);
    await photos.remove(IDS.assessment, [(await only(photos)).photoId]);
    expect(photosHeld(await photos.read(IDS.assessment)).map(({ caption }) => caption)).toEqual(['Second']);
    expect(retention.photos).toHaveLength(1);
    const print = usePrint(pinia);
    await print.prepare();
    const printed = JSON.stringify(print.document);
    expect(printed).toContain('1 photo is held in the vault and not printed');
    expect(printed).toContain('A photo was taken on 21 November 2026 by ');
    for (const words of [PHOTO.caption, 'Second']) expect(printed).not.toContain(words);
  });

  it.each(['dispose', 'shrink'] as const)('goes with the record (%s), and the certificate counts them', async (how) => {
    const { photos, retention, vault, casework } = await pageWithCase();
    await photos.keep(PHOTO, JPEG);
    await photos.keep({ ...PHOTO, assessmentId: 'other' }, JPEG);
    await vault.saveDraft('photo:s1', { caption: 'typed' });
    if (how === 'dispose') await retention.dispose(IDS.assessment, { why: 'Over.', decidedBy: 'A. Fyfe' });
    else await retention.shrink(IDS.assessment, { why: 'In ViSOR.', keptWhere: 'V-1' });
    expect(await photos.read(IDS.assessment)).toEqual([]);
    expect(await vault.readDraft('photo:s1')).toBeNull();
    expect(vault.list('office').map(({ summary }) => summary), 'another record’s stay').toEqual([{ photoOf: 'other' }, { photosOf: 'other' }]);
    expect([...casework.photos]).toEqual([['other', 1]]);
    expect(retention.photosDue, 'of a record that is not in the vault').toMatchObject([{ id: 'other', reference: 'A record that is gone' }]);
    if (how === 'dispose') expect(certificateText(retention.certificate ?? expect.fail('none'))).toContain('; 1 photo of its physical check');
  });

  it('is said of no record that never had one', async () => {
    const { retention, vault } = await pageWithCase();
    await vault.save([{ table: 'office', id: 'x', baseRev: 0, value: {}, summary: {} }], [NOTE]);
    await retention.dispose(IDS.assessment, { why: 'Over.', decidedBy: 'A. Fyfe' });
    expect(certificateText(retention.certificate ?? expect.fail('none'))).not.toContain('photo');
  });
});

it('no hand-over carries a photo, nor a word of one, to a Responsible Authority either', async () => {
  const theirs = await team('Council');
  const ours = await team('SOPU');
  const to = await introduce(ours, theirs);
  const id = await record(ours);
  useOffice().office = { ...emptyOffice, photos: ALLOWED };
  await usePhotos().keep({ ...PHOTO, assessmentId: id }, JPEG);
  const { rev } = await ours.sends.preview(id, 'ra');
  const { bytes } = await ours.sends.send({ act: 'share', partnerId: to, assessmentId: id, profile: 'ra', purpose: 'Joint', grounds: { duty: 'responsibleAuthority' }, source: 'Record', reliability: 'Checked', expiresOn: '2027-02-20', rev });
  const opened = Buffer.from(await theirs.session.openVault().openSealed(bytes) ?? expect.fail('not for them')).toString('utf8');
  expect(opened, 'control: the record is in it').toContain('The rationale of the police.');
  for (const words of [PHOTO.caption, Buffer.from(JPEG).toString('base64'), 'photo']) expect(opened).not.toContain(words);
});

/** Bytes of both copies on the device: rows, and every file of the second. */
async function sizeOf(files: MemoryFiles, vault: OpenVault): Promise<number> {
  await vault.note({ event: 'consultation', act: 'size taken', about: [], detail: {} });
  const rows = await onDisk(vault.vaultId, (db) => db.row.toArray());
  return rows.reduce((sum, { ct }) => sum + ct.byteLength, 0) + ['snapshot-0', 'snapshot-1', 'tail-0', 'tail-1'].reduce((sum, name) => sum + files.file(vault.vaultId, name).length, 0);
}
