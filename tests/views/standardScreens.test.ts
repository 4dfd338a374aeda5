// @vitest-environment happy-dom
import { emptyOffice } from '@/record';
import { useOffice, useProtocol } from '@/stores';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { protocolFileText } from '@/rules';
import ProtocolView from '../../src/views/ProtocolView.vue';
import StandardView from '../../src/views/StandardView.vue';
import { PROTOCOL } from '../rules/protocolFixture';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

afterEach(() => { document.body.replaceChildren(); vi.restoreAllMocks(); });

// A screen that was left open keeps sealing its draft.
enableAutoUnmount(afterEach);

async function screen(view: typeof ProtocolView | typeof StandardView, protocol: typeof PROTOCOL | null) {
  const open = fakeVault({ save: vi.fn(fakeVault().save) });
  const page = await mounted(view, { door: fakeDoor().door, open });
  useOffice().office = { ...emptyOffice, protocol };
  await flushPromises();
  const field = (id: string) => page.wrapper.get(`[id="${id}"]`);
  const submit = async () => { await page.wrapper.get('form').trigger('submit'); await flushPromises(); };
  const summary = () => page.wrapper.findAll('.ds_error-summary__list li').map((item) => item.text());
  return { ...page, open, field, submit, summary };
}

describe('the screen of the local protocol', () => {
  it('says that none is in force', async () => {
    const { wrapper } = await screen(ProtocolView, null);
    expect(wrapper.text()).toContain('No local protocol is in use');
    expect(wrapper.text()).toContain('can never remove or weaken');
  });

  it('shows everything that the protocol adds, as the office’s own', async () => {
    const { wrapper } = await screen(ProtocolView, PROTOCOL);
    const words = wrapper.text();
    for (const what of ['Kinlowrie housing risk protocol', 'Kinlowrie Strategic Oversight Group', '11 January 2027', 'Its day is still to come', 'Is the person aged 18 to 21?', 'Is the block about to be emptied', 'Community safety team', 'School bus stops', '300 metres', '15 days instead of 21', 'Kinlowrie autumn holiday']) expect(words).toContain(what);
    expect(wrapper.findAll('.ds_tag').every((tag) => tag.text() === 'the office’s own')).toBe(true);
    expect(wrapper.findAll('.ds_tag')).toHaveLength(7);
  });

  it('refuses an empty protocol, each fault with its field', async () => {
    const { wrapper, button, submit, summary, open } = await screen(ProtocolView, null);
    await button('Write a local protocol').trigger('click');
    await button('Add group').trigger('click');
    await submit();
    expect(summary().length).toBeGreaterThan(8);
    for (const link of wrapper.findAll('.ds_error-summary__list a')) expect(document.getElementById(link.attributes('href')?.slice(1) ?? ''), link.text()).not.toBeNull();
    expect(open.save).not.toHaveBeenCalled();
  });

  it('asks for a new version where the content differs, and saves it then', async () => {
    const { wrapper, button, field, submit, summary, open } = await screen(ProtocolView, PROTOCOL);
    await button('Change the protocol').trigger('click');
    await field('groups.0.question').setValue('Is the person aged 18 to 25?');
    await submit();
    expect(summary()).toEqual([expect.stringContaining('version of its own')]);
    expect(open.save).not.toHaveBeenCalled();
    await field('version').setValue('4');
    await submit();
    expect(open.save).toHaveBeenCalledOnce();
    expect(useProtocol().protocol?.version).toBe('4');
    expect(wrapper.text()).toContain('Kept: Kinlowrie housing risk protocol, version 4. Assessments in progress are asked under it from its day on.');
    expect(wrapper.text()).toContain('Is the person aged 18 to 25?');
  });

  it('refuses a longer limit: it would weaken the standard', async () => {
    const { button, field, submit, summary } = await screen(ProtocolView, PROTOCOL);
    await button('Change the protocol').trigger('click');
    await field('version').setValue('4');
    await field('limits.0.days').setValue('25');
    await submit();
    expect(summary()).toEqual([expect.stringMatching(/^Shorter limit 1, days: .*weaken/u)]);
  });

  it('keeps the other entries as they are where one is taken away', async () => {
    const { button, field, submit } = await screen(ProtocolView, PROTOCOL);
    await button('Change the protocol').trigger('click');
    await field('groups.0').findAll('button').at(-1)?.trigger('click');
    expect((field('groups.0.id').element as HTMLInputElement).value).toBe('supported-living');
    await field('version').setValue('4');
    await submit();
    expect(useProtocol().protocol?.groups.map(({ id }) => id)).toEqual(['supported-living']);
  });

  it('leaves the protocol in force where a file is refused, and says each fault', async () => {
    const { wrapper, field, summary, open } = await screen(ProtocolView, PROTOCOL);
    const pick = async (text: string) => {
      Object.defineProperty(field('protocol-file').element, 'files', { value: [new File([text], 'protocol.json')], configurable: true });
      await field('protocol-file').trigger('change');
      await flushPromises();
    };
    await pick('{"format": "steading-protocol"');
    expect(summary()).toEqual([expect.stringContaining('not JSON')]);
    expect(wrapper.text()).toContain('stays in use');
    await pick(protocolFileText({ ...PROTOCOL, owner: 'Somebody else' }));
    expect(summary()).toEqual([expect.stringContaining('version of its own')]);
    expect(open.save).not.toHaveBeenCalled();
    await pick(protocolFileText({ ...PROTOCOL, owner: 'Somebody else', version: '4' }));
    expect(open.save).toHaveBeenCalledOnce();
    expect(useProtocol().protocol?.owner).toBe('Somebody else');
  });

  it('stops using it when told to', async () => {
    const { wrapper, button, open } = await screen(ProtocolView, PROTOCOL);
    await button('Stop using it').trigger('click');
    await flushPromises();
    expect(open.save).toHaveBeenCalledOnce();
    expect(useProtocol().protocol).toBeNull();
    expect(wrapper.text()).toContain('No local protocol is in use now');
  });
});

describe('the screen of the standard', () => {
  it('shows criteria, limits, who leads, the holidays held and what is not known', async () => {
    const { wrapper } = await screen(StandardView, null);
    const words = wrapper.text();
    for (const what of ['Is the person under 18?', '7 clear working days', '3 calendar days', 'Lead agency: Health board', 'World Cup', 'SOA-2003', 'No local protocol is in use', 'clauses that were not seen whole']) expect(words).toContain(what);
    expect(words).not.toMatch(/\bscore\b|\bsafe\b|\bsuitable\b/iu);
  });

  it('names the text by the first twelve letters of its id', async () => {
    const { wrapper } = await screen(StandardView, null);
    await vi.waitFor(() => { expect(wrapper.get('.st_id').text()).toMatch(/^[0-9a-f]{12}$/u); });
  });

  it('shows only the clauses of the status that is chosen', async () => {
    const { wrapper } = await screen(StandardView, null);
    await wrapper.get('#status-minuted').setValue(true);
    const shown = wrapper.findAll('.st_criterion .st_status').map((status) => status.text());
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every((status) => status.startsWith('[minuted'))).toBe(true);
  });

  it('shows what the office adds', async () => {
    const { wrapper } = await screen(StandardView, { ...PROTOCOL, inForceFrom: '2026-01-12' });
    expect(wrapper.text()).toContain('Is the person aged 18 to 21?');
    expect(wrapper.text()).toContain('never weakens it');
  });
});
