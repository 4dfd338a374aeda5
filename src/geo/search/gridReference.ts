import { type Exactness, exactnessWithin, type LngLat } from '@/terms';
import { gridToLngLat } from '../grid';

/** The shift of datum without OSTN15 (grid.ts). */
const SHIFT_METRES = 5;
const SQUARE = 100_000;

export interface GridReference extends Exactness {
  readonly label: string;
  /** The middle of the square that the reference names. */
  readonly point: LngLat;
  readonly squareMetres: number;
}

/**
 * A reference to the British National Grid: two letters and an even number of digits ('NT 25 73', 'NT257735'), or full eastings and northings in metres
 * ('325734, 673521'). It names a square by its south-west corner: its middle is given, and half its diagonal (with the shift of datum) as its error.
 * null: no such reference, or off the grid.
 */
export function gridReferenceIn(text: string): GridReference | null {
  const plain = text.normalize('NFKC').trim();
  return lettered(plain.toUpperCase()) ?? inFull(plain);
}

/** Letters go from A, without I, west to east and north to south, first in squares of 500 km about S, then of 100 km within. */
function lettered(text: string): GridReference | null {
  const [, first = '', second = '', written = ''] = /^([HNOST])\s*([A-HJ-Z])\s*([\d\s]+)$/u.exec(text) ?? [];
  const digits = written.replace(/\s/gu, '');
  const halves = written.trim().split(/\s+/u);
  const uneven = halves.length > 2 || (halves.length === 2 && halves[0]?.length !== halves[1]?.length);
  if (digits.length < 2 || digits.length > 10 || digits.length % 2 === 1 || uneven) return null;
  const [big, small] = [first, second].map((letter) => letter.charCodeAt(0) - 65 - (letter > 'I' ? 1 : 0)) as [number, number];
  const half = digits.length / 2;
  const squareMetres = SQUARE / 10 ** half;
  const corner = {
    eastings: (((big - 2) % 5) * 5 + (small % 5)) * SQUARE + Number(digits.slice(0, half)) * squareMetres,
    northings: (19 - Math.floor(big / 5) * 5 - Math.floor(small / 5)) * SQUARE + Number(digits.slice(half)) * squareMetres,
  };
  return squareAt(`${first}${second} ${digits.slice(0, half)} ${digits.slice(half)}`, corner, squareMetres);
}

function inFull(text: string): GridReference | null {
  const [, east = '', north = ''] = /^(?:E\s*)?(\d{5,6}(?:\.\d{1,3})?)(?:\s*m?E)?[\s,;]+(?:N\s*)?(\d{5,7}(?:\.\d{1,3})?)(?:\s*m?N)?$/iu.exec(text) ?? [];
  const corner = { eastings: Number(east), northings: Number(north) };
  return east === '' ? null : squareAt(`${east}, ${north}`, corner, 1);
}

function squareAt(label: string, { eastings, northings }: { eastings: number; northings: number }, squareMetres: number): GridReference | null {
  if (!(eastings >= 0 && eastings < 700_000 && northings >= 0 && northings < 1_300_000)) return null;
  const point = gridToLngLat({ eastings: eastings + squareMetres / 2, northings: northings + squareMetres / 2 });
  return { label, point, squareMetres, ...exactnessWithin(squareMetres * Math.SQRT1_2 + SHIFT_METRES) };
}
