import { type Exactness, type LngLat, PRECISIONS } from '@/terms';
import { inject, type InjectionKey } from 'vue';

/** The edge: the device's own sense of where it is. */
export type DeviceLocation = Pick<Geolocation, 'getCurrentPosition'>;
export const deviceKey: InjectionKey<DeviceLocation | null> = Symbol('device location');

export type Fix = ({ readonly point: LngLat; readonly saidMetres: number } & Exactness) | { readonly problem: string };

const SECONDS = 30;
const OR_ELSE = 'Search for the address, or place the pin on the map.';
/** By the standard's numbers (GeolocationPositionError): refused, no position to be had, none in time. */
const PROBLEMS: Readonly<Record<number, string>> = {
  1: `This device does not let Steading know where it is. ${OR_ELSE}`,
  2: `The device cannot tell where it is. ${OR_ELSE}`,
  3: `The device has not found where it is within ${String(SECONDS)} seconds. Try again outdoors. ${OR_ELSE}`,
};

export function useDevice(): DeviceLocation | null {
  return inject(deviceKey, () => (typeof navigator === 'object' && 'geolocation' in navigator ? navigator.geolocation : null), true);
}

/**
 * Asks the device once, for a fresh position. Its error is the device's own (the radius within which it is 95% sure to be, says the standard), and never less than
 * that of a pin on a building: it tells where the device is, not where the walls are. Never rejects.
 */
export function askDevice(device: DeviceLocation | null): Promise<Fix> {
  return new Promise((resolve) => {
    if (device === null) { resolve({ problem: `This device has no way to tell where it is. ${OR_ELSE}` }); return; }
    device.getCurrentPosition(
      ({ coords: { longitude: lng, latitude: lat, accuracy } }) => {
        const known = Number.isFinite(accuracy) && accuracy >= 0 && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
        const errorMetres = Math.max(PRECISIONS.building.errorMetres, Math.ceil(accuracy));
        resolve(known ? { point: { lng, lat }, saidMetres: Math.ceil(accuracy), precision: 'stated', errorMetres } : { problem: `The device does not say how exact its position is, so it is not used. ${OR_ELSE}` });
      },
      ({ code }) => { resolve({ problem: PROBLEMS[code] ?? PROBLEMS[2] ?? '' }); },
      { enableHighAccuracy: true, maximumAge: 0, timeout: SECONDS * 1_000 },
    );
  });
}
