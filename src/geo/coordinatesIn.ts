import type { LngLat } from '@/terms';

const PAIR = /^\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*$/u;

/** Two numbers as a person copies them from a map: latitude first. A pair that only fits Scotland the other way round is turned. null: no such pair. */
export function coordinatesIn(text: string): LngLat | null {
  const [, first, second] = PAIR.exec(text) ?? [];
  if (first === undefined || second === undefined || !(first + second).includes('.')) return null;
  const point = { lng: Number(second), lat: Number(first) };
  const turned = { lng: point.lat, lat: point.lng };
  if (!inScotland(point) && inScotland(turned)) return turned;
  return Math.abs(point.lat) <= 90 && Math.abs(point.lng) <= 180 ? point : null;
}

function inScotland({ lng, lat }: LngLat): boolean {
  return lng >= -9 && lng <= 0 && lat >= 54.5 && lat <= 61;
}
