import type { CategoryId, LngLat, UnknownReason } from '@/terms';
import type { Site } from './pack/site';

/** An address as geography sees it: a point and how far off it may be (metres; null: not known). */
export interface AddressPoint {
  readonly point: LngLat;
  readonly errorMetres: number | null;
}

export type Compass = 'N' | 'NE' | 'E' | 'SE' | 'S' | 'SW' | 'W' | 'NW' | 'here';

/** inside / outside only where the errors cannot change it; otherwise uncertain. */
export type Relation = 'inside' | 'uncertain' | 'outside';

export interface NearbySite {
  readonly site: Site;
  /** To the nearest edge; 0 when the point lies inside the site. */
  readonly distanceMetres: number;
  readonly compass: Compass;
  /** Address error + site error; null: not known. */
  readonly errorMetres: number | null;
  readonly relation: Relation;
}

export type CategoryStatus = 'notSearched' | 'partlySearched' | 'uncertain' | 'found' | 'noneFound';

export interface CategoryAnswer {
  readonly category: CategoryId;
  readonly status: CategoryStatus;
  readonly coverage: 'full' | 'partial' | 'none';
  readonly found: number;
  readonly uncertain: number;
  /** A layer that answers is past its date, or came without one. */
  readonly stale: boolean;
  /** Why 'none found' cannot be said although nothing was found. */
  readonly because: UnknownReason | null;
  /** Inside and uncertain, nearest first (an order of reading, not of concern). */
  readonly sites: readonly NearbySite[];
  /** The nearest one outside the distance looked at, and whether the whole way to it was searched. */
  readonly nearestBeyond: { readonly nearby: NearbySite; readonly searchedThatFar: boolean } | null;
  /** Layers of the pack that answer for this category. */
  readonly layerIds: readonly string[];
}

/** What was looked for, where, with what, and what came of it: kept whole with the assessment. */
export interface NearbyAnswer {
  readonly method: { readonly kernel: 'wgs84-local-plane'; readonly version: 1 };
  readonly packId: string;
  readonly packTitle: string;
  readonly training: boolean;
  readonly at: AddressPoint;
  readonly radiusMetres: number;
  /** ISO date on which freshness was judged. */
  readonly asOn: string;
  /** The point lies in the pack's area. */
  readonly inArea: boolean;
  readonly categories: readonly CategoryAnswer[];
}
