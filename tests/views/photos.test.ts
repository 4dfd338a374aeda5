// @vitest-environment happy-dom
import { emptyOffice } from '@/record';
import { useAssessment, useCasework, useOffice, usePhotos, useWalkRound } from '@/stores';
import { DeviceFull, type OpenVault } from '@/vault';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Component, shallowRef } from 'vue';
import RetentionView from '../../src/views/RetentionView.vue';
import WalkRoundView from '../../src/views/WalkRoundView.vue';
import PhotoList from '../../src/views/parts/PhotoList.vue';
import { plainJpeg } from '../cases/jpeg';
import { IDS, vaultWithCase } from '../stores/openCase';
import { forgetDevice } from '../vault/testDoor';
import { fakeDoor } from './fakeDoor';
import { mounted } from './mounted';

/** What a browser alone can do; what was asked of it is written down. */
const pixels = vi.hoisted(() => ({ encoded: [] as unknown[], shown: 0, readable: true }));
vi.mock('@/stores/photoPixels', () => ({
  openPhoto: () => (pixels.readable ? Promise.resolve(Object.assign(document.createElement('canvas'), { width: 400, height: 300 })) : Promise.reject(new Error('This browser cannot read that file as a photo.'))),
  encodeCovered: (_picture: unknown, parts: unknown) => { pixels.encoded.push(parts); return Promise.resolve(plainJpeg()); },
  showJpeg: () => { pixels.shown += 1; return Promise.resolve(); },
  drawCovered: () => undefined,
  forgetPixels: () => undefined,
}));

afterEach(() => { document.body.replaceChildren(); forgetDevice(); Object.assign(pixels, { encoded: [], shown: 0, readable: true }); });

const ALLOWED = { ...emptyOffice, photos: { allowed: true, reason: 'DPIA', deleteAfterDays: 28 } };

/** The screen over a vault with one case, a visit under way on which a school was seen, and so many photos. */
async function shown(screen: Component, { office = ALLOWED, faults = {}, taken = 0 }: { office?: typeof emptyOffice; faults?: Partial<OpenVault>; taken?: number } = {}) {
  const vault = await vaultWithCase();
  const ready = shallowRef(false);
  const page = await mounted({ components: { Part: screen }, setup: () => ({ ready }), template: '<Part v-if="ready" />' }, { door: fakeDoor().door, open: { ...vault, ...faults } });
  const [photos, open, offices, casework, walk] = [usePhotos(), useAssessment(), useOffice(), useCasework(), useWalkRound()];
  casework.refresh();
  await open.open(IDS.assessment);
  offices.office = ALLOWED;
  for (let n = 0; n < taken; n += 1) await photos.keep({ assessmentId: IDS.assessment, visitId: 'v1', about: null, caption: `Gate ${String(n + 1)}` }, plainJpeg());
  offices.office = office;
  if (open.docs?.assessment.physicalCheck) open.docs.assessment.physicalCheck.visits = [];
  walk.start();
  walk.look('school', { answer: 'seen' });
  ready.value = true;
  const { wrapper } = page;
  const until = async <T>(holds: () => T): Promise<T> => vi.waitFor(holds, { timeout: 20_000, interval: 5 });
  /** Within a part of the screen, or anywhere on it. */
  const says = (words: string | RegExp, within?: string) => until(() => { expect((within === undefined ? wrapper : wrapper.get(within)).text()).toMatch(words); });
  /** By its whole words, those for screen readers too. */
  const press = async (words: string): Promise<void> => {
    const found = await until(() => wrapper.findAll('button:not([disabled])').find((one) => one.text().replace(/\s+/gu, ' ') === words) ?? expect.fail(`There is no button '${words}' to press.`));
    await found.trigger('click');
    await flushPromises();
  };
  const pick = async (): Promise<void> => {
    const input = await until(() => wrapper.get('[id="photo.file"]:not([disabled])'));
    Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'IMG_1.jpg')], configurable: true });
    await input.trigger('change');
    await flushPromises();
  };
  const field = (id: string) => until(() => wrapper.get(`[id="photo.${id}"]`));
  return { ...page, vault, photos, press, pick, says, until, field };
}

const ADD = 'Add a photo (the property)';

describe('a photo on the walk-round', () => {
  it('is not spoken of where the office has not turned photos on', async () => {
    const { wrapper, says } = await shown(WalkRoundView, { office: emptyOffice });
    await says('Walk-round', 'h1');
    expect(wrapper.text().toLowerCase()).not.toContain('photo');
    expect(wrapper.find('input[type="file"]').exists()).toBe(false);
  });

  it('is kept only with its words and the officer’s word that nobody can be seen in it, with what was covered by buttons alone', async () => {
    const { press, pick, photos, says, field } = await shown(WalkRoundView);
    await press(ADD);
    expect((await field('file')).attributes()).toMatchObject({ type: 'file', accept: 'image/*', capture: 'environment' });
    await pick();
    await (await field('nobody')).setValue(true);
    await press('Add a box');
    await press('Right');
    await says('1 part is covered.');
    expect(((await field('nobody')).element as HTMLInputElement).checked, 'whoever covers more looks again').toBe(false);
    await press('Keep the photo');
    await says('Say what it shows.', '[id="photo.caption-error"]');
    await says('cover what may not be in it', '[id="photo.nobody-error"]');
    expect(await photos.read(IDS.assessment), 'nothing before that').toEqual([]);
    await (await field('caption')).setValue(' The gate. ');
    await (await field('nobody')).setValue(true);
    await press('Keep the photo');
    await says('This record holds 1 photo.');
    expect(await photos.read(IDS.assessment)).toMatchObject([{ caption: 'The gate.', about: null, visitId: useWalkRound().visit?.visitId }]);
    expect(pixels.encoded).toEqual([[{ x: 166, y: 112, width: 100, height: 76 }]]);
  });

  it('stays on the screen, covered as it was, where the device is full', async () => {
    const { press, pick, photos, says, field } = await shown(WalkRoundView, { faults: { save: () => Promise.reject(new DeviceFull(false)) } });
    await press(ADD);
    await pick();
    await press('Add a box');
    await (await field('caption')).setValue('The gate.');
    await (await field('nobody')).setValue(true);
    await press('Keep the photo');
    await says('This device is full', '.st_photo [role="alert"]');
    await says('1 part is covered.');
    expect(await photos.read(IDS.assessment)).toEqual([]);
  });

  it('that cannot be read says so, and another can be chosen', async () => {
    pixels.readable = false;
    const { press, pick, says, field } = await shown(WalkRoundView);
    await press(ADD);
    await pick();
    await says('cannot read that file', '.st_photo [role="alert"]');
    expect((await field('file')).attributes('disabled')).toBeUndefined();
  });

  it('is one at a time, holds the visit open, and is given up with its words', async () => {
    const { wrapper, press, pick, photos, vault, says, field } = await shown(WalkRoundView);
    await press(ADD);
    await pick();
    await (await field('caption')).setValue('The gate.');
    expect(wrapper.findAll('button').filter((one) => one.text().startsWith('Add a photo'))).toEqual([]);
    await wrapper.get('form').trigger('submit');
    await says('A photo is not kept yet: keep it, or give it up.');
    expect(useWalkRound().visit, 'the visit is under way still').not.toBeNull();
    await press('Give it up');
    await says('No photo was kept.');
    expect([await photos.read(IDS.assessment), await vault.readDraft(`photo:${IDS.assessment}`), photos.taking]).toEqual([[], null, null]);
  });
});

describe('the photos of a record', () => {
  it('are words alone until one is asked for, and that it was is on the log', async () => {
    const { wrapper, press, vault, says, until } = await shown(PhotoList, { taken: 2 });
    await says('Gate 1');
    expect([wrapper.findAll('canvas, img').length, pixels.shown]).toEqual([0, 0]);
    await press('Show photo 2');
    await until(() => { expect(wrapper.findAll('canvas').map((one) => one.attributes('aria-label'))).toEqual(['Photo: Gate 2']); });
    expect(pixels.shown).toBe(1);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'consultation', act: 'photo of a physical check looked at' });
    await press('Close photo 2');
    expect(wrapper.find('canvas').exists()).toBe(false);
  });

  it('are not shown where that cannot be put on the log', async () => {
    const { wrapper, press, says } = await shown(PhotoList, { taken: 1, faults: { note: () => Promise.reject(new Error('The log cannot be written.')) } });
    await press('Show photo 1');
    await says('The log cannot be written.');
    expect([wrapper.find('canvas').exists(), pixels.shown]).toEqual([false, 0]);
  });

  it('are deleted by two presses, one by one, and leave the line that says so', async () => {
    const { wrapper, press, photos, says } = await shown(PhotoList, { taken: 2 });
    await press('Delete photo 1');
    expect(await photos.read(IDS.assessment), 'not at the first press').toMatchObject([{ deleted: null }, { deleted: null }]);
    await press('Delete for good');
    await says(/A photo was taken on 21 November 2026 by .+, and deleted on 21 November 2026 by /u);
    expect(wrapper.text()).not.toContain('Gate 1');
    expect(wrapper.text()).toContain('Gate 2');
  });

  it('come up among what is due, and go from there', async () => {
    const { wrapper, press, photos, says } = await shown(RetentionView, { taken: 1 });
    const part = '[aria-labelledby="photos-title"]';
    await says(/To be deleted 28 days after the decision: Steading’s own number[\s\S]*due since/u, part);
    await wrapper.get(`${part} li button`).trigger('click');
    await press('Delete for good');
    await says('that each was taken and deleted is kept', part);
    expect(await photos.read(IDS.assessment)).toMatchObject([{ caption: '', deleted: {} }]);
  });
});
