// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { LogAccount, LogEntry, OpenVault } from '@/vault';
import LogExportView from '../../src/views/LogExportView.vue';
import LogView from '../../src/views/LogView.vue';
import { matching, NO_FILTER } from '../../src/views/parts/logFilter';
import { foundInWords, signersInWords, unsignedInWords } from '../../src/views/parts/logWords';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted, NOW } from './mounted';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const entry = (seq: number, change: Partial<LogEntry> = {}): LogEntry => ({ seq, at: `2026-11-${String(10 + seq)}T23:30:00.000Z`, event: 'consultation', act: `act ${String(seq)}`, officerId: 'o1', officerName: 'Morag Sinclair', about: [], detail: {}, ...change });
const ENTRIES = [
  entry(1, { event: 'collection', about: [{ table: 'person', id: 'p1', rev: 1 }] }),
  entry(2, { officerId: 'o2', officerName: 'Ailsa Bell', about: [{ table: 'assessment', id: 's1', rev: null }] }),
  entry(3, { event: 'disclosure' }),
];
const ACCOUNT: LogAccount = {
  entries: ENTRIES, linkCount: 5, headCode: '7Q2F9XKA', unsigned: { fromSeq: 3, since: NOW },
  signatures: [{ seq: 4, at: NOW, officerId: 'o2', name: 'Ailsa Bell', hasLeft: true }, { seq: 5, at: NOW, officerId: 'o1', name: 'Morag Sinclair', hasLeft: false }],
};
const nameOf = ({ id }: { readonly id: string }) => ({ p1: 'V-2026-0001', s1: 'ST-4T7K-9Q2F' })[id] ?? '';
const fitting = (change: Partial<typeof NO_FILTER>) => matching(ENTRIES, { ...NO_FILTER, ...change }, nameOf).map(({ seq }) => seq);

describe('the filters of the log', () => {
  it.each([
    ['nothing asked', {}, [1, 2, 3]],
    ['a kind', { kind: 'disclosure' as const }, [3]],
    ['from a day in Scotland, which at 23:30 in winter is the same', { from: '2026-11-12' }, [2, 3]],
    ['to a day, included', { to: '2026-11-12' }, [1, 2]],
    ['about a reference, however it is written', { about: 'st 4t7k' }, [2]],
    ['about a person', { about: 'V-2026-0001' }, [1]],
    ['about a reference that nothing has', { about: 'V-9' }, []],
  ])('%s', (_, filter, seqs) => {
    expect(fitting(filter)).toEqual(seqs);
  });

  it('know no officer', () => {
    expect(Object.keys(NO_FILTER)).toEqual(['kind', 'from', 'to', 'about']);
    expect(fitting({ about: 'Ailsa' })).toEqual([]);
  });
});

describe('what is said of the log', () => {
  it('names each signer once, and who has left', () => {
    expect(signersInWords({ ...ACCOUNT, signatures: [...ACCOUNT.signatures, ...ACCOUNT.signatures] })).toBe('Ailsa Bell (has since left); Morag Sinclair');
    expect(unsignedInWords(ACCOUNT)).toContain('From number 3 on, since 21 November 2026 at 14:05');
    expect(unsignedInWords({ ...ACCOUNT, unsigned: null })).toContain('the last number is a signature');
  });

  it.each([
    [{ is: 'stands', seq: 7, followed: 0 } as const, 'the head of the log as it is now'],
    [{ is: 'stands', seq: 7, followed: 1 } as const, 'number 7, and 1 number has followed'],
    [{ is: 'nowhere' } as const, 'keep this device as it is and tell your data protection officer'],
    [{ is: 'noCode' } as const, '8 letters and digits'],
  ])('of a code from paper: %o', (found, says) => {
    expect(foundInWords(found)).toContain(says);
  });
});

describe('the log screen', () => {
  const shown = (change: Partial<OpenVault> = {}) => mounted(LogView, { door: fakeDoor().door, open: fakeVault({ verifyLog: () => Promise.resolve(ACCOUNT), ...change }), path: '/vault/log' });

  it('tells what was checked, who signed, since when nobody has, and what cannot be seen', async () => {
    const { wrapper } = await shown();
    for (const words of ['3 entries and 2 signatures: each follows', 'Ailsa Bell (has since left)', 'The last signature is number 5', 'From number 3 on', 'Whether the end of the log was cut off']) expect(wrapper.text()).toContain(words);
  });

  it('narrows the table, and looks up a code', async () => {
    const { wrapper } = await shown({ findLogHead: (typed) => Promise.resolve(typed === 'OLDCODE1' ? { is: 'stands', seq: 2, followed: 3 } : { is: 'nowhere' }) });
    await wrapper.get('#log-kind').setValue('disclosure');
    expect(wrapper.findAll('tbody tr').map((row) => row.get('td').text())).toEqual(['3']);
    expect(wrapper.get('caption').text()).toContain('1 of 1 that fit');
    await wrapper.get('#log-code').setValue(' OLDCODE1 ');
    await wrapper.get('section form').trigger('submit');
    await flushPromises();
    expect(wrapper.text()).toContain('It stands at number 2, and 3 numbers have followed');
  });

  it('offers no way to pick or count an officer: the same log by one officer or by two shows the same controls and figures', async () => {
    const alone = ENTRIES.map((one) => ({ ...one, officerId: 'o1', officerName: 'Morag Sinclair' }));
    const bare = async (entries: readonly LogEntry[]) => {
      const { wrapper } = await shown({ verifyLog: () => Promise.resolve({ ...ACCOUNT, entries }) });
      const controls = wrapper.findAll('select option, label, legend, button').map((one) => one.text());
      expect(controls.filter((text) => /Morag|Ailsa|officer(?!’)/iu.test(text) && !/information officer/iu.test(text))).toEqual([]);
      return [controls.join('|'), wrapper.text().replaceAll(/Morag Sinclair|Ailsa Bell/gu, 'NAME').replaceAll(/\s+/gu, ' ')];
    };
    expect(await bare(ENTRIES)).toEqual(await bare(alone));
  });
});

describe('the export of the log', () => {
  const ADDRESS = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
  async function filled(change: Partial<OpenVault> = {}, values: Readonly<Record<string, string>> = {}) {
    const asked: unknown[] = [];
    const exportLog: OpenVault['exportLog'] = (request) => { asked.push(request); return Promise.resolve({ fileName: 'steading-KDTWPMRA-log-1-9-7Q2F9XKA.steadinglog', bytes: new Uint8Array(3), fromSeq: 1, toSeq: 9 }); };
    const screen = await mounted(LogExportView, { door: fakeDoor().door, open: fakeVault({ exportLog, ...change }), path: '/vault/log/export' });
    for (const [id, value] of Object.entries({ recipient: 'Information officer', purpose: 'Yearly check', address: ADDRESS, ...values })) await screen.wrapper.get(`#export-${id}`).setValue(value);
    await flushPromises();
    const submit = async () => { await screen.wrapper.get('form').trigger('submit'); await flushPromises(); };
    return { ...screen, asked, submit };
  }

  it('shows the address in words, and is made once these are compared', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { wrapper, asked, submit } = await filled();
    expect(wrapper.text()).toContain('world trumpet hedge bell crisp pelican');
    await submit();
    expect([asked, clicked.mock.calls.length]).toEqual([[], 0]);
    expect(wrapper.text()).toContain('Compare the six words with the recipient first.');
    await wrapper.get('#export-compared-compared').setValue(true);
    await submit();
    expect(asked).toEqual([{ recipient: 'Information officer', purpose: 'Yearly check', address: ADDRESS, days: null }]);
    expect(clicked).toHaveBeenCalledOnce();
    expect(wrapper.text()).toContain('Handed to the browser as steading-KDTWPMRA-log-1-9-7Q2F9XKA.steadinglog');
  });

  it('forgets the comparison where the address is another', async () => {
    const { wrapper, asked, submit } = await filled();
    await wrapper.get('#export-compared-compared').setValue(true);
    await wrapper.get('#export-address').setValue(ADDRESS.replace('p', 'q'));
    await flushPromises();
    await submit();
    expect(asked).toEqual([]);
  });

  it.each([['recipient', 'Enter who is to read the log.'], ['purpose', 'Enter what the log is exported for.'], ['address', 'Enter the address of the recipient.']])('asks for what is missing: %s', async (id, says) => {
    const { wrapper, asked, submit } = await filled({}, { [id]: '  ' });
    await submit();
    expect(asked).toEqual([]);
    expect(wrapper.text()).toContain(says);
  });

  it('takes an address from a file, and never the secret line of one', async () => {
    const { wrapper } = await filled({}, { address: '' });
    const field = wrapper.get<HTMLInputElement>('#export-file');
    Object.defineProperty(field.element, 'files', { value: [new File([`# public key: ${ADDRESS}\nAGE-SECRET-KEY-1AGE1QQQQ\n`], 'key.txt')] });
    await field.trigger('change');
    await flushPromises();
    await vi.waitFor(() => { expect(wrapper.get<HTMLInputElement>('#export-address').element.value).toBe(ADDRESS); });
  });

  it('offers nothing where the vault made nothing', async () => {
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { wrapper, submit } = await filled({ exportLog: () => Promise.reject(new Error('The log has no entry in these days.')) });
    await wrapper.get('#export-compared-compared').setValue(true);
    await submit();
    expect(wrapper.get('.st_note--error').text()).toContain('no entry in these days');
    expect(clicked).not.toHaveBeenCalled();
  });
});
