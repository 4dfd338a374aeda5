// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import GateView from '../../src/views/GateView.vue';
import { fakeDoor, fakeVault, RECOVERY_CODE, WORK } from './fakeDoor';
import { mounted } from './mounted';

const PASSPHRASE = 'four words and a bit more';

afterEach(() => {
  vi.useRealTimers();
  document.body.replaceChildren();
});

async function locked(answers: NonNullable<Parameters<typeof fakeDoor>[0]>['answers'] = []) {
  const { door, tried } = fakeDoor({ onDevice: [WORK], answers });
  const page = await mounted(GateView, { door });
  const tryWith = async (secret: string) => {
    await page.wrapper.get('#unlock-secret').setValue(secret);
    await page.wrapper.get('form').trigger('submit');
    await flushPromises();
  };
  return { ...page, tried, tryWith };
}

describe('the gate on a new device', () => {
  it('offers the training area and a vault for real work', async () => {
    const { button } = await mounted(GateView, fakeDoor());
    expect(button('Open the training area').element.disabled).toBe(false);
    expect(button('Set up a vault').exists()).toBe(true);
  });

  it('opens nothing before everything is on the device', async () => {
    const { wrapper, button, offline } = await mounted(GateView, fakeDoor());
    offline.state = 'preparing';
    await flushPromises();
    expect(wrapper.text()).toContain('Getting ready to work offline');
    expect(button('Open the training area').element.disabled).toBe(true);
    await button('Set up a vault').trigger('click');
    expect(button('Set up the vault').element.disabled).toBe(true);
  });

  it('offers nothing at all on an insecure page', async () => {
    const { wrapper, offline } = await mounted(GateView, fakeDoor());
    offline.insecure = true;
    await flushPromises();
    expect(wrapper.find('[role="alert"]').text()).toContain('https');
    expect(wrapper.find('button, input, form').exists()).toBe(false);
  });

  it('says so where the list of vaults cannot be read, and does not look like a new device', async () => {
    const { door } = fakeDoor({ list: () => Promise.reject(new Error('The storage did not open.')) });
    const { wrapper } = await mounted(GateView, { door });
    expect(wrapper.text()).toContain('The storage did not open.');
    expect(wrapper.find('button').exists()).toBe(false);
  });
});

describe('setting up a vault', () => {
  async function form() {
    const create = vi.fn(fakeDoor().door.create);
    const page = await mounted(GateView, { door: fakeDoor({ create }).door });
    await page.button('Set up a vault').trigger('click');
    const fill = async (values: Record<string, string>) => {
      for (const [id, value] of Object.entries(values)) await page.wrapper.get(`#create-${id}`).setValue(value);
      await page.wrapper.get('form').trigger('submit');
      await flushPromises();
    };
    const summary = () => page.wrapper.findAll('.ds_error-summary__list li').map((item) => item.text());
    return { ...page, create, fill, summary };
  }
  const whole = { name: 'Morag Sinclair', role: 'SOLO', agency: 'solo', passphrase: PASSPHRASE, repeated: PASSPHRASE };

  it('asks for everything that is missing at once, and makes nothing', async () => {
    const { fill, summary, create } = await form();
    await fill({});
    expect(summary()).toHaveLength(4);
    expect(create).not.toHaveBeenCalled();
  });

  it.each([
    ['a short passphrase', { passphrase: 'fourteen chars', repeated: 'fourteen chars' }],
    ['a repetition that differs', { repeated: `${PASSPHRASE}.` }],
    ['a name of blanks', { name: '   ' }],
  ])('refuses %s', async (_name, change) => {
    const { fill, summary, create } = await form();
    await fill({ ...whole, ...change });
    expect(summary()).toHaveLength(1);
    expect(create).not.toHaveBeenCalled();
  });

  it('takes a generated passphrase only once it has been typed again', async () => {
    const { wrapper, button, fill, create } = await form();
    await wrapper.get('#create-repeated').setValue('left over from before');
    await button('Make one of four words for me').trigger('click');
    await fill({ name: whole.name, role: whole.role, agency: whole.agency });
    expect(create).not.toHaveBeenCalled();
    const words = wrapper.get('.ds_inset-text .st_code').text();
    expect(words.split('-')).toHaveLength(4);
    await fill({ repeated: words });
    expect(create.mock.calls[0]?.[0].passphrase).toBe(words);
  });

  it('shows the recovery code until its last group is typed from paper', async () => {
    const { wrapper, fill, session } = await form();
    await fill(whole);
    expect(wrapper.findAll('.group').map((group) => group.text()).join('-')).toBe(RECOVERY_CODE);
    expect(session.isOpen).toBe(false);
    const confirm = async (typed: string) => {
      await wrapper.get('#recovery-last-group').setValue(typed);
      await wrapper.get('form').trigger('submit');
    };
    await confirm('ABCD');
    expect(session.isOpen).toBe(false);
    expect(wrapper.text()).toContain('not the last group');
    await confirm('4toi');
    expect(session.isOpen).toBe(true);
  });
});

describe('unlocking', () => {
  it('names the vault by its code alone', async () => {
    const { wrapper } = await locked();
    expect(wrapper.text()).toContain('Vault KDTW-PMRA');
  });

  it('says how many tries are left, empties the field, and lets the officer try again', async () => {
    const { wrapper, button, tryWith } = await locked([{ is: 'wrong', freeTriesLeft: 3, waitUntil: null }]);
    await tryWith('not this one, sorry');
    expect(wrapper.text()).toContain('3 more tries');
    expect(wrapper.get<HTMLInputElement>('#unlock-secret').element.value).toBe('');
    expect(button('Unlock').element.disabled).toBe(false);
  });

  it('waits as long as the vault says, and not longer', async () => {
    vi.useFakeTimers();
    const { wrapper, button, tryWith, tried } = await locked([{ is: 'wait', waitUntil: '2026-11-21T14:05:30.000Z' }]);
    await tryWith(PASSPHRASE);
    expect(wrapper.text()).toContain('14:05:30');
    expect(button('Unlock').element.disabled).toBe(true);
    await vi.advanceTimersByTimeAsync(29_000);
    expect(button('Unlock').element.disabled).toBe(true);
    await tryWith(PASSPHRASE);
    expect(tried).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(button('Unlock').element.disabled).toBe(false);
  });

  it('takes the recovery code while the passphrase must wait, and leads on to a new passphrase', async () => {
    const { button, tryWith, router, session } = await locked([{ is: 'wait', waitUntil: '2026-11-21T14:20:00.000Z' }, { is: 'open', vault: fakeVault() }]);
    await tryWith(PASSPHRASE);
    await button('I have lost the passphrase').trigger('click');
    expect(button('Unlock').element.disabled).toBe(false);
    await tryWith(RECOVERY_CODE);
    expect(session.isOpen).toBe(true);
    expect(router.currentRoute.value.fullPath).toBe('/vault?passphrase=lost');
  });

  it('takes over from another tab only when the officer says so', async () => {
    const { wrapper, button, tryWith, tried, session } = await locked([{ is: 'otherTab' }, { is: 'open', vault: fakeVault() }]);
    await tryWith(PASSPHRASE);
    expect(wrapper.text()).toContain('the other tab keeps its draft and locks');
    expect(tried.map(({ takeOver }) => takeOver)).toEqual([false]);
    await button('Take over here').trigger('click');
    await flushPromises();
    expect(tried[1]).toEqual({ vaultId: 'work-1', secret: PASSPHRASE, takeOver: true });
    expect(session.isOpen).toBe(true);
  });

  it('does not call a damaged vault a wrong passphrase', async () => {
    const { wrapper, tryWith } = await locked([]);
    await tryWith(PASSPHRASE);
    expect(wrapper.text()).toContain('This vault is damaged.');
    expect(wrapper.text()).not.toContain('does not open this vault');
  });
});
