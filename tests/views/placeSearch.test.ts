// @vitest-environment happy-dom
import { emptyAddress } from '@/record';
import { usePacks } from '@/stores';
import { flushPromises } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h, reactive } from 'vue';
import PlaceSearch from '../../src/views/parts/PlaceSearch.vue';
import { packOf, road } from '../geo/search/names';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

const TYPED_PAUSE = 150;
beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); });
afterEach(() => { vi.useRealTimers(); document.body.replaceChildren(); });

async function shown() {
  const address = reactive(structuredClone(emptyAddress));
  const page = await mounted(defineComponent(() => () => h(PlaceSearch, { address })), { door: fakeDoor().door, open: fakeVault() });
  vi.useRealTimers();
  const pack = await packOf([road('Mill Street', [-3.3, 55.9], [-3.299, 55.9]), road('Mill Road', [-3.2, 55.9], [-3.199, 55.9]), road('Millbank', [-3.1, 55.9], [-3.099, 55.9])]);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  usePacks().pack = pack;
  const input = page.wrapper.get('[role="combobox"]');
  const settle = async (milliseconds = 0) => { await vi.advanceTimersByTimeAsync(milliseconds); await vi.advanceTimersByTimeAsync(2_000); await flushPromises(); };
  const type = async (text: string) => { await input.setValue(text); };
  const options = () => page.wrapper.findAll('[role="option"]');
  const key = async (name: string, on = input) => { await on.trigger('keydown', { key: name }); await flushPromises(); };
  const status = () => page.wrapper.get('[role="status"]').text();
  return { ...page, address, input, settle, type, options, key, status };
}

describe('the search for an address', () => {
  it('shows what is found as it is typed, a moment after the last key, and says how many', async () => {
    const { type, settle, options, status, input } = await shown();
    await type('mi');
    await type('mill');
    await vi.advanceTimersByTimeAsync(TYPED_PAUSE - 50);
    expect(options()).toHaveLength(0);
    expect(input.attributes('aria-expanded')).toBe('false');
    await settle();
    expect(options().map((option) => option.get('.st_wrap').text())).toEqual([expect.stringContaining('Mill Road'), expect.stringContaining('Mill Street'), expect.stringContaining('Millbank')]);
    expect(status()).toBe('3 places found.');
    expect(input.attributes()).toMatchObject({ 'aria-expanded': 'true', 'aria-controls': 'place-found' });
  });

  it('is worked by arrow keys, Enter and Escape alone', async () => {
    const { type, settle, key, options, input, address, status } = await shown();
    await type('mill');
    await settle();
    await key('ArrowDown');
    await key('ArrowDown');
    expect(input.attributes('aria-activedescendant')).toBe('place-found-1');
    expect(options().map((option) => option.attributes('aria-selected'))).toEqual(['false', 'true', 'false']);
    await key('ArrowUp');
    await key('ArrowUp');
    expect(input.attributes('aria-activedescendant')).toBe('place-found-2');
    await key('Escape');
    expect([options().length, address.position, input.attributes('aria-activedescendant')]).toEqual([0, null, undefined]);
    await type('mill str');
    await settle();
    await key('ArrowDown');
    await key('Enter');
    expect([address.text, address.position?.from, status()]).toEqual(['Mill Street', 'search', 'Taken: Mill Street.']);
    expect(document.activeElement).toBe(input.element);
  });

  it('is one stop of the Tab key below the buttons, and a press takes a place', async () => {
    const { type, settle, options, address } = await shown();
    await type('mill');
    await settle();
    expect(options().map((option) => option.attributes('tabindex'))).toEqual(['0', '-1', '-1']);
    await options()[2]?.trigger('click');
    expect(address.text).toBe('Millbank');
    expect(options()).toHaveLength(0);
  });

  it('says by the button, and not while typing, that nothing matches', async () => {
    const { type, settle, button, status, wrapper } = await shown();
    const error = () => wrapper.get('#place-query-error');
    await type('nowhere at all');
    await settle();
    expect([status(), error().attributes('hidden')]).toEqual(['No place found so far.', '']);
    await button('Search').trigger('click');
    await settle();
    expect(error().text()).toContain('Nothing in this pack matches.');
    await type('nowhere');
    expect(error().attributes('hidden')).toBe('');
    await type('  ');
    await button('Search').trigger('click');
    expect(error().text()).toContain('Enter a postcode, a street address or coordinates.');
  });

  it('gives no answer to a question that was changed since', async () => {
    const { type, settle, button, options } = await shown();
    await type('mill');
    await button('Search').trigger('click');
    await type('no such place');
    await settle();
    expect(options()).toHaveLength(0);
  });
});
