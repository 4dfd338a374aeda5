import type { Box } from '../sources/box';

/** Scotland, its sea and the north of England. */
const REACH = { west: -14, south: 54, east: 3, north: 62 };

/** 'W,S,E,N' in degrees; or what is wrong with it, to be said after what was written. */
export function boxOfText(text: string): Box | { readonly wrong: string } {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite)) return { wrong: 'is not W,S,E,N: four numbers in degrees, with commas between.' };
  if (west >= 49 && south <= 4) return { wrong: 'has latitude first. Give west, south, east, north: longitude first.' };
  if (west >= east || south >= north) return { wrong: 'is empty: west must be less than east, and south less than north.' };
  if (west < REACH.west || east > REACH.east || south < REACH.south || north > REACH.north) return { wrong: 'reaches outside Scotland and its surroundings. Give degrees of WGS84.' };
  return { west, south, east, north };
}
