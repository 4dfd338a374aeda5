import type { Box } from '@/geo/sources';
import { isDay } from '@/terms';
import { UsageError } from './command';

/** `--bbox -3.2,…` as `--bbox=-3.2,…`: parseArgs takes a value that begins with a minus for another option. */
export function joinNegativeValues(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    const before = args[i - 1];
    if (/^-[\d.]/u.test(arg) && before?.startsWith('--')) return [];
    const next = args[i + 1];
    return arg.startsWith('--') && next !== undefined && /^-[\d.]/u.test(next) ? [`${arg}=${next}`] : [arg];
  });
}

/** Scotland, its sea and the north of England. */
const REACH = { west: -14, south: 54, east: 3, north: 62 };

/** 'W,S,E,N' in degrees. @throws UsageError */
export function toBox(option: string, text: string): Box {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) throw new UsageError(`${option} ${text} is not W,S,E,N: four numbers in degrees, with commas between.`);
  if (west >= 49 && south <= 4) throw new UsageError(`${option} ${text} has latitude first. Give west, south, east, north: longitude first.`);
  if (west >= east || south >= north) throw new UsageError(`${option} ${text} is empty: west must be less than east, and south less than north.`);
  if (west < REACH.west || east > REACH.east || south < REACH.south || north > REACH.north) throw new UsageError(`${option} ${text} reaches outside Scotland and its surroundings. Give degrees of WGS84.`);
  return { west, south, east, north };
}

/** A real day, yyyy-mm-dd; not after `latest` where one is given. @throws UsageError */
export function toDate(option: string, text: string, latest: string | null): string {
  if (!isDay(text)) {
    throw new UsageError(`${option} ${text} is not a day written yyyy-mm-dd.`);
  }
  if (latest !== null && text > latest) throw new UsageError(`${option} ${text} lies in the future.`);
  return text;
}
