import type { CategoryId, LngLat } from '@/terms';
import type { Geometry } from 'geojson';

/** Where a listing itself was told to lie: a point, its error, and how much nearer the edge of what it stands for may be (metres). */
export interface ListedAt {
  readonly point: LngLat;
  readonly errorMetres: number;
  readonly extentMetres: number;
}

/** One source's listing of a place that several sources tell of. */
export interface SiteMember {
  /** The listing's own id, in its source. */
  readonly siteId: string;
  /** As this source has it. */
  readonly name: string;
  readonly layerId: string;
  /** The listing whose shape and error the site has; exactly one. */
  readonly placed: boolean;
  /** Of a listing that does not place the site. Absent: the pack does not hold it. */
  readonly at?: ListedAt;
}

/** A sensitive site of the pack, as the screens see it. */
export interface Site {
  /** source:native id, e.g. `osm:way/69895581`, `school:1000047SP`, `care:CS2003000150`. */
  readonly siteId: string;
  readonly name: string;
  readonly category: CategoryId;
  readonly layerId: string;
  /** The kind in the source's own words, e.g. 'Primary', 'Nursery'. */
  readonly detail: string;
  readonly address: string;
  /** WGS84. Point, (Multi)Polygon or (Multi)LineString. */
  readonly geometry: Geometry;
  /** null: the layer's own; 'unknown': no bound is known for this site, whatever its layer says (e.g. placed by an imputed postcode point). */
  readonly errorMetres: number | 'unknown' | null | undefined;
  /** e.g. 'Lies outside the council its source states'. */
  readonly flags: readonly string[];
  /** All listings that became this site, its own first (ADR 0012: one place, one site). Absent: one source alone tells of it. */
  readonly members?: readonly SiteMember[];
}

/** A postcode's published point. `precise`: positional quality 10; otherwise its error is unknown. */
export interface PostcodePoint {
  readonly postcode: string;
  readonly point: LngLat;
  readonly quality: number;
  readonly councilCode: string;
  /** 'yyyy-mm': the month in which Royal Mail ended it; the point is its last. Absent: in use, as far as the source tells. */
  readonly ended?: string;
}

/** An address that a pack carries itself (the training area's, a landlord's own; official open data has none). */
export interface PackAddress {
  readonly uprn: string;
  readonly text: string;
  readonly flat: string;
  readonly postcode: string;
  readonly point: LngLat;
  /** Metres, where the point is less exact than the building. */
  readonly errorMetres?: number;
}
