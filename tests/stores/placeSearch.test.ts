import { deviceKey, type DeviceLocation, usePacks, usePlaceSearch } from '@/stores';
import { type Address, emptyAddress, parseAddress } from '@/record';
import { describe, expect, it } from 'vitest';
import { packOf, place, road } from '../geo/search/names';
import { stores } from './stores';

type Answer = (good: PositionCallback, bad: PositionErrorCallback) => void;
const fix = (accuracy: number, longitude = -3.3, latitude = 55.9): Answer => (good) => { good({ coords: { longitude, latitude, accuracy } } as GeolocationPosition); };
const refusal = (code: number): Answer => (_, bad) => { bad({ code } as GeolocationPositionError); };

/** The store over a device that answers so; `asked`: how often, and with what. */
async function opened(answer: Answer | null) {
  const page = stores();
  const asked: (PositionOptions | undefined)[] = [];
  const device: DeviceLocation | null = answer && { getCurrentPosition: (good, bad, options) => { asked.push(options); answer(good, bad ?? (() => undefined)); } };
  page.app.provide(deviceKey, device);
  const search = page.app.runWithContext(() => usePlaceSearch(page.pinia));
  usePacks(page.pinia).pack = await packOf([road("St Andrew's Road", [-3.3, 55.9], [-3.29, 55.9]), place('Testburgh', -3.3, 55.9)]);
  const address: Address = structuredClone(emptyAddress);
  return { ...page, search, asked, address };
}

describe('where the device is', () => {
  it('goes into the address with the error that the device gives, and is a record that opens', async () => {
    const { search, address, asked } = await opened(fix(23.2));
    expect(asked).toEqual([]);
    expect(await search.takeDevice(address, () => true)).toEqual({ said: 'The position of this device was taken, in Testshire. The device says that it lies within 24 m of it.' });
    expect(address.position).toEqual({ point: { lng: -3.3, lat: 55.9 }, precision: 'stated', errorMetres: 24, from: 'device' });
    expect(parseAddress(address)).toEqual(address);
    expect(asked).toEqual([{ enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 }]);
  });

  it('is never surer than a pin on the building, however sure the device is of itself', async () => {
    const { search, address } = await opened(fix(3));
    expect(await search.takeDevice(address, () => true)).toMatchObject({ said: expect.stringContaining('within 3 m') });
    expect(address.position).toMatchObject({ precision: 'stated', errorMetres: 10 });
  });

  it.each<[string, Answer | null, RegExp]>([
    ['refused', refusal(1), /does not let Steading know/u], ['no fix', refusal(2), /cannot tell where it is/u], ['none in time', refusal(3), /within 30 seconds/u], ['a code of no standard', refusal(9), /cannot tell/u],
    ['no device', null, /no way to tell/u], ['no accuracy', fix(NaN), /does not say how exact/u], ['endless accuracy', fix(Infinity), /does not say how exact/u], ['no place on Earth', fix(5, NaN), /does not say/u],
  ])('is told plainly where there is none, and leaves the address as it is: %s', async (_, answer, problem) => {
    const { search, address } = await opened(answer);
    expect(await search.takeDevice(address, () => true)).toEqual({ problem: expect.stringMatching(problem) });
    expect(address.position).toBeNull();
  });

  it('is not taken over a pin that was placed meanwhile, nor where nobody waits any more', async () => {
    const pinned = await opened((good, bad) => {
      pinned.address.position = { point: { lng: -3.2, lat: 55.9 }, precision: 'building', from: 'pin' };
      fix(5)(good, bad);
    });
    expect(await pinned.search.takeDevice(pinned.address, () => true)).toEqual({ problem: expect.stringContaining('was changed meanwhile') });
    expect(pinned.address.position).toMatchObject({ from: 'pin' });
    const left = await opened(fix(5));
    expect(await left.search.takeDevice(left.address, () => false)).toMatchObject({ problem: expect.any(String) });
    expect(left.address.position).toBeNull();
  });
});

describe('a place that was found', () => {
  it.each([
    ['EH1 1AD', { precision: 'postcode', from: 'search' }, { postcode: 'EH1 1AD', text: '' }],
    ['st andrews rd', { precision: 'stated', errorMetres: expect.any(Number), from: 'search' }, { text: "St Andrew's Road" }],
    ['testburgh', { precision: 'unknown', from: 'search' }, { text: '' }],
    ['NT 25 73', { precision: 'stated', errorMetres: 713, from: 'coordinates' }, { text: '' }],
    ['55.9001, -3.3002', { precision: 'building', from: 'coordinates' }, { text: '' }],
  ])('goes into the address with how exact it is: %s', async (query, position, words) => {
    const { search, address } = await opened(null);
    const result = await search.findReady(query);
    if (result === null || !('places' in result) || result.places[0] === undefined) throw new Error('Nothing was found.');
    search.takeInto(address, result.places[0]);
    expect(address).toMatchObject({ ...words, position });
    expect(address.position !== null && 'errorMetres' in address.position).toBe(position.precision === 'stated');
    expect(parseAddress(address)).toEqual(address);
  });

  it('is told with its kind and how exact it is', async () => {
    const { search } = await opened(null);
    const words = async (query: string) => { const result = await search.findReady(query); return result !== null && 'places' in result ? result.places.map(search.kindWords) : []; };
    expect(await words('st andrew')).toEqual([expect.stringMatching(/^street, ± \d+ m$/u)]);
    expect(await words('testburgh')).toEqual(['place, how exact is not known']);
    expect(await words('NT 2 7')).toEqual(['grid reference, ± 7,077 m']);
  });

  it('is not given from a pack that is in use no more', async () => {
    const { search, pinia } = await opened(null);
    const finding = search.findReady('st andrew');
    usePacks(pinia).pack = await packOf([]);
    expect(await finding).toBeNull();
  });
});
