// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useSession } from '@/stores';
import type { LogAccount, OpenVault } from '@/vault';
import LogView from '../../src/views/LogView.vue';
import VaultView from '../../src/views/VaultView.vue';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted, NOW } from './mounted';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const vaultScreen = (open: OpenVault, path = '/vault', door = fakeDoor().door) => mounted(VaultView, { door, open, path });

describe('the vault screen', () => {
  it('warns while there is no backup, and only says that the file was handed to the browser', async () => {
    let last: string | null = null;
    const open = fakeVault({
      lastBackupAt: () => last,
      backup: () => { last = NOW; return Promise.resolve({ fileName: 'steading-7Q2F.backup', bytes: new Uint8Array(8) }); },
    });
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    const { wrapper, button } = await vaultScreen(open);
    expect(wrapper.text()).toContain('Never backed up');
    await button('Make a backup').trigger('click');
    await flushPromises();
    expect(clicked).toHaveBeenCalledOnce();
    expect(wrapper.text()).toContain('Handed to the browser as steading-7Q2F.backup');
    expect(wrapper.text()).toContain('Last backup: today.');
  });

  it('keeps the warning where the backup failed', async () => {
    const open = fakeVault({ backup: () => Promise.reject(new Error('The device is full.')) });
    const { wrapper, button } = await vaultScreen(open);
    await button('Make a backup').trigger('click');
    await flushPromises();
    expect(wrapper.text()).toContain('The device is full.');
    expect(wrapper.text()).toContain('Never backed up');
    expect(wrapper.text()).not.toContain('Handed to the browser');
  });

  it.each([[true, 'until somebody clears it'], [false, 'It may clear the data of this site']])('says what the browser promises (%s)', async (answer, words) => {
    const { door } = fakeDoor({ storagePersisted: () => Promise.resolve(answer) });
    const { wrapper } = await vaultScreen(fakeVault(), '/vault', door);
    expect(wrapper.text()).toContain(words);
  });

  it('changes the passphrase, once both fields agree, and empties them', async () => {
    const changePassphrase = vi.fn(() => Promise.resolve());
    const { wrapper, router } = await vaultScreen(fakeVault({ changePassphrase }), '/vault?passphrase=lost');
    expect(wrapper.text()).toContain('Set a new passphrase now');
    const submit = async (again: string) => {
      await wrapper.get('#change-passphrase').setValue('a passphrase long enough');
      await wrapper.get('#change-repeated').setValue(again);
      await wrapper.get('form').trigger('submit');
      await flushPromises();
    };
    await submit('a passphrase long enougH');
    expect(changePassphrase).not.toHaveBeenCalled();
    await submit('a passphrase long enough');
    expect(changePassphrase).toHaveBeenCalledWith('a passphrase long enough');
    expect(wrapper.get<HTMLInputElement>('#change-passphrase').element.value).toBe('');
    expect(wrapper.text()).toContain('Use the new passphrase from now on');
    expect(router.currentRoute.value.fullPath, 'a reload after the lock must not ask again').toBe('/vault');
  });

  it('leaves the public passphrase of the training vault alone', async () => {
    const { wrapper } = await vaultScreen(fakeVault({ kind: 'training' }));
    expect(wrapper.find('#change-passphrase').exists()).toBe(false);
  });
});

describe('a new recovery code', () => {
  it('is handed to the screen that shows it once', async () => {
    const { button } = await vaultScreen(fakeVault({ newRecoveryCode: () => Promise.resolve('AAAA-BBBB') }));
    await button('Make a new recovery code').trigger('click');
    await flushPromises();
    expect(useSession().recoveryCode).toBe('AAAA-BBBB');
  });

  it('says why where none was made', async () => {
    const { wrapper, button } = await vaultScreen(fakeVault({ newRecoveryCode: () => Promise.reject(new Error('The device is full.')) }));
    await button('Make a new recovery code').trigger('click');
    await flushPromises();
    expect(wrapper.text()).toContain('The device is full.');
    expect(useSession().recoveryCode).toBeNull();
  });
});

describe('the log screen', () => {
  const entries = Array.from({ length: 250 }, (_, at) => ({
    seq: at + 1, at: NOW, event: 'consultation' as const, act: `act ${String(at + 1)}`, officerId: 'o1', officerName: 'Morag Sinclair', about: [], detail: {},
  }));
  const whole: LogAccount = { entries, linkCount: 255, headCode: '7Q2F9XKA', signatures: [], unsigned: null };
  const logScreen = (verifyLog: OpenVault['verifyLog']) => mounted(LogView, { door: fakeDoor().door, open: fakeVault({ verifyLog }), path: '/vault/log' });

  it('shows the newest 200 first, and the rest when asked', async () => {
    const { wrapper, button } = await logScreen(() => Promise.resolve(whole));
    expect(wrapper.findAll('tbody tr')).toHaveLength(200);
    expect(wrapper.get('tbody tr').text()).toContain('act 250');
    expect(wrapper.get('tbody tr').text()).toContain('Consultation');
    await button('Show 50 older entries').trigger('click');
    expect(wrapper.findAll('tbody tr')).toHaveLength(250);
    expect(wrapper.text()).toContain('7Q2F9XKA');
    expect(wrapper.get('[role="status"]').text()).toContain('at 14:05:00');
  });

  it('shows no table where the chain does not hold', async () => {
    const { wrapper } = await logScreen(() => Promise.reject(new Error('The log does not hold together at entry 12.')));
    expect(wrapper.get('[role="alert"]').text()).toContain('at entry 12');
    expect(wrapper.find('table').exists()).toBe(false);
  });

  it('takes the table away again where a second check finds the chain broken', async () => {
    let broken = false;
    const { wrapper, button } = await logScreen(() => broken ? Promise.reject(new Error('The log does not hold together at entry 12.')) : Promise.resolve(whole));
    broken = true;
    await button('Check the log again').trigger('click');
    await flushPromises();
    expect(wrapper.find('table').exists()).toBe(false);
  });
});
