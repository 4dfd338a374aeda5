import type { FeatureCollection, Geometry, MultiPolygon } from 'geojson';
import type { LngLat } from '@/terms';
import type { Layer, PackHeader } from './header';
import type { PackAddress, PostcodePoint, Site } from './site';

export interface Council {
  readonly code: string;
  readonly name: string;
  readonly boundary: MultiPolygon;
}

/** Street and background drawing of a pack without vector tiles; `properties.kind` is one of these. */
export type StreetKind = 'road' | 'path' | 'rail' | 'water' | 'green' | 'building' | 'place';
export type StreetMap = FeatureCollection<Geometry, { readonly kind: StreetKind; readonly name?: string }>;

/** What a pack's lines are drawn as (`lines.kind` is a place in here). */
export const LINE_KINDS = ['road', 'path', 'rail'] as const satisfies readonly StreetKind[];
export type LineKind = (typeof LINE_KINDS)[number];

/**
 * Streets and paths, cut where they meet, and labels of places (ADR 0014). Line i owns the vertices firstVertex[i] … firstVertex[i + 1] of `lngLat`
 * (1e-7 degree). Those that are walked come first, in an order of place: line i of them runs from node ends[2i] to node ends[2i + 1] and is lengths[i] tenths of a millimetre long.
 */
export interface PackLines {
  readonly kind: Uint8Array;
  /** By line; '' for none. */
  readonly names: readonly string[];
  readonly firstVertex: Uint32Array;
  readonly lngLat: Int32Array;
  readonly ends: Uint32Array;
  readonly lengths: Uint32Array;
}

export interface PlaceLabel { readonly name: string; readonly point: LngLat }

/** Everything that goes into a pack, before it is written and after it is read. */
export interface PackContent {
  readonly title: string;
  readonly training: boolean;
  readonly builtAt: string;
  readonly area: PackHeader['area'];
  readonly layers: readonly Layer[];
  readonly sites: readonly Site[];
  readonly postcodes: readonly PostcodePoint[];
  readonly addresses: readonly PackAddress[];
  readonly councils: readonly Council[];
  readonly streets: StreetMap | null;
  /** Streets as columns, and the walking network: instead of drawing them in `streets`. */
  readonly lines?: PackLines;
  /** Labels as columns: instead of `place` in `streets`. */
  readonly places?: readonly PlaceLabel[];
  /** A PMTiles v3 file, kept as it is. */
  readonly basemap: Uint8Array | null;
}
