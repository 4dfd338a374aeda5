import { PRECISIONS, type UnknownReason } from '@/terms';
import type { CategoryStatus, Relation } from './answer';

/**
 * How far beyond the distance asked for a site of unknown position, or any site of an address of unknown position, is still called uncertain:
 * packs keep sites to 5 km outside their area, so nothing further can be listed evenly on all sides.
 */
export const UNKNOWN_ERROR_SEARCH_METRES = 5_000;

/** An address that is known worse than to its street makes near and far a guess. */
const VAGUE_METRES = PRECISIONS.street.errorMetres;

export interface Measured {
  readonly distanceMetres: number;
  readonly radiusMetres: number;
  /** null: no bound is known. */
  readonly addressErrorMetres: number | null;
  readonly siteErrorMetres: number | null;
  /** How much nearer than a point the edge of what it stands for may be; 0 for lines and polygons. */
  readonly extentMetres: number;
}

/**
 * Errors add up (the worst case of both at once).
 *
 *   inside     distance + errors ≤ radius
 *   outside    distance − errors − extent > radius
 *   uncertain  all else
 *
 * With an error unknown there is no inside, and outside begins UNKNOWN_ERROR_SEARCH_METRES further out.
 */
export function relationOf({ distanceMetres, radiusMetres, addressErrorMetres, siteErrorMetres, extentMetres }: Measured): Relation {
  const error = sumOfErrors(addressErrorMetres, siteErrorMetres);
  if (error !== null && distanceMetres + error <= radiusMetres) return 'inside';
  return distanceMetres - allowanceMetres(addressErrorMetres, siteErrorMetres, extentMetres) > radiusMetres ? 'outside' : 'uncertain';
}

/** null as soon as one of them is. */
export function sumOfErrors(addressErrorMetres: number | null, siteErrorMetres: number | null): number | null {
  return addressErrorMetres === null || siteErrorMetres === null ? null : addressErrorMetres + siteErrorMetres;
}

/** How far beyond the radius a site may be measured and still not be ruled out. */
export function allowanceMetres(addressErrorMetres: number | null, siteErrorMetres: number | null, extentMetres: number): number {
  const known = (addressErrorMetres ?? 0) + (siteErrorMetres ?? 0) + extentMetres;
  return sumOfErrors(addressErrorMetres, siteErrorMetres) === null ? known + UNKNOWN_ERROR_SEARCH_METRES : known;
}

export interface Grounds {
  readonly found: number;
  readonly uncertain: number;
  readonly coverage: 'full' | 'partial' | 'none';
  readonly stale: boolean;
  readonly addressErrorMetres: number | null;
  /** A map can answer for the category at all (found: 'mapped' in its terms). */
  readonly mapped: boolean;
}

export interface Verdict {
  readonly status: CategoryStatus;
  readonly because: UnknownReason | null;
}

/**
 * What may be said of a category. The first line that fits holds; '·' is anything.
 *
 *   found  uncertain  mapped  coverage  address  stale   status           because
 *   > 0    ·          ·       ·         ·        ·       found            –
 *   0      > 0        ·       ·         vague*   ·       uncertain        addressTooVague
 *   0      > 0        ·       ·         ≤ 50 m   ·       uncertain        –
 *   0      0          no      ·         ·        ·       notSearched      noDataHere
 *   0      0          yes     none      ·        ·       notSearched      noDataHere
 *   0      0          yes     partial   ·        ·       partlySearched   noDataHere
 *   0      0          yes     full      unknown  ·       uncertain        addressTooVague
 *   0      0          yes     full      known    yes     uncertain        dataTooOld
 *   0      0          yes     full      known    no      noneFound        –
 *
 * * unknown, or more than 50 m. 'None found' is the last line and no other.
 */
export function verdictOn({ found, uncertain, coverage, stale, addressErrorMetres, mapped }: Grounds): Verdict {
  if (found > 0) return { status: 'found', because: null };
  if (uncertain > 0) {
    const vague = addressErrorMetres === null || addressErrorMetres > VAGUE_METRES;
    return { status: 'uncertain', because: vague ? 'addressTooVague' : null };
  }
  if (!mapped || coverage === 'none') return { status: 'notSearched', because: 'noDataHere' };
  if (coverage === 'partial') return { status: 'partlySearched', because: 'noDataHere' };
  if (addressErrorMetres === null) return { status: 'uncertain', because: 'addressTooVague' };
  if (stale) return { status: 'uncertain', because: 'dataTooOld' };
  return { status: 'noneFound', because: null };
}
