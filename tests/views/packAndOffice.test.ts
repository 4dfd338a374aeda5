// @vitest-environment happy-dom
import { usePacks, usePublishers } from '@/stores';
import { CATEGORIES } from '@/terms';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import OfficeView from '../../src/views/OfficeView.vue';
import PackView from '../../src/views/PackView.vue';
import type { Pack } from '../../src/views/parts/shapes';
import { fakeDoor, fakeVault } from './fakeDoor';
import { layer, pack } from './layerFixture';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); });

describe('the area pack screen', () => {
  async function packScreen(header: Pack | null, kind: 'work' | 'training' = 'work') {
    const page = await mounted(PackView, { door: fakeDoor().door, open: fakeVault({ kind }) });
    const packs = usePacks();
    if (header !== null) packs.pack = { header } as NonNullable<typeof packs.pack>;
    await flushPromises();
    return { ...page, packs };
  }

  it('calls a kind of place that nothing was searched for ‘not searched’, never none', async () => {
    const { wrapper } = await packScreen(pack([layer({ categories: ['school'] }), layer({ id: 'play', categories: ['playPark'], coverage: null })]));
    const silent = wrapper.get('section[aria-labelledby="silent-title"]').text();
    expect(silent).toContain('Not searched');
    expect(silent).toContain(CATEGORIES.playPark.plural);
    expect(silent).toContain(CATEGORIES.placeOfWorship.plural);
    expect(silent).not.toContain('Schools');
    expect(silent).not.toMatch(/\bnone\b|\b0\b|nothing nearby/i);
  });

  it('names what each source leaves out and whom to ask, and where no number is known', async () => {
    const { wrapper } = await packScreen(pack([layer({ leavesOut: [{ what: 'Independent schools', count: null, ask: 'Ask the council.' }] })]));
    expect(wrapper.get('tbody').text()).toMatch(/Independent schools.*how many is not known.*Ask the council\./);
  });

  it('does not let an empty list of gaps pass for a complete source', async () => {
    const { wrapper } = await packScreen(pack([layer({ leavesOut: [] })]));
    expect(wrapper.get('tbody').text()).toContain('does not mean that the source is complete');
  });

  it('says in words which sources are past their date', async () => {
    const { wrapper } = await packScreen(pack([layer({ staleAfter: '2026-11-20' }), layer({ id: 'other' })]));
    expect(wrapper.text()).toContain('1 of 2 sources are past their date');
    expect(wrapper.text()).toContain('Too old since 20 November 2026');
  });

  it('says in words which sources came without a date', async () => {
    const { wrapper } = await packScreen(pack([layer({ asOf: null, staleAfter: null }), layer({ id: 'other' }), layer({ id: 'councils', categories: [], asOf: null, staleAfter: null, title: 'Council areas' })]));
    expect(wrapper.text()).toContain('1 of 2 sources are past their date, or come without one');
    expect(wrapper.get('tbody').text()).toContain('Date not given. Taken as past its date: ‘none found’ is never said from it.');
    expect(wrapper.text()).toContain('Council areas. Date not given. Contains');
  });

  it('has no loader in the training vault', async () => {
    const { wrapper } = await packScreen(pack([layer()], { training: true }), 'training');
    expect(wrapper.find('input[type="file"]').exists()).toBe(false);
    expect(wrapper.text()).toContain('real places must never mix');
  });

  it('says what stays in use where a file was refused', async () => {
    const { wrapper, packs } = await packScreen(pack([layer()]));
    packs.failure = 'This file is cut short.';
    await flushPromises();
    expect(wrapper.get('[role="alert"]').text()).toMatch(/cut short.*East Lothian, November 2026 stays in use/);
  });

  const SIGNED = { publisher: 'Testshire Council', fingerprint: 'N04Y-Z4ZK-VPSB-NDJQ-X50F-QM6W' };
  const PIN = { ...SIGNED, areaName: 'East Lothian', councilCode: 'S12000010', pinnedAt: '2026-11-20T09:00:00.000Z', pinnedBy: 'Morag Sinclair' };

  it('names the publisher, the fingerprint and when it was accepted; marks a pack without; calls the training area part of Steading', async () => {
    const { wrapper, packs } = await packScreen(pack([layer()]));
    const publishedBy = () => wrapper.findAll('.ds_summary-list__item').find((item) => item.text().startsWith('Published by'))?.text() ?? '';
    expect([publishedBy(), wrapper.text().includes('This pack is not signed')]).toEqual(['Published byNot signed', true]);
    usePublishers().publishers = { schema: 1, pins: [PIN], unsigned: [] };
    packs.pack = { header: pack([layer()]), signature: SIGNED } as NonNullable<typeof packs.pack>;
    await flushPromises();
    expect(publishedBy()).toMatch(/Testshire Council.*N04Y-Z4ZK-VPSB-NDJQ-X50F-QM6W.*on 20 November 2026.*Morag Sinclair/u);
    expect(wrapper.text()).not.toContain('not signed');
    packs.pack = { header: pack([layer()], { training: true }) } as NonNullable<typeof packs.pack>;
    await flushPromises();
    expect([publishedBy(), wrapper.text().includes('not signed')]).toEqual(['Published byPart of Steading', false]);
  });

  it.each([
    ['unsigned', null, /This pack is not signed.*Not signed.*every answer and every record/u, 'Use it without a signature'],
    ['otherKey', { ...SIGNED, fingerprint: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' }, /signed by another key.*AAAA-BBBB.*N04Y-Z4ZK.*takes the place/u, 'The fingerprint is right: use it'],
    ['otherPublisher', { publisher: 'Somebody', fingerprint: 'AAAA-BBBB-CCCC-DDDD-EEEE-FFFF' }, /does not know.*Somebody.*N04Y-Z4ZK/u, 'The fingerprint is right: use it'],
  ] as const)('puts a pack in doubt (%s) as a question with both fingerprints, and does what the officer says', async (why, signature, says, use) => {
    const { wrapper, packs, button } = await packScreen(pack([layer()]));
    const accept = vi.spyOn(packs, 'acceptInDoubt').mockImplementation(async () => {
      packs.inDoubt = null;
      await flushPromises();
      return true;
    });
    const ask = async () => {
      packs.inDoubt = { pack: { header: pack([layer()], { title: 'Next pack' }), signature } as NonNullable<typeof packs.pack>, trust: { is: 'ask', why, pins: [PIN] }, file: new File([], 'x') };
      await flushPromises();
    };
    await ask();
    expect(wrapper.get('.st_note--warning[role="status"]').text()).toMatch(says);
    await button('Do not use it').trigger('click');
    expect([packs.inDoubt, accept.mock.calls.length]).toEqual([null, 0]);
    expect(wrapper.text()).toContain('It was not taken. East Lothian, November 2026 stays in use.');
    await ask();
    await button(use).trigger('click');
    await flushPromises();
    expect(accept).toHaveBeenCalledOnce();
    expect(wrapper.text()).toContain('East Lothian, November 2026 is now in use.');
  });

  it('says what to do where there is no pack', async () => {
    const { wrapper } = await packScreen(null);
    expect(wrapper.text()).toContain('Ask your data officer');
    expect(wrapper.find('input[type="file"]').exists()).toBe(true);
  });
});

describe('the office screen', () => {
  async function office(save = fakeVault().save) {
    const open = fakeVault({ save: vi.fn(save) });
    const page = await mounted(OfficeView, { door: fakeDoor().door, open });
    const submit = async (values: Record<string, string>) => {
      for (const [id, value] of Object.entries(values)) await page.wrapper.get(`#${id}`).setValue(value);
      await page.wrapper.get('form').trigger('submit');
      await flushPromises();
    };
    return { ...page, open, submit };
  }

  it('begins without a distance', async () => {
    const { wrapper } = await office();
    expect(wrapper.get<HTMLInputElement>('#radiusMetres').element.value).toBe('');
    expect(wrapper.text()).toContain('Scotland has no national distance');
  });

  it('saves nothing while a distance lacks its reason', async () => {
    const { wrapper, open, submit } = await office();
    await submit({ radiusMetres: '500' });
    expect(wrapper.get('.ds_error-summary').text()).toContain('Say why');
    expect(open.save).not.toHaveBeenCalled();
    expect(wrapper.text()).not.toContain('Saved.');
  });

  it('says ‘saved’ after the save, and no longer once something is typed', async () => {
    const { wrapper, open, submit } = await office();
    await submit({ radiusMetres: '500', radiusReason: 'Local protocol' });
    expect(open.save).toHaveBeenCalledOnce();
    expect(wrapper.text()).toContain('Saved.');
    await wrapper.get('#officeName').setValue('Kinlowrie');
    expect(wrapper.text()).not.toContain('Saved.');
  });

  it('shows the bank holidays that Steading holds, with their source', async () => {
    const { wrapper } = await office();
    expect(wrapper.text()).toContain('2026: 10 bank holidays');
    expect(wrapper.text()).toContain('Scottish Government on mygov.scot');
  });

  it('keeps retention rules, local holidays and how the agencies’ parts run', async () => {
    const { wrapper, button, open, submit } = await office();
    await button('Add retention rule').trigger('click');
    await button('Add local holiday').trigger('click');
    await wrapper.get('[id="calendar.agenciesSideBySide-sideBySide"]').setValue(true);
    await submit({});
    expect(wrapper.findAll('.ds_error-summary__list li')).toHaveLength(4);
    expect(open.save).not.toHaveBeenCalled();
    const type = async (id: string, value: string) => { await wrapper.get(`[id="${id}"]`).setValue(value); await wrapper.get(`[id="${id}"]`).trigger('change'); };
    await type('retentionRules.0.name', 'Registered');
    await type('retentionRules.0.keepFor', '6 years');
    await type('calendar.localHolidays.0.name', 'Fair');
    await type('calendar.localHolidays.0.on-day', '31');
    await type('calendar.localHolidays.0.on-month', '2');
    await type('calendar.localHolidays.0.on-year', '2027');
    await submit({});
    expect(wrapper.findAll('.ds_error-summary__list li').map((item) => item.text())).toEqual(['Enter a real date: day, month and year.']);
    await type('calendar.localHolidays.0.on-day', '28');
    await submit({});
    expect(vi.mocked(open.save).mock.calls[0]?.[0][0]?.value).toMatchObject({
      retentionRules: [{ name: 'Registered', keepFor: '6 years' }], calendar: { localHolidays: [{ on: '2027-02-28', name: 'Fair' }], agenciesSideBySide: true },
    });
    expect(wrapper.text()).toContain('Saved.');
    await button('Add another local holiday').trigger('click');
    expect(wrapper.text()).not.toContain('Saved.');
  });

  it('keeps what was typed where the vault refuses', async () => {
    const { wrapper, submit } = await office(() => Promise.reject(new Error('Changed in another window.')));
    await submit({ officeName: 'Kinlowrie' });
    expect(wrapper.get('.ds_error-summary').text()).toContain('Changed in another window.');
    expect(wrapper.get<HTMLInputElement>('#officeName').element.value).toBe('Kinlowrie');
  });
});
