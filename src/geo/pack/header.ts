import type { CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';

/** What a layer's source is known to leave out. `count` null: the source gives no number. */
export interface LeftOut {
  readonly what: string;
  readonly count: number | null;
  readonly ask: string;
}

/**
 * How well the layer's sites are placed.
 * `errorMetres`: furthest a site's true position is taken to lie from the one given; null = no bound known.
 * `extentMetres`: for a point that stands for grounds whose edge is not in the layer: how much nearer than the point the edge may be.
 */
export interface PositionQuality {
  readonly errorMetres: number | null;
  readonly extentMetres: number;
  readonly note: string;
}

export interface LayerCounts {
  readonly read: number;
  readonly kept: number;
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
  readonly flagged: readonly { readonly reason: string; readonly count: number }[];
}

/** One source's sites. A layer may hold several categories; its coverage is declared by whoever built the pack, never inferred from features. */
export interface Layer {
  readonly id: string;
  readonly title: string;
  readonly categories: readonly CategoryId[];
  readonly publisher: string;
  readonly licence: string;
  readonly attribution: string;
  /** ISO date (yyyy-mm-dd) of the source's content. null: not given. */
  readonly asOf: string | null;
  /** ISO date after which 'none found' is no longer said. null: not known, so it is never said. */
  readonly staleAfter: string | null;
  readonly position: PositionQuality;
  /** Where this source was searched. null: nowhere (not searched). */
  readonly coverage: MultiPolygon | null;
  readonly leavesOut: readonly LeftOut[];
  readonly counts: LayerCounts;
}

/** `offset` counts from the start of the body; `sha256` is the hash of the hashes of the 4 MiB pieces (pack/sha256.ts). */
export interface Section {
  readonly name: string;
  readonly offset: number;
  readonly byteLength: number;
  readonly sha256: string;
}

/**
 * 2: postcodes may be ended, and a site may have members. A version 1 pack opens as before; a Steading that knows 1 alone refuses 2, since it would
 * give ended postcodes as in use and name one source of several.
 */
export const PACK_VERSION = 2;
export const OLDEST_PACK_VERSION = 1;

/** The pack's own account of itself; the sections behind it hold the data. */
export interface PackHeader {
  readonly format: 'steading-pack';
  readonly version: number;
  /** SHA-256 (hex) of the stored header, which holds the hash of every section: names exactly this content, its coverage and its dates. */
  readonly packId: string;
  readonly title: string;
  /** Fictional training area: marked as such on every screen and page. */
  readonly training: boolean;
  readonly builtAt: string;
  readonly area: { readonly name: string; readonly councilCode: string | null; readonly boundary: MultiPolygon };
  readonly layers: readonly Layer[];
  readonly sections: readonly Section[];
}
