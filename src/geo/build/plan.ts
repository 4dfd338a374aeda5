import type { CategoryId } from '@/terms';
import type { Box } from '../sources/box';
import type { Edition } from '../sources/edition';
import type { Mapping } from '../sources/mapping';
import type { StockColumn } from '../stock/stockAddresses';

/** A file by the name under which it can be read (BuildFiles), and when its content was true. */
export interface PlannedSource { readonly path: string; readonly edition: Edition }
/** asOf null: not given; Code-Point Open has its own in the download. */
export interface PlannedFile { readonly path: string; readonly asOf: string | null }

/** Lists of places, a category each, with what whoever builds the pack declares about them. */
export interface ListsPlan {
  readonly files: readonly { readonly category: CategoryId; readonly path: string }[];
  readonly editions: Readonly<Partial<Record<CategoryId, Edition>>>;
  /** A GeoJSON file, a box, or all Scotland. */
  readonly coverage: string | Box | 'scotland';
  readonly errorMetres: number | null;
  readonly credit: string | null;
}

/** A file that no reader knows, by a mapping of its columns. */
export interface MappedPlan {
  readonly path: string;
  readonly mapping: Mapping;
  readonly edition: Edition;
  readonly coverage: string | Box | 'scotland';
}

/** A PMTiles file as it is, or OpenStreetMap GeoJSON to make one of. */
export type BasemapPlan = { readonly asOf: string | null } & ({ readonly path: string; readonly attribution: string | null } | { readonly osm: readonly string[] });

/** What a pack is to be made of: everything declared, no file read yet. Coverages: a GeoJSON file by name, or a box. */
export interface PackPlan {
  readonly title: string | null;
  readonly area: { readonly council: string } | { readonly box: Box };
  readonly councils: PlannedFile | null;
  readonly schools: PlannedSource | null;
  readonly care: PlannedSource | null;
  readonly postcodes: PlannedFile | null;
  /** category null: every kind of place that the table of tags knows. */
  readonly osm: { readonly files: readonly { readonly category: CategoryId | null; readonly path: string }[]; readonly edition: Edition; readonly coverage: Box | string } | null;
  readonly sports: { readonly paths: readonly string[]; readonly edition: Edition } | null;
  /** OS Open Greenspace: files, zips or folders. */
  readonly greenspace: { readonly paths: readonly string[]; readonly edition: Edition } | null;
  readonly lists: ListsPlan | null;
  readonly mapped: readonly MappedPlan[];
  readonly uprns: PlannedFile | null;
  /** A landlord's addresses, for search; `credit`: whose list it is; `columns`: what the list calls them. */
  readonly stock: (PlannedFile & { readonly credit: string; readonly columns: Readonly<Partial<Record<StockColumn, string>>> }) | null;
  readonly streets: { readonly paths: readonly string[]; readonly asOf: string | null; readonly coverage: Box | string } | null;
  readonly places: { readonly paths: readonly string[]; readonly asOf: string | null } | null;
  /** Ordnance Survey's grid of shifts; null: grid references may be 5 m off. */
  readonly ostn15: string | null;
  readonly basemap: BasemapPlan | null;
}

/** A plan that asks for what cannot be; `option` is the command line's name for what is wrong, and the message goes on from it. */
export class PlanError extends Error {
  override readonly name = 'PlanError';
  constructor(readonly option: string, say: string) {
    super(say);
  }
}
