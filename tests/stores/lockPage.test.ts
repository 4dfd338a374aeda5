// @vitest-environment happy-dom
import { useDiscreet, useLockKey, useNewerApp, useSession } from '@/stores';
import { effectScope } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { fakeDoor, fakeVault } from '../views/fakeDoor';
import { stores } from './stores';

function page() {
  const made = stores({ door: fakeDoor().door });
  const session = useSession(made.pinia);
  session.vault = fakeVault();
  const within = (act: () => void) => {
    const scope = effectScope();
    made.app.runWithContext(() => { scope.run(act); });
    return scope;
  };
  return { ...made, session, within };
}

describe('the lock key', () => {
  const press = (keys: Partial<KeyboardEventInit>) => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'L', cancelable: true, ...keys }));

  it.each([
    [{ ctrlKey: true, shiftKey: true }, true],
    [{ metaKey: true, shiftKey: true, key: 'l' }, true],
    [{ ctrlKey: true }, false],
    [{ shiftKey: true }, false],
    [{ ctrlKey: true, shiftKey: true, altKey: true }, false],
    [{ ctrlKey: true, shiftKey: true, key: 'K' }, false],
    [{}, false],
  ])('%j locks: %s', (keys, locks) => {
    const { session, within } = page();
    const lock = vi.spyOn(session, 'lock').mockResolvedValue();
    const scope = within(useLockKey);
    expect(press(keys), 'the browser does nothing else with it').toBe(!locks);
    expect(lock).toHaveBeenCalledTimes(locks ? 1 : 0);
    scope.stop();
    press(keys);
    expect(lock).toHaveBeenCalledTimes(locks ? 1 : 0);
  });

  it('does nothing while a recovery code is shown that would be lost', () => {
    const { session, within } = page();
    session.recoveryCode = 'ABCD';
    const lock = vi.spyOn(session, 'lock').mockResolvedValue();
    const scope = within(useLockKey);
    press({ ctrlKey: true, shiftKey: true });
    expect(lock).not.toHaveBeenCalled();
    scope.stop();
  });
});

it('a newer Steading that takes over in another tab locks this one, and the gate says so once', async () => {
  const { session, reloads, within } = page();
  const workers = new EventTarget();
  const scope = within(() => { useNewerApp(workers); });
  workers.dispatchEvent(new Event('controllerchange'));
  await vi.waitFor(() => { expect(reloads()).toBe(1); });
  expect(session.vault).toBeNull();
  expect([session.lockedBy, page().session.lockedBy, page().session.lockedBy]).toEqual([null, 'newer', null]);
  scope.stop();
});

describe('discreet mode', () => {
  it('hides from the first moment, until the vault has told that it is off', async () => {
    const { session, pinia } = page();
    const discreet = useDiscreet(pinia);
    expect(discreet.hides).toBe(true);
    await discreet.load();
    expect(discreet.hides).toBe(false);
    session.vault = fakeVault({ readDraft: () => Promise.resolve(true as never) });
    await discreet.load();
    expect(discreet.hides).toBe(true);
  });

  it('hides at once when it is switched on, and shows only once it is kept that it is off', async () => {
    const { session, pinia } = page();
    const discreet = useDiscreet(pinia);
    await discreet.load();
    session.vault = fakeVault({ saveDraft: () => Promise.reject(new Error('full')), dropDraft: () => Promise.reject(new Error('full')) });
    await expect(discreet.set(true)).rejects.toThrow('full');
    expect(discreet.hides).toBe(true);
    await expect(discreet.set(false)).rejects.toThrow('full');
    expect(discreet.hides).toBe(true);
    discreet.held = true;
    expect(discreet.hides).toBe(false);
  });
});
