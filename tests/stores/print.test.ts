// @vitest-environment happy-dom
import { READERS } from '@/report';
import { usePrint } from '@/stores';
import type { OpenVault } from '@/vault';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { forgetDevice } from '../vault/testDoor';
import { paragraphsIn, partsIn } from '../report/wordParts';
import { openCase, rationale, vaultWithCase } from './openCase';

afterEach(() => { vi.unstubAllGlobals(); forgetDevice(); });

const TO_PANEL = { recipient: 'MAPPA meeting', purpose: 'Meeting of 24 November' };

/** window.print and the clipboard write down what they were given, in order with the vault's log. */
async function printing(faults: Partial<OpenVault> = {}) {
  const order: string[] = [];
  const vault = await vaultWithCase();
  const page = await openCase(vault, { note: async (entry) => { await vault.note(entry); order.push(`logged: ${entry.event}, ${entry.act}`); }, ...faults });
  window.document.title = 'Record: Steading';
  window.print = () => { order.push(`printed as ${window.document.title}`); };
  const copied: string[] = [];
  const writeText = (text: string) => {
    order.push('copied');
    copied.push(text);
    return Promise.resolve();
  };
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  return { ...page, vault, order, copied, print: usePrint(page.pinia) };
}

describe('a clear copy', () => {
  it('is on the log as disclosure, with recipient and purpose, before anything is printed', async () => {
    const { print, order, vault } = await printing();
    await print.disclose({ how: 'print', ...TO_PANEL });
    expect(order).toEqual(['logged: disclosure, record printed', 'printed as steading-ST-7F3K-2M']);
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'disclosure', about: [{ table: 'assessment', id: 's1', rev: 1 }], detail: TO_PANEL });
  });

  it('gives the window its neutral title back', async () => {
    const { print } = await printing();
    await print.disclose({ how: 'print', ...TO_PANEL });
    expect(window.document.title).toBe('Record: Steading');
    expect(print.busy).toBe(false);
  });

  it('holds what its reader may have, and the log says which copy it was', async () => {
    const { print, vault, open, copied } = await printing();
    const docs = open.docs ?? expect.fail('nothing is open');
    docs.assessment.othersOfConcern = { answer: 'yes', answeredOn: '2026-03-04' };
    await open.commit('test');
    await print.prepare();
    for (const reader of print.readers) {
      print.reader = reader;
      await print.disclose({ how: 'copy', ...TO_PANEL });
    }
    expect(print.readers.map((reader, at) => [reader, copied[at]?.includes('POLICE ONLY'), copied[at]?.includes('First look at a new address.')])).toEqual([
      ['full', false, true], ['police', true, true], ['panel', false, true], ['rsl', false, false], ['health', false, false], ['education', false, false], ['plan', false, false], ['paste', false, true],
    ]);
    expect((await vault.readLog()).slice(-8).map(({ detail }) => detail['document'])).toEqual(print.readers.map((reader) => READERS[reader].label));
    await print.prepare();
    expect(print.reader, 'the next one is asked anew').toBe('full');
  });

  it('is not made where it cannot be logged', async () => {
    const { print, order, copied } = await printing({ note: () => Promise.reject(new Error('The device is full.')) });
    await expect(print.disclose({ how: 'print', ...TO_PANEL })).rejects.toThrow('full');
    await expect(print.disclose({ how: 'copy', ...TO_PANEL })).rejects.toThrow('full');
    const picture = vi.fn(() => Promise.resolve(null));
    await expect(print.disclose({ how: 'word', ...TO_PANEL, picture })).rejects.toThrow('full');
    expect([order, copied, print.busy, picture.mock.calls]).toEqual([[], [], false, []]);
  });

  it('carries the code of the log that already tells of it, and the time', async () => {
    const { print, vault } = await printing();
    await print.prepare();
    const before = print.document;
    await print.disclose({ how: 'print', ...TO_PANEL });
    const code = await vault.logHeadCode();
    expect(JSON.stringify(print.document)).toContain(code);
    expect(JSON.stringify(before)).not.toContain(code);
  });

  it('holds what is on record and nothing of a draft', async () => {
    const { print, type, order, copied } = await printing();
    await type(rationale('Not on record yet'));
    await print.disclose({ how: 'copy', ...TO_PANEL });
    expect(order).toEqual(['logged: disclosure, record copied as text', 'copied']);
    expect(copied[0]).toContain('First look at a new address.');
    expect(copied[0]).not.toContain('Not on record yet');
    expect(print.done).toContain('not encrypted');
  });

  it('leaves as an editable file under a neutral name, on the log before there is one, with what is on record and the code of that log', async () => {
    const { print, type, order, vault } = await printing();
    await type(rationale('Not on record yet'));
    const picture = () => { order.push('map drawn'); return Promise.resolve({ png: Uint8Array.of(1), width: 660, height: 560, alt: 'Map', beside: '' }); };
    const file = await print.disclose({ how: 'word', ...TO_PANEL, picture }) ?? expect.fail('no file');
    expect(order).toEqual(['logged: disclosure, record saved as an editable Word file', 'map drawn']);
    expect(file.name).toBe('steading-ST-7F3K-2M.docx');
    const words = paragraphsIn(partsIn(file.bytes)['word/document.xml'] ?? '');
    expect(words[1]).toContain(`log ${await vault.logHeadCode()}. What is changed here is not the record.`);
    expect(words).toContain('First look at a new address.');
    expect(words.join(' ')).not.toContain('Not on record yet');
    expect(print.done).toContain('not encrypted');
  });

  it('has no document before it was asked for', async () => {
    const { print } = await printing();
    expect(print.document).toBeNull();
    await print.prepare();
    expect(print.document).not.toBeNull();
  });
});
