import type { CategoryAnswer, CategoryStatus } from '../answer';

/** What the numbers of `status` and `coverage` stand for. */
export const STATUSES: readonly CategoryStatus[] = ['notSearched', 'partlySearched', 'uncertain', 'found', 'noneFound'];
export const COVERAGES: readonly CategoryAnswer['coverage'][] = ['none', 'partial', 'full'];

/** `bearing` of a site that the address lies in. */
export const HERE = -1;

/** Addresses to be looked around, as columns. */
export interface ScreenQuestion {
  /** Longitude and latitude of each, degrees. */
  readonly lngLat: Float64Array;
  /** Metres; NaN: not known. */
  readonly errorMetres: Float64Array;
  readonly radiusMetres: number;
  /** ISO date on which freshness is judged. */
  readonly asOn: string;
}

/**
 * Answers for some of the addresses, as columns that can be handed from a worker without copying. The k-th answer is for address[k] and has the
 * rows firstSite[k] … firstSite[k + 1] of `site`, `metres`, `bearing` and `inside`, nearest first, and one value a category (in the order of CATEGORY_IDS) of `status` and `coverage`.
 */
export interface ScreenChunk {
  /** Places in the question. */
  readonly address: Uint32Array<ArrayBuffer>;
  readonly firstSite: Uint32Array<ArrayBuffer>;
  /** Places in the pack. */
  readonly site: Uint32Array<ArrayBuffer>;
  readonly metres: Float64Array<ArrayBuffer>;
  /** Whole degrees from true north, 0 to 359, or HERE. */
  readonly bearing: Int16Array<ArrayBuffer>;
  /** 1: inside; 0: uncertain (doubt.ts). */
  readonly inside: Uint8Array<ArrayBuffer>;
  /** Places in STATUSES and COVERAGES. */
  readonly status: Uint8Array<ArrayBuffer>;
  readonly coverage: Uint8Array<ArrayBuffer>;
}
