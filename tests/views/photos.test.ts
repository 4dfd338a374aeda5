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
  await settled();
  const { wrapper } = page;
  /** By its whole words, those for screen readers too. */
  const press = async (words: string): Promise<void> => {
    const found = wrapper.findAll('button').find((one) => one.text().replace(/\s+/gu, ' ') === words) ?? expect.fail(`There is no button '${words}'.`);
    await found.trigger('click');
    await settled();
  };
  const pick = async (): Promise<void> => {
    const input = wrapper.get('[id="photo.file"]');
    Object.defineProperty(input.element, 'files', { value: [new File(['x'], 'IMG_1.jpg')], configurable: true });
    await input.trigger('change');
    await settled();
  };
  return { ...page, vault, photos, press, pick };
}
/** The vault's own work takes no timers. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 12; turns += 1) {
    await flushPromises();
    await new Promise<void>((resolve) => { setTimeout(resolve, 4); });
  }
}

const ADD = 'Add a photo (the property)';

describe('a photo on the walk-round', () => {
  it('is not spoken of where the office has not turned photos on', async () => {
    const { wrapper } = await shown(WalkRoundView, { office: emptyOffice });
    expect(wrapper.find('h1').text()).toContain('Walk-round');
    expect(wrapper.text().toLowerCase()).not.toContain('photo');
    expect(wrapper.find('input[type="file"]').exists()).toBe(false);
  });

  it('is kept only with its words and the officer’s word that nobody can be seen in it, with what was covered by buttons alone', async () => {
    const { wrapper, press, pick, photos } = await shown(WalkRoundView);
    await press(ADD);
    expect(wrapper.get('[id="photo.file"]').attributes()).toMatchObject({ type: 'file', accept: 'image/*', capture: 'environment' });
    await pick();
    await wrapper.get('[id="photo.nobody"]').setValue(true);
    await press('Add a box');
    await press('Right');
    expect(wrapper.text()).toContain('1 part is covered.');
    expect((wrapper.get('[id="photo.nobody"]').element as HTMLInputElement).checked, 'whoever covers more looks again').toBe(false);
    await press('Keep the photo');
    expect(wrapper.get('[id="photo.caption-error"]').text()).toContain('Say what it shows.');
    expect(wrapper.get('[id="photo.nobody-error"]').text()).toContain('cover what may not be in it');
    expect(await photos.read(IDS.assessment), 'nothing before that').toEqual([]);
    await wrapper.get('[id="photo.caption"]').setValue(' The gate. ');
    await wrapper.get('[id="photo.nobody"]').setValue(true);
    await press('Keep the photo');
    expect(wrapper.text()).toContain('This record holds 1 photo.');
    expect(await photos.read(IDS.assessment)).toMatchObject([{ caption: 'The gate.', about: null, visitId: useWalkRound().visit?.visitId }]);
    expect(pixels.encoded).toEqual([[{ x: 166, y: 112, width: 100, height: 76 }]]);
  });

  it('stays on the screen, covered as it was, where the device is full', async () => {
    const { wrapper, press, pick, photos } = await shown(WalkRoundView, { faults: { save: () => Promise.reject(new DeviceFull(false)) } });
    await press(ADD);
    await pick();
    await press('Add a box');
    await wrapper.get('[id="photo.caption"]').setValue('The gate.');
    await wrapper.get('[id="photo.nobody"]').setValue(true);
    await press('Keep the photo');
    expect(wrapper.get('.st_photo [role="alert"]').text()).toContain('This device is full');
    expect(wrapper.text()).toContain('1 part is covered.');
    expect(await photos.read(IDS.assessment)).toEqual([]);
  });

  it('that cannot be read says so, and another can be chosen', async () => {
    pixels.readable = false;
    const { wrapper, press, pick } = await shown(WalkRoundView);
    await press(ADD);
    await pick();
    expect(wrapper.get('.st_photo [role="alert"]').text()).toContain('cannot read that file');
    expect(wrapper.find('[id="photo.file"]').exists()).toBe(true);
  });

  it('is one at a time, holds the visit open, and is given up with its words', async () => {
    const { wrapper, press, pick, photos, vault } = await shown(WalkRoundView);
    await press(ADD);
    await pick();
    expect(wrapper.findAll('button').filter((one) => one.text().startsWith('Add a photo'))).toEqual([]);
    await wrapper.get('form').trigger('submit');
    await settled();
    expect(wrapper.text()).toContain('A photo is not kept yet: keep it, or give it up.');
    expect(useWalkRound().visit, 'the visit is under way still').not.toBeNull();
    await wrapper.get('[id="photo.caption"]').setValue('The gate.');
    await press('Give it up');
    expect(wrapper.text()).toContain('No photo was kept.');
    expect([await photos.read(IDS.assessment), await vault.readDraft(`photo:${IDS.assessment}`), photos.taking]).toEqual([[], null, null]);
  });
});

describe('the photos of a record', () => {
  it('are words alone until one is asked for, and that it was is on the log', async () => {
    const { wrapper, press, vault } = await shown(PhotoList, { taken: 2 });
    expect(wrapper.text()).toContain('Gate 1');
    expect([wrapper.findAll('canvas, img').length, pixels.shown]).toEqual([0, 0]);
    await press('Show photo 2');
    expect(wrapper.findAll('canvas').map((one) => one.attributes('aria-label'))).toEqual(['Photo: Gate 2']);
    expect(pixels.shown).toBe(1);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'consultation', act: 'photo of a physical check looked at' });
    await press('Close photo 2');
    expect(wrapper.find('canvas').exists()).toBe(false);
  });

  it('are not shown where that cannot be put on the log', async () => {
    const { wrapper, press } = await shown(PhotoList, { taken: 1, faults: { note: () => Promise.reject(new Error('The log cannot be written.')) } });
    await press('Show photo 1');
    expect(wrapper.find('canvas').exists()).toBe(false);
    expect(wrapper.text()).toContain('The log cannot be written.');
  });

  it('are deleted by two presses, one by one, and leave the line that says so', async () => {
    const { wrapper, press, photos } = await shown(PhotoList, { taken: 2 });
    await press('Delete photo 1');
    expect(await photos.read(IDS.assessment), 'not at the first press').toMatchObject([{ deleted: null }, { deleted: null }]);
    await press('Delete for good');
    expect(wrapper.text()).toMatch(/A photo was taken on 21 November 2026 by .+, and deleted on 21 November 2026 by /u);
    expect(wrapper.text()).not.toContain('Gate 1');
    expect(wrapper.text()).toContain('Gate 2');
  });

  it('come up among what is due, and go from there', async () => {
    const { wrapper, press, photos } = await shown(RetentionView, { taken: 1 });
    expect(wrapper.get('[aria-labelledby="photos-title"]').text()).toMatch(/To be deleted 28 days after the decision: Steading’s own number[\s\S]*due since/u);
    await wrapper.get('[aria-labelledby="photos-title"] li button').trigger('click');
    await press('Delete for good');
    expect(wrapper.text()).toContain('that each was taken and deleted is kept');
    expect(await photos.read(IDS.assessment)).toMatchObject([{ caption: '', deleted: {} }]);
  });
});
