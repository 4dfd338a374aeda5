import { findPlace, isInArea, type PlaceFound } from '@/geo';
import type { Address, Position } from '@/record';
import { type LngLat, PRECISIONS } from '@/terms';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import type { MapScene } from './mapScene';
import { usePacks } from './packs';

const LIMIT = 30;

/** Finding the address in the pack in use, and putting it into the address document. */
export const usePlaceSearch = defineStore('placeSearch', () => {
  const packs = usePacks();
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

  function takeInto(address: Address, place: PlaceFound): void {
    address.position = { point: place.point, precision: place.precision, from: place.kind === 'coordinates' ? 'coordinates' : 'search' };
    if (place.kind === 'postcode') address.postcode = place.postcode ?? address.postcode;
    if (place.kind !== 'address') return;
    address.text = place.text ?? place.label;
    address.flat = place.flat ?? '';
    address.postcode = place.postcode ?? '';
    address.uprn = place.uprn ?? '';
  }

  function sceneOf(position: Position | null): MapScene {
    return { centre: position?.point ?? middle.value, pin: position?.point ?? null, errorMetres: position ? PRECISIONS[position.precision].errorMetres : null, radiusMetres: null, sites: [] };
  }

  function kindWords(place: PlaceFound): string {
    return { postcode: 'postcode', address: 'address', coordinates: 'coordinates' }[place.kind];
  }

  const inArea = (point: LngLat) => packs.pack !== null && isInArea(packs.pack, point);

  return { pack, hasMap, areaName, limit: LIMIT, find, takeInto, sceneOf, kindWords, inArea };
});

function middleOf(polygons: readonly (readonly (readonly (readonly number[])[])[])[]): LngLat {
  const points = polygons.flatMap((polygon) => polygon[0] ?? []);
  const lngs = points.map(([lng = 0]) => lng);
  const lats = points.map(([, lat = 0]) => lat);
  if (points.length === 0) return { lng: -4, lat: 56.5 };
  return { lng: (Math.min(...lngs) + Math.max(...lngs)) / 2, lat: (Math.min(...lats) + Math.max(...lats)) / 2 };
}
