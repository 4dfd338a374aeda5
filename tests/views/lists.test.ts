// @vitest-environment happy-dom
import { type Assessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import { useCasework } from '@/stores';
import type { OpenVault } from '@/vault';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import DeparturesView from '../../src/views/DeparturesView.vue';
import HomeView from '../../src/views/HomeView.vue';
import { ADDRESS, BEFORE_AGENCIES, CONDUCTED, PERSON } from '../cases/caseFile';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted, NOW } from './mounted';

afterEach(() => { document.body.replaceChildren(); });

const at = (reference: string, change: Partial<Assessment>): Assessment => ({ ...BEFORE_AGENCIES, reference, startedAt: '2026-11-20T09:00:00.000Z', trigger: { ...CONDUCTED.trigger, occurredOn: '2026-11-20' }, ...change });
const leftOut = { ...CONDUCTED.conduct, decision: 'notConducted', ground: 'noAccess', authorisedBy: 'C. Dow, inspector', authorisedOn: '2026-11-20', reopenOn: '2027-02-01' } as const;
const CASES = [
  at('ST-AAAA-1A', {}),
  at('ST-BBBB-2B', { conduct: leftOut }),
  at('ST-CCCC-3C', { conduct: { ...leftOut, ground: 'leaving', authorisedOn: '2026-03-31', reopenOn: '2026-06-01' } }),
  at('ST-DDDD-4D', { conduct: { ...leftOut, ground: null }, trigger: { ...CONDUCTED.trigger, kind: 'environmentChanged' }, addressKind: 'livedIn', changes: { person: 'no', household: 'no', environment: 'yes' }, lastEra: { answer: 'on', on: '2026-09-01' }, lastReview: { answer: 'on', on: '2026-09-01' } }),
];

async function list(view: typeof HomeView | typeof DeparturesView, cases = CASES) {
  const entries: Readonly<Record<string, readonly { id: string; summary: unknown }[]>> = {
    person: [{ id: 'p1', summary: summaryOfPerson(PERSON) }], address: [{ id: 'a1', summary: summaryOfAddress(ADDRESS) }],
    assessment: cases.map((assessment, i) => ({ id: `s${String(i)}`, summary: summaryOfAssessment({ person: PERSON, address: ADDRESS, assessment, today: NOW.slice(0, 10), protocol: null }) })),
  };
  const page = await mounted(view, { door: fakeDoor().door, open: fakeVault({ list: ((table: string) => (entries[table] ?? []).map((entry) => ({ ...entry, rev: 1 }))) as unknown as OpenVault['list'] }) });
  useCasework().refresh();
  await flushPromises();
  const row = (reference: string) => page.wrapper.findAll('tbody tr').find((one) => one.text().includes(reference))?.text() ?? '';
  return { ...page, row };
}

describe('the list of assessments', () => {
  it('names a departure, what was chosen, and a decision that ran out', async () => {
    const { row } = await list(HomeView);
    expect(row('ST-AAAA-1A')).not.toContain('Departure');
    expect(row('ST-BBBB-2B')).toMatch(/Departure:.*An ERA is not conducted/u);
    expect(row('ST-BBBB-2B')).not.toContain('ran out');
    expect(row('ST-CCCC-3C')).toContain('Decision ran out on 1 June 2026');
    expect(row('ST-DDDD-4D')).not.toContain('Departure');
  });

  it('says what is due next of an assessment in progress', async () => {
    const { row } = await list(HomeView);
    expect(row('ST-CCCC-3C')).toMatch(/24 November 2026.*SOLO/u);
  });
});

describe('the first screen with many records', () => {
  const MANY = Array.from({ length: 120 }, (_, n) => at(`ST-${String(n).padStart(4, '0')}-1A`, { trigger: { ...CONDUCTED.trigger, occurredOn: n % 2 === 0 ? '2026-03-02' : '2026-11-20' }, review: { reviewOn: null, why: '', retentionRule: '' } }));

  it('shows a few of what today asks, reads on fifty lines at a time, and goes on reading where it left off', async () => {
    const { wrapper } = await list(HomeView, MANY);
    const overdue = () => wrapper.findAll('[aria-labelledby="work-overdue"] li');
    expect([overdue().length, wrapper.get('#work-overdue').text()]).toEqual([6, 'Overdue (60)']);
    await wrapper.get('[aria-labelledby="work-overdue"] button').trigger('click');
    await flushPromises();
    expect([overdue().length, document.activeElement?.id]).toEqual([56, 'work-overdue-6']);
    await wrapper.get('[aria-labelledby="work-overdue"] button').trigger('click');
    await flushPromises();
    expect([overdue().length, wrapper.find('[aria-labelledby="work-overdue"] button').exists()]).toEqual([60, false]);
  });

  it('holds fifty rows of the table, and narrows it by what today asks and by words', async () => {
    const { wrapper } = await list(HomeView, MANY);
    expect(wrapper.findAll('tbody tr')).toHaveLength(50);
    await wrapper.get('#state').setValue('overdue');
    expect(wrapper.get('[role="status"].ds_small').text()).toContain('60 of 120 assessments');
    await wrapper.get('#sought').setValue('st-0004');
    expect(wrapper.findAll('tbody tr')).toHaveLength(1);
    await wrapper.get('#sought').setValue('st-0005');
    expect(wrapper.text()).toContain('No assessment matches');
  });
});

describe('the departures', () => {
  it('are counted for their statistical year, those at the agencies’ discretion apart', async () => {
    const { wrapper, row } = await list(DeparturesView);
    expect(wrapper.text()).toContain('1 departure in 2026-27');
    expect(wrapper.text()).toMatch(/no departure: 1\./u);
    expect(row('ST-BBBB-2B')).toMatch(/20 November 2026\s*must.*1 February 2027/u);
    expect(row('ST-CCCC-3C')).toBe('');
    await wrapper.get('#year').setValue('2025-26');
    expect(wrapper.text()).toContain('1 departure in 2025-26');
    expect(row('ST-CCCC-3C')).toContain('Decision ran out on 1 June 2026');
    expect(row('The person is leaving the address')).toMatch(/1$/u);
  });

  it('say what the count is for, and name no officer', async () => {
    const { wrapper } = await list(DeparturesView);
    expect(wrapper.text()).toContain('accountability');
    expect(wrapper.text()).not.toContain('C. Dow');
  });
});
