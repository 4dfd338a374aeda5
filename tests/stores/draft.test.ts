import { useAssessment, useSession } from '@/stores';
import type { OpenVault } from '@/vault';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDevice, NOTE, reopened } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';
import { stores, until } from './stores';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
afterEach(() => { vi.useRealTimers(); forgetDevice(); });

const DRAFT = `assessment:${IDS.assessment}`;
const said = async (vault: Awaited<ReturnType<typeof vaultWithCase>>) =>
  (await vault.readDraft<{ assessment?: { value: { conduct: { rationale: string } } } }>(DRAFT))?.assessment?.value.conduct.rationale ?? null;

describe('the working copy', () => {
  it('is sealed on disk within a second of the last keystroke', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    await type(rationale('New'));
    vi.advanceTimersByTime(300);
    await type(rationale('New address'));
    expect(open.saveState).toBe('notSaved');
    expect(await said(vault)).toBeNull();
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'saved', 'saved');
    expect(await said(vault)).toBe('New address');
  });

  it('is sealed at least every second while somebody types without a pause', async () => {
    const written: string[] = [];
    const saveDraft: OpenVault['saveDraft'] = (_, value) => {
      written.push((value as { assessment: { value: { conduct: { rationale: string } } } }).assessment.value.conduct.rationale);
      return Promise.resolve();
    };
    const { type } = await openCase(await vaultWithCase(), { saveDraft });
    let words = '';
    for (let keystroke = 0; keystroke < 40; keystroke += 1) {
      words += 'a';
      await type(rationale(words));
      vi.advanceTimersByTime(100);
      for (let turns = 0; turns < 5; turns += 1) await new Promise<void>((resolve) => { setImmediate(resolve); });
      expect(words.length - (written.at(-1)?.length ?? 0), 'keystrokes of 100 ms that are not on disk').toBeLessThan(10);
    }
    // Four seconds: a pause of 400 ms never came.
    expect(written.length).toBeGreaterThanOrEqual(4);
  });

  it('says ‘saved’ only once the vault has it', async () => {
    let took = (): void => undefined;
    const { open, type } = await openCase(await vaultWithCase(), { saveDraft: () => new Promise<void>((resolve) => { took = resolve; }) });
    await type(rationale('A'));
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'saving', 'saving');
    for (let turns = 0; turns < 50; turns += 1) await new Promise<void>((resolve) => { setImmediate(resolve); });
    expect(open.saveState).toBe('saving');
    took();
    await until(() => open.saveState === 'saved', 'saved');
    expect(open.savedAt).toBe('14:05:00');
  });

  it('does not say ‘saved’ of what was typed while an earlier state was being sealed', async () => {
    let took = (): void => undefined;
    const { open, type } = await openCase(await vaultWithCase(), { saveDraft: () => new Promise<void>((resolve) => { took = resolve; }) });
    await type(rationale('A'));
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'saving', 'saving');
    await type(rationale('AB'));
    took();
    for (let turns = 0; turns < 50; turns += 1) await new Promise<void>((resolve) => { setImmediate(resolve); });
    expect(open.saveState).toBe('notSaved');
  });

  it('says why it is not saved, and tries again at the next keystroke', async () => {
    const vault = await vaultWithCase();
    let full = true;
    const { open, type } = await openCase(vault, { saveDraft: (id, value) => full ? Promise.reject(new Error('The device is full.')) : vault.saveDraft(id, value) });
    await type(rationale('A'));
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'failed', 'failed');
    expect(open.saveFailure).toBe('The device is full.');
    full = false;
    await type(rationale('AB'));
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'saved', 'saved');
    expect(open.saveFailure).toBeNull();
    expect(await said(vault)).toBe('AB');
  });

  it('takes back on disk what was taken back on the screen', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    const before = open.docs?.assessment.conduct.rationale ?? '';
    await type(rationale('Meant for another case'));
    await open.flush();
    await type(rationale(before));
    vi.advanceTimersByTime(999);
    await until(() => open.saveState === 'saved', 'saved');
    expect(await vault.readDraft(DRAFT)).toBeNull();
  });

  it('writes nothing where nothing was changed', async () => {
    const saveDraft = vi.fn(() => Promise.resolve());
    const { open, type } = await openCase(await vaultWithCase(), { saveDraft });
    const before = open.docs?.assessment.conduct.rationale ?? '';
    await type(rationale('x'));
    await type(rationale(before));
    vi.advanceTimersByTime(999);
    await open.flush();
    expect(open.saveState).toBe('saved');
    expect(saveDraft).not.toHaveBeenCalled();
  });

  it('is on disk before a lock ends', async () => {
    const vault = await vaultWithCase();
    const { session, type, reloads } = await openCase(vault);
    await type(rationale('Typed a moment ago'));
    await session.lock();
    expect(reloads()).toBe(1);
    expect(await said(await reopened(vault.vaultId))).toBe('Typed a moment ago');
  });

  it('comes back after a lock, and goes on record from there', async () => {
    const vault = await vaultWithCase();
    const first = await openCase(vault);
    await first.type(rationale('Resumed'));
    await first.session.lock();
    const { open } = await openCase(await reopened(vault.vaultId));
    expect(open.draftResumed).toBe(true);
    expect(open.changed).toEqual(['assessment']);
    expect(open.changedElsewhere).toEqual([]);
    expect(open.docs?.assessment.conduct.rationale).toBe('Resumed');
    expect(open.stored?.docs.assessment.conduct.rationale).not.toBe('Resumed');
    await open.commit('conduct decision saved');
    expect(open.changed).toEqual([]);
    expect(open.draftResumed).toBe(false);
  });

  it('can be given up: what is on record stays', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    await type(rationale('Never mind'));
    await open.flush();
    await open.discardDraft();
    expect(open.docs?.assessment.conduct.rationale).toBe('First look at a new address.');
    expect(await vault.readDraft(DRAFT)).toBeNull();
    expect((await vault.read('assessment', IDS.assessment))?.rev).toBe(1);
  });

  it('is not given up where it cannot be taken off the disk', async () => {
    const { open, type } = await openCase(await vaultWithCase(), { dropDraft: () => Promise.reject(new Error('The disk does not answer.')) });
    await type(rationale('Still here'));
    await expect(open.discardDraft()).rejects.toThrow('does not answer');
    expect(open.docs?.assessment.conduct.rationale).toBe('Still here');
  });

  it('stays open where it cannot be sealed: it exists nowhere else', async () => {
    const { open, type } = await openCase(await vaultWithCase(), { saveDraft: () => Promise.reject(new Error('The device is full.')) });
    await type(rationale('Only here'));
    await expect(open.close()).rejects.toThrow('The device is full.');
    expect(open.docs?.assessment.conduct.rationale).toBe('Only here');
  });

  it('is put on disk when the assessment is left', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    await type(rationale('Left'));
    await open.close();
    expect(open.docs).toBeNull();
    expect(await said(vault)).toBe('Left');
  });
});

describe('opening an assessment', () => {
  it('says that there is none of that name', async () => {
    const { open } = await openCase(await vaultWithCase());
    expect(await open.open('nowhere')).toBe(false);
  });

  it('says what to do where the person is missing from the vault', async () => {
    const vault = await vaultWithCase();
    const { pinia } = stores();
    useSession(pinia).vault = { ...vault, read: (table, id) => (table === 'person' ? Promise.resolve(null) : vault.read(table, id)) };
    await expect(useAssessment(pinia).open(IDS.assessment)).rejects.toThrow(/Restore the last backup/u);
  });

  it('shows the one that was asked for last, however long the first takes', async () => {
    const vault = await vaultWithCase();
    const other = (await vault.read<object>('assessment', IDS.assessment))?.value;
    await vault.save([{ table: 'assessment', id: 's2', baseRev: 0, value: { ...other, reference: 'ST-0000-00' }, summary: {} }], [NOTE]);
    const { pinia } = stores();
    let slow = true;
    useSession(pinia).vault = {
      ...vault,
      read: async (table, id) => {
        if (slow) { slow = false; for (let turns = 0; turns < 200; turns += 1) await new Promise<void>((resolve) => { setImmediate(resolve); }); }
        return vault.read(table, id);
      },
    };
    const open = useAssessment(pinia);
    await Promise.all([open.open(IDS.assessment), open.open('s2')]);
    expect(open.assessmentId).toBe('s2');
    expect(open.docs?.assessment.reference).toBe('ST-0000-00');
  });
});
