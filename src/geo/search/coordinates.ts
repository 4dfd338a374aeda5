import { type Exactness, exactnessWithin, type LngLat } from '@/terms';

const PAIR = /^\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*°?\s*$/u;

/**
 * Two numbers as a person copies them from a map: latitude first. A pair that only fits Scotland the other way round is turned.
 * Their error is what their digits leave open: half a unit of the last decimal (of the longer number: the other may have lost a zero). null: no such pair.
 */
export function coordinatesIn(text: string): (Exactness & { readonly point: LngLat }) | null {
  const [, first, second] = PAIR.exec(text) ?? [];
  if (first === undefined || second === undefined || !(first + second).includes('.')) return null;
  const point = { lng: Number(second), lat: Number(first) };
  const turned = { lng: point.lat, lat: point.lng };
  const decimals = Math.max(...[first, second].map((number) => number.split('.')[1]?.length ?? 0));
  const meant = !inScotland(point) && inScotland(turned) ? turned : point;
  if (Math.abs(meant.lat) > 90 || Math.abs(meant.lng) > 180) return null;
  return { point: meant, ...exactnessWithin(roundingMetres(meant, decimals)) };
}

/** A degree of latitude at the poles, where it is longest; one of longitude is never longer, and shrinks with the cosine. */
const METRES_PER_DEGREE = 111_700;

/** Half the diagonal of the box of all that rounds to the same numbers. */
function roundingMetres({ lat }: LngLat, decimals: number): number {
  const half = 0.5 * 10 ** -decimals;
  return half * METRES_PER_DEGREE * Math.hypot(1, Math.cos((Math.max(0, Math.abs(lat) - half) * Math.PI) / 180));
}

function inScotland({ lng, lat }: LngLat): boolean {
  return lng >= -9 && lng <= 0 && lat >= 54.5 && lat <= 61;
}
