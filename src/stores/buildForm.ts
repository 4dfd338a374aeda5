import type { FileKind, Recognised, SeenColumns } from '@/geo/build';
import type { Mapping } from '@/geo/sources';
import type { CategoryId } from '@/terms';

/** Where a source is complete: the area of the pack up to its border, with the 5 km around it, all Scotland, or a box. */
export type Complete = 'area' | 'around' | 'scotland' | 'box';

/** What whoever builds the pack says of a source; nothing of it can be told from the files. */
export interface Declared {
  asOf: string | null;
  complete: Complete | null;
  box: string;
  credit: string;
  errorMetres: number | null;
}

/** Columns as chosen so far; null: none, or not yet. */
export interface MappingForm {
  title: string;
  category: CategoryId | null;
  columns: Record<keyof Mapping['columns'], string | null>;
  by: Mapping['position']['by'] | null;
  place: Record<'lng' | 'lat' | 'easting' | 'northing' | 'postcode', string | null>;
  errorMetres: number | null;
  publisher: string;
  licence: string;
  attribution: string;
}

/** A chosen file. `name`: its own, told apart from another of the same name. */
export interface BuildFile {
  readonly key: string;
  readonly name: string;
  readonly file: File;
  /** null: being looked at. */
  found: Recognised | null;
  /** What it is taken for: what was found, until somebody says otherwise. */
  kind: FileKind | null;
  /** Of a list, or of OpenStreetMap cut to one kind; 'every': all of the map. */
  category: CategoryId | 'every' | null;
  columns: SeenColumns | null;
  /** Why its columns could not be read. */
  unreadable: string | null;
  mapping: MappingForm;
}

export interface BuildForm {
  title: string;
  by: 'council' | 'box' | null;
  council: string | null;
  box: string;
  files: BuildFile[];
  /** By source: the kind of file, or the key of a file that is mapped. */
  declared: Record<string, Declared>;
}

export const emptyDeclared = (): Declared => ({ asOf: null, complete: null, box: '', credit: '', errorMetres: null });
export const emptyForm = (): BuildForm => ({ title: '', by: null, council: null, box: '', files: [], declared: {} });
export const emptyMapping = (): MappingForm => ({
  title: '', category: null, columns: { name: null, detail: null, address: null, id: null }, by: null,
  place: { lng: null, lat: null, easting: null, northing: null, postcode: null }, errorMetres: null, publisher: '', licence: '', attribution: '',
});

/** The source that a file belongs to: files of one kind are one source; of mapped ones each is its own. */
export const sourceOf = ({ kind, key }: Pick<BuildFile, 'kind' | 'key'>): string | null => (kind === 'mapped' ? key : kind);

/** A mapping, or its guess, as a form; what it does not say stays empty. */
export function formOfMapping(given: Partial<Omit<Mapping, 'columns' | 'position'>> & { readonly columns: MappingForm['columns']; readonly position: Mapping['position'] | null }): MappingForm {
  const { by, ...place } = given.position ?? { by: null };
  const empty = emptyMapping();
  return { ...empty, ...Object.fromEntries((['title', 'category', 'errorMetres', 'publisher', 'licence', 'attribution'] as const).map((key) => [key, given[key] ?? empty[key]])), columns: { ...given.columns }, by, place: { ...empty.place, ...place } };
}

/** The columns that place a row, by how it is placed. */
export const PLACED_BY = { shape: [], degrees: ['lng', 'lat'], grid: ['easting', 'northing'], postcode: ['postcode'] } as const satisfies Record<Mapping['position']['by'], readonly (keyof MappingForm['place'])[]>;
