import { useSealedDraft, useSession } from '@/stores';
import type { OpenVault } from '@/vault';
import { effectScope, nextTick } from 'vue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDevice, newVault, NOTE, reopened, write } from '../vault/testDoor';
import { stores, until } from './stores';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
afterEach(() => { vi.useRealTimers(); forgetDevice(); });

interface Form { name: string; rules: string[] }
const blank = (): Form => ({ name: 'Kinlowrie', rules: [] });

async function opened(vault: OpenVault, before: () => Form = blank) {
  const page = stores();
  const session = useSession(page.pinia);
  session.vault = vault;
  const scope = effectScope();
  const draft = page.app.runWithContext(() => scope.run(() => useSealedDraft('office', before)));
  if (!draft) throw new Error('No draft.');
  const form = draft.form;
  await until(() => draft.ready.value, 'ready');
  const type = async (change: (form: Form) => void) => { change(form.value); await nextTick(); };
  return { session, scope, form, draft, type };
}

describe('a form outside an assessment', () => {
  it('is sealed within a second of a keystroke, and back in place after a lock', async () => {
    const { vault } = await newVault();
    const first = await opened(vault);
    await first.type((form) => { form.name = 'Linnhead'; });
    vi.advanceTimersByTime(999);
    await until(() => true, '');
    await first.session.lock();
    const again = await opened(await reopened(vault.vaultId));
    expect(again.form.value).toEqual({ name: 'Linnhead', rules: [] });
    expect([again.draft.resumed.value, again.draft.changedSince.value]).toEqual([true, false]);
  });

  it('is sealed by a lock that comes before any pause, and when its screen is left', async () => {
    const { vault } = await newVault();
    const first = await opened(vault);
    await first.type((form) => { form.rules.push('typed a moment ago'); });
    await first.session.lock();
    const next = await opened(await reopened(vault.vaultId));
    expect(next.form.value.rules).toEqual(['typed a moment ago']);
    await next.type((form) => { form.name = 'left'; });
    next.scope.stop();
    expect((await opened(next.session.openVault())).form.value.name).toBe('left');
  });

  it('goes on record together with the end of its draft', async () => {
    const { vault } = await newVault();
    const { draft, type } = await opened(vault);
    await type((form) => { form.name = 'Linnhead'; });
    await draft.commit(async () => { await vault.save([write('a', 1)], [NOTE], [draft.id]); });
    vi.advanceTimersByTime(5_000);
    expect(await vault.readDraft('office')).toBeNull();
  });

  it('stays a draft where the save is refused', async () => {
    const { vault } = await newVault();
    const { draft, type } = await opened(vault);
    await type((form) => { form.name = 'Linnhead'; });
    await expect(draft.commit(() => Promise.reject(new Error('full')))).rejects.toThrow('full');
    await draft.flush();
    expect(await vault.readDraft('office')).toMatchObject({ value: { name: 'Linnhead' } });
  });

  it('tells that what it edits was saved since', async () => {
    const { vault } = await newVault();
    const first = await opened(vault);
    await first.type((form) => { form.name = 'Linnhead'; });
    await first.draft.flush();
    const later = await opened(vault, () => ({ ...blank(), rules: ['saved by somebody'] }));
    expect([later.form.value.name, later.draft.changedSince.value]).toEqual(['Linnhead', true]);
    await later.draft.giveUp();
    expect([later.form.value, await vault.readDraft('office')]).toEqual([{ name: 'Kinlowrie', rules: ['saved by somebody'] }, null]);
  });

  it('takes no draft of another shape', async () => {
    const { vault } = await newVault();
    await vault.saveDraft('office', { begun: '', value: { name: 'of another Steading' } });
    const { form, draft } = await opened(vault);
    expect([form.value, draft.resumed.value]).toEqual([blank(), false]);
  });

  it('is no draft any more where it was typed back to what it was', async () => {
    const { vault } = await newVault();
    const { draft, type } = await opened(vault);
    await type((form) => { form.name = 'x'; });
    await draft.flush();
    await type((form) => { form.name = 'Kinlowrie'; });
    await draft.flush();
    expect(await vault.readDraft('office')).toBeNull();
  });

  it('begins anew once what it asked for is done, and nothing of it stays on the disk, also of a keystroke that was still on its way there', async () => {
    const { vault } = await newVault();
    const { form, draft, type } = await opened(vault);
    await type((typed) => { typed.name = 'Linnhead'; });
    const onItsWay = draft.flush();
    await draft.finish();
    await onItsWay;
    expect([form.value, await vault.readDraft('office')]).toEqual([blank(), null]);
  });

  it('keeps the other half of a screen where one of two forms on it is done', async () => {
    const { vault } = await newVault();
    const { form, draft, type } = await opened(vault);
    await type((typed) => { typed.name = 'Linnhead'; typed.rules.push('half typed'); });
    await draft.flush();
    await draft.finish('name');
    expect(form.value).toEqual({ name: 'Kinlowrie', rules: ['half typed'] });
    expect(await vault.readDraft('office')).toMatchObject({ value: { name: 'Kinlowrie', rules: ['half typed'] } });
    await draft.finish('rules');
    expect(await vault.readDraft('office')).toBeNull();
  });

  it('has done what it did where its draft cannot be taken off the disk, and says so', async () => {
    const { vault } = await newVault();
    const { form, draft, type } = await opened({ ...vault, dropDraft: () => Promise.reject(new Error('The device is full.')) });
    await type((typed) => { typed.name = 'Linnhead'; });
    await draft.flush();
    await draft.finish();
    expect([form.value, draft.failure.value]).toEqual([blank(), 'The device is full.']);
  });

  it('says why the last keystrokes are not on the device, and tries again at the next one', async () => {
    const { vault } = await newVault();
    let full = true;
    const { draft, type } = await opened({ ...vault, saveDraft: (id, value) => (full ? Promise.reject(new Error('The device is full.')) : vault.saveDraft(id, value)) });
    await type((form) => { form.name = 'a'; });
    await draft.flush();
    expect(draft.failure.value).toBe('The device is full.');
    full = false;
    await type((form) => { form.name = 'ab'; });
    await draft.flush();
    expect(draft.failure.value).toBeNull();
    expect(await vault.readDraft('office')).toMatchObject({ value: { name: 'ab' } });
  });
});
