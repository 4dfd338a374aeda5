import type { FeatureCollection, Geometry, MultiPolygon } from 'geojson';
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
  /** A PMTiles v3 file, kept as it is. */
  readonly basemap: Uint8Array | null;
}
