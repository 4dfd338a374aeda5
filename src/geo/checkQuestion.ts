import type { AddressPoint } from './answer';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/u;

/** @throws RangeError that says what is wrong and what is expected. */
export function checkQuestion({ point, errorMetres }: AddressPoint, radiusMetres: number, asOn: string): void {
  const { lng, lat } = point;
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) {
    throw new RangeError(`The point has no position (longitude ${String(lng)}, latitude ${String(lat)}). Place the address on the map again.`);
  }
  if (Math.abs(lat) > 89 || Math.abs(lng) > 180) {
    throw new RangeError(`Longitude ${String(lng)} and latitude ${String(lat)} are not a place that can be measured from. Give longitude first, in degrees; Scotland lies between −9 and 0, and 54.5 and 61.`);
  }
  if (errorMetres !== null && !(Number.isFinite(errorMetres) && errorMetres >= 0)) {
    throw new RangeError(`The error of the address must be metres, 0 or more, or null for not known (it is ${String(errorMetres)}).`);
  }
  if (!(Number.isFinite(radiusMetres) && radiusMetres > 0)) {
    throw new RangeError(`The distance must be metres, more than 0 (it is ${String(radiusMetres)}).`);
  }
  if (!ISO_DATE.test(asOn)) {
    throw new RangeError(`The date must be yyyy-mm-dd (it is '${asOn}').`);
  }
}
