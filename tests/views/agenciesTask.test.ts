// @vitest-environment happy-dom
import { type Assessment, noAgencyAnswers, noReply, type Reply } from '@/record';
import { useAssessment, useOffice } from '@/stores';
import type { CheckAgencyId } from '@/terms';
import type { OpenVault, Write } from '@/vault';
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import AgenciesTask from '../../src/views/AgenciesTask.vue';
import ClocksView from '../../src/views/ClocksView.vue';
import LogReplyView from '../../src/views/LogReplyView.vue';
import { agencyOptions, answerOptions, emptyReplyForm, readReplyForm, replyOptions, withToday } from '../../src/views/parts/replyForm';
import { ADDRESS, BEFORE_AGENCIES, CONDUCTED, PERSON } from '../cases/caseFile';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); });

/** The clock of these tests stands on 21 November 2026. */
const TODAY = '2026-11-21';
const contacts = (rows: Partial<Record<CheckAgencyId, Partial<Reply>>>): NonNullable<Assessment['agencies']> =>
  ({ ...noAgencyAnswers, contacts: Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, { ...noReply, ...row }])) });
const NOT_ASKED = { reply: 'notAsked', why: 'Not here.' } as const;

async function shown(screen: typeof AgenciesTask | typeof LogReplyView | typeof ClocksView, assessment: Assessment) {
  const saved: Write[] = [];
  const values: Readonly<Record<string, unknown>> = { person: PERSON, address: ADDRESS, assessment };
  const open = fakeVault({
    read: ((table: string) => Promise.resolve({ value: values[table], rev: 1 })) as unknown as OpenVault['read'],
    save: (writes) => { saved.push(...writes); return Promise.resolve(writes.map(({ id, baseRev }) => ({ id, rev: baseRev + 1 }))); },
  });
  const page = await mounted(screen, { door: fakeDoor().door, open, path: '/assessments/s1/agencies' });
  // Held: under load the clock of an earlier page may make its stores the active ones.
  const [store, office] = [useAssessment(), useOffice()];
  await store.open('s1');
  await flushPromises();
  const rows = () => store.docs?.assessment.agencies ?? noAgencyAnswers;
  return { ...page, store, office, rows, saved };
}

describe('agencies and databases', () => {
  it('are asked, or left with one reason, in two steps', async () => {
    const { wrapper, button, rows, store } = await shown(AgenciesTask, { ...CONDUCTED, agencies: noAgencyAnswers });
    await wrapper.get('[id="ask.chosen-police"]').setValue(true);
    await button('The others are not asked').trigger('click');
    expect(rows().contacts, 'not without a reason').toEqual({});
    await button('Ask these: asked today').trigger('click');
    expect(rows().contacts).toEqual({ police: { ...noReply, reply: 'waiting', askedOn: TODAY } });
    await wrapper.get('[id="ask.why"]').setValue('They know nothing of this address.');
    await button('The others are not asked').trigger('click');
    await flushPromises();
    expect(Object.values(rows().contacts).map(({ reply }) => reply).sort()).toEqual([...Array.from({ length: 9 }, () => 'notAsked'), 'waiting']);
    expect(wrapper.text()).not.toContain('Nobody has dealt with these yet');
    expect(store.taskState('agencies')?.state).toBe('done');
  });

  it('say of each list how far it was read, and let nothing national be taken away', async () => {
    const { wrapper } = await shown(AgenciesTask, CONDUCTED);
    expect(wrapper.text()).toMatch(/Housing: SOLO[\s\S]*published passage read only in part[\s\S]*Justice social work[\s\S]*read in the published text[\s\S]*Education[\s\S]*ERA-2017 5\.2: not seen/u);
    expect(wrapper.findAll('button').map((one) => one.text()).filter((text) => /remove/iu.test(text))).toEqual([]);
  });

  it('count down for an agency that is waited for, and for no other', async () => {
    const { wrapper } = await shown(AgenciesTask, { ...CONDUCTED, agencies: contacts({ nhs: { reply: 'waiting', askedOn: '2026-03-02' }, education: NOT_ASKED }) });
    const row = (name: string) => wrapper.findAll('.st_agency').find((one) => one.text().startsWith(name))?.text() ?? '';
    expect(row('NHS')).toMatch(/Asked on 2 March 2026\. Due 10 March 2026: past by/u);
    expect(row('Education')).not.toContain('Due');
  });

  it('take over what the office has added since, when the officer says so', async () => {
    const page = await shown(AgenciesTask, CONDUCTED);
    page.office.office = { ...page.office.office, databases: [{ checkId: 'c1', agency: 'police', name: 'Force intelligence' }] };
    await flushPromises();
    await page.button('Take them over').trigger('click');
    expect(page.rows().ownChecks).toEqual([{ checkId: 'c1', agency: 'police', name: 'Force intelligence' }]);
    expect(page.store.taskState('agencies')?.missing.map(({ field }) => field)).toEqual(['agencies.databases']);
    await page.wrapper.get('[id="agencies.databases.why"]').setValue('The sergeant looked already.');
    await page.button('These are not done').trigger('click');
    expect(page.rows().databases['c1']).toEqual({ ...noReply, reply: 'notAsked', why: 'The sergeant looked already.' });
  });

  it('are not begun by opening a record that was begun before', async () => {
    const { wrapper, button, store } = await shown(AgenciesTask, BEFORE_AGENCIES);
    expect(wrapper.text()).toContain('It stays complete without it');
    expect(store.docs?.assessment.agencies).toBeUndefined();
    await button('Begin it for this record').trigger('click');
    expect(store.taskState('agencies')?.state).toBe('notStarted');
  });

  it('hold the answer that the clocks show, and the clocks ask for it no second time', async () => {
    const { wrapper } = await shown(ClocksView, CONDUCTED);
    expect(wrapper.text()).toContain('Answered on 5 March 2026');
    await wrapper.get('[aria-controls="agency-nhs"]').trigger('click');
    expect(document.getElementById('clocks.agencies.nhs.answeredOn')).toBeNull();
    document.body.replaceChildren();
    const before = await shown(ClocksView, BEFORE_AGENCIES);
    await before.wrapper.get('[aria-controls="agency-nhs"]').trigger('click');
    expect(document.getElementById('clocks.agencies.nhs.answeredOn')).not.toBeNull();
  });
});

describe('logging a reply', () => {
  it('puts agency, grade, role and today on record with five answers', async () => {
    const { wrapper, button, saved, router } = await shown(LogReplyView, { ...CONDUCTED, agencies: contacts({ justiceSocialWork: { reply: 'waiting', askedOn: '2026-11-20' } }) });
    await wrapper.get('[id="reply.agency"]').setValue('justiceSocialWork');
    await wrapper.get('[id="reply.reply-noTrace"]').setValue(true);
    await wrapper.get('[id="reply.forDatabases"]').setValue(true);
    await button('Team manager').trigger('click');
    await wrapper.get('form').trigger('submit');
    await vi.waitFor(() => { expect(router.currentRoute.value.path).toBe('/assessments/s1'); });
    const value = saved.find(({ table }) => table === 'assessment')?.value as Assessment;
    expect(value.agencies?.contacts.justiceSocialWork).toEqual({ ...noReply, reply: 'noTrace', askedOn: '2026-11-20', answeredOn: TODAY, how: 'phone', by: 'Team manager' });
    expect(value.agencies?.databases['adultProtection']?.reply).toBe('noTrace');
    expect(value.history.at(-1)?.what).toBe('reply of an agency logged');
  });

  it.each<[string, Partial<ReturnType<typeof emptyReplyForm>>, readonly string[]]>([
    ['everything that is left open', {}, ['reply.agency', 'reply.reply', 'reply.by']],
    ['what a relevant trace is', { agency: 'nhs', reply: 'traceRelevant', by: 'MAPPA lead' }, ['reply.what']],
    ['a day that is not in the future', { agency: 'nhs', reply: 'noTrace', by: 'MAPPA lead', on: '2026-11-22' }, ['reply.on']],
    ['a grade that this agency can give', { agency: 'nhs', reply: 'property', by: 'MAPPA lead' }, ['reply.reply']],
    ['nothing more', { agency: 'rsl', reply: 'property', by: 'Link Officer' }, []],
  ])('asks for %s', (_name, typed, fields) => {
    const read = readReplyForm({ ...emptyReplyForm(TODAY), ...typed }, TODAY);
    expect('faults' in read ? read.faults.map(({ field }) => field) : []).toEqual(fields);
  });

  it('offers those first who are waited for, and no state that is no answer', () => {
    expect(Object.values(agencyOptions(contacts({ prison: { reply: 'waiting', askedOn: '2026-11-20' } })))[0]).toBe('Scottish Prison Service: integrated case management co-ordinator (asked on 20 November 2026)');
    expect(Object.keys(answerOptions('nhs'))).toEqual(['noTrace', 'traceNotRelevant', 'traceRelevant', 'traceUnknown']);
    expect(Object.keys(replyOptions('rsl'))).toContain('property');
  });

  it('takes today for the day, and leaves a day that was given', () => {
    expect(withToday(noReply, 'waiting', TODAY)).toMatchObject({ askedOn: TODAY, answeredOn: null });
    expect(withToday({ ...noReply, askedOn: '2026-11-02' }, 'noTrace', TODAY)).toMatchObject({ askedOn: '2026-11-02', answeredOn: TODAY });
    expect(withToday({ ...noReply, answeredOn: '2026-11-03' }, 'traceUnknown', TODAY).answeredOn).toBe('2026-11-03');
  });
});
