import { councilAt, findPlace, isInArea, type PlaceFound, type PlaceKind, prepareSearch } from '@/geo';
import type { Address, Position } from '@/record';
import { errorMetresOf, type Exactness, type LngLat } from '@/terms';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { askDevice, useDevice } from './device';
import type { MapScene } from './mapScene';
import { usePacks } from './packs';

const LIMIT = 30;

const KIND_WORDS = { postcode: 'postcode', address: 'address', street: 'street', place: 'place', gridReference: 'grid reference', coordinates: 'coordinates' } as const satisfies Record<PlaceKind, string>;

/** Finding the address in the pack in use, and putting it into the address document. */
export const usePlaceSearch = defineStore('placeSearch', () => {
  const packs = usePacks();
  const device = useDevice();
  const pack = computed(() => packs.pack);
  const hasMap = computed(() => packs.pack !== null);
  const areaName = computed(() => packs.header?.area.name ?? '');
  const middle = computed<LngLat>(() => middleOf(packs.header?.area.boundary.coordinates ?? []));

  function find(query: string): { places: readonly PlaceFound[] } | { problem: string } {
    if (packs.pack === null) return { problem: 'No area pack is loaded. Load one first, or place the pin later.' };
    const result = findPlace(packs.pack, query, { limit: LIMIT });
    if (result.is === 'notFound') return { problem: result.say };
    return { places: result.places };
  }

  /** The same once the index of names stands, which is built without holding the page up. null: the pack was changed meanwhile. */
  async function findReady(query: string): Promise<ReturnType<typeof find> | null> {
    const pack = packs.pack;
    if (pack !== null) await prepareSearch(pack);
    return packs.pack === pack ? find(query) : null;
  }

  function takeInto(address: Address, place: PlaceFound): void {
    const entered = place.kind === 'coordinates' || place.kind === 'gridReference';
    address.position = { point: place.point, ...exactnessOf(place), from: entered ? 'coordinates' : 'search' };
    if (place.kind === 'postcode') address.postcode = place.postcode ?? address.postcode;
    if (place.kind === 'street' && address.text.trim() === '') address.text = place.label;
    if (place.kind !== 'address') return;
    address.text = place.text ?? place.label;
    address.flat = place.flat ?? '';
    address.postcode = place.postcode ?? '';
    address.uprn = place.uprn ?? '';
  }

  /** Where the device is, with its own error, into the address; what came of it, in words. Asked for by a press of a button alone, and sent nowhere. */
  async function takeDevice(address: Address, stillWanted: () => boolean): Promise<{ said: string } | { problem: string }> {
    const before = address.position;
    const fix = await askDevice(device);
    if ('problem' in fix) return fix;
    if (!stillWanted() || address.position !== before) return { problem: 'The position was changed meanwhile, so that of the device was not taken.' };
    address.position = { point: fix.point, ...exactnessOf(fix), from: 'device' };
    const council = packs.pack === null ? null : councilAt(packs.pack, fix.point);
    return { said: `The position of this device was taken${council === null ? '' : `, in ${council.name}`}. The device says that it lies within ${fix.saidMetres.toLocaleString('en-GB')} m of it.` };
  }

  function sceneOf(position: Position | null): MapScene {
    return { centre: position?.point ?? middle.value, pin: position?.point ?? null, errorMetres: position ? errorMetresOf(position) : null, radiusMetres: null, sites: [] };
  }

  /** 'street, ± 210 m': what kind of place it is, and how exact its point. */
  function kindWords(place: PlaceFound): string {
    const metres = errorMetresOf(place);
    return `${KIND_WORDS[place.kind]}, ${metres === null ? 'how exact is not known' : `± ${metres.toLocaleString('en-GB')} m`}`;
  }

  const inArea = (point: LngLat) => packs.pack !== null && isInArea(packs.pack, point);

  return { pack, hasMap, areaName, limit: LIMIT, findReady, takeInto, takeDevice, sceneOf, kindWords, inArea };
});

function exactnessOf({ precision, errorMetres }: Exactness): Exactness {
  return errorMetres === undefined ? { precision } : { precision, errorMetres };
}

function middleOf(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): LngLat {
  const points = polygons.flatMap((polygon) => polygon[0] ?? []);
  const lngs = points.map(([lng = 0]) => lng);
  const lats = points.map(([, lat = 0]) => lat);
  if (points.length === 0) return { lng: -4, lat: 56.5 };
  return { lng: (Math.min(...lngs) + Math.max(...lngs)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
}
