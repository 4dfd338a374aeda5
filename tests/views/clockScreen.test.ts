// @vitest-environment happy-dom
import { parseAssessment } from '@/record';
import { useAssessment } from '@/stores';
import type { OpenVault } from '@/vault';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import ClocksView from '../../src/views/ClocksView.vue';
import { ADDRESS, BEFORE_AGENCIES, CONDUCTED, PERSON } from '../cases/caseFile';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); vi.restoreAllMocks(); });

/** Friday before St Andrew's Day, a Monday in 2026. */
const NOTIFIED = '2026-11-20';
/** Of a record that was begun before agencies had rows: its clocks hold their answers. */
const assessment = { ...BEFORE_AGENCIES, startedAt: '2026-11-20T09:00:00.000Z', trigger: { ...CONDUCTED.trigger, occurredOn: NOTIFIED }, review: { reviewOn: null, why: '', retentionRule: '' } };
const VALUES: Readonly<Record<string, unknown>> = { person: PERSON, address: ADDRESS, assessment };

async function clocks() {
  const read = ((table: string) => Promise.resolve({ value: VALUES[table], rev: 1 })) as unknown as OpenVault['read'];
  const open = fakeVault({ read, save: vi.fn(fakeVault().save), note: vi.fn(fakeVault().note) });
  const page = await mounted(ClocksView, { door: fakeDoor().door, open, path: '/assessments/s1/clocks' });
  await useAssessment().open('s1');
  await flushPromises();
  const row = (what: string) => page.wrapper.findAll('tbody tr').find((one) => one.get('th').text() === what)?.text() ?? '';
  const field = (id: string) => page.wrapper.get(`[id="${id}"]`);
  const date = async (id: string, day: string, month: string, year: string) => {
    for (const [part, value] of Object.entries({ day, month, year })) { await field(`${id}-${part}`).setValue(value); await field(`${id}-${part}`).trigger('change'); }
    await flushPromises();
  };
  return { ...page, open, row, field, date };
}

describe('the clocks of an assessment', () => {
  it('count working days past St Andrew’s Day, and show the counting when asked', async () => {
    const { wrapper, row, field } = await clocks();
    expect(row('Initial ERA, all agencies')).toContain('2 December 2026');
    expect(row('Initial ERA, all agencies')).toContain('7 clear working days');
    await field('count-initialEra').trigger('click');
    await flushPromises();
    const counting = wrapper.get('#counting');
    expect(document.activeElement).toBe(counting.element);
    expect(counting.get('tbody tr').text()).toContain('the day of the event');
    expect(counting.text()).toMatch(/30 November 2026\s*Monday\s*Does not count: St Andrew/u);
    expect(counting.findAll('tbody tr').at(-1)?.text()).toMatch(/2 December 2026\s*Wednesday\s*7$/u);
  });

  it('show the person’s own duty and never rule on it', async () => {
    const { row, date } = await clocks();
    await date('clocks.movedOn', '2', '11', '2026');
    const own = row('The person\'s own notification of a change of home address');
    expect(own).toContain('4 November 2026');
    expect(own).toContain('never ruled on');
    expect(own).not.toMatch(/past by|overdue|breach/iu);
  });

  it('count an agency from its own event where it has one', async () => {
    const { wrapper, date, field } = await clocks();
    const education = () => wrapper.findAll('tbody tr').findLast((one) => one.find('th').exists() && one.get('th').text() === 'Education')?.text() ?? '';
    expect(education()).toContain('2 December 2026');
    await wrapper.findAll('button').find((one) => one.text() === 'Record Education')?.trigger('click');
    await date('clocks.agencies.education.startedOn', '25', '11', '2026');
    await field('clocks.agencies.education.event').setValue('E-mail from the SOLO');
    expect(education()).toContain('3 December 2026');
    expect(education()).toContain('E-mail from the SOLO');
    await wrapper.findAll('button').find((one) => one.text() === 'Answered today: Education')?.trigger('click');
    expect(education()).toContain('Answered on 21 November 2026');
  });

  it('keep the first due day beside an extension, which needs its reason', async () => {
    const { wrapper, row, field, date, button } = await clocks();
    await button('Add extension').trigger('click');
    expect((field('clocks.extensions.0.by').element as HTMLInputElement).value).toBe('Morag Sinclair');
    await field('clocks.extensions.0.deadlineId').setValue('initialEra');
    expect(field('clocks.extensions.0.deadlineId').text()).not.toContain('own notification');
    await date('clocks.extensions.0.to', '1', '12', '2026');
    expect(wrapper.text()).toContain('Enter a day after 2 December 2026');
    await date('clocks.extensions.0.to', '9', '12', '2026');
    expect(row('Initial ERA, all agencies')).not.toContain('9 December 2026');
    expect(wrapper.text()).toContain('Extension 1: give the reason.');
    await field('clocks.extensions.0.reason').setValue('Two prisons are involved.');
    expect(row('Initial ERA, all agencies')).toMatch(/9 December 2026.*First due day: 2 December 2026.*Two prisons are involved\./u);
  });

  it('go on record with the assessment', async () => {
    const { wrapper, open, date, router } = await clocks();
    await date('clocks.bidClosesOn', '30', '11', '2026');
    await wrapper.get('form').trigger('submit');
    await flushPromises();
    await vi.waitFor(() => { expect(open.save).toHaveBeenCalledOnce(); });
    const [writes] = vi.mocked(open.save).mock.calls[0] ?? [];
    expect(parseAssessment(writes?.find(({ table }) => table === 'assessment')?.value).clocks.bidClosesOn).toBe('2026-11-30');
    await vi.waitFor(() => { expect(router.currentRoute.value.path).toBe('/assessments/s1'); });
  });

  it('leave as a calendar file only once that is on the log', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { wrapper, open, button } = await clocks();
    vi.mocked(open.note).mockRejectedValueOnce(new Error('The device is full.'));
    await button('Save as calendar file (.ics)').trigger('click');
    await flushPromises();
    expect(clicked).not.toHaveBeenCalled();
    expect(wrapper.text()).toContain('The device is full.');
    await button('Save as calendar file (.ics)').trigger('click');
    await flushPromises();
    expect(clicked).toHaveBeenCalledOnce();
    expect(wrapper.text()).toContain(`steading-${assessment.reference}.ics`);
  });
});
