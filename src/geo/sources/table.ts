import Papa from 'papaparse';
import { textOf } from './encoding';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** Columns by what we call them: the names that publishers use for each, and whether the file is of no use without it. */
export type Columns<K extends string> = Record<K, { readonly names: readonly string[]; readonly required?: boolean }>;

/** A row holds the asked columns and nothing else: what is not asked for is never read out of the file. */
export type Row<K extends string> = Readonly<Record<K, string>>;

/**
 * A CSV with a header row. @throws SourceError when it is no CSV, or a required column is missing (all of them are named).
 */
export function readTable<K extends string>(file: SourceFile, columns: Columns<K>): Row<K>[] {
  const lines = readLines(file);
  const header = lines[0] ?? [];
  const places = findColumns(file.name, header, columns);
  return lines.slice(1).map((line) => pick(places, (place) => line[place]));
}

/** A CSV without a header row. */
export function readLines(file: SourceFile): string[][] {
  const { data, errors } = Papa.parse<string[]>(textOf(file), { header: false, skipEmptyLines: 'greedy', delimiter: ',' });
  const broken = errors.find((error) => error.type === 'Quotes');
  if (broken) throw new SourceError(file.name, `has a quotation mark that is never closed near row ${String((broken.row ?? 0) + 1)}. Download it again.`);
  return data;
}

/** Where each column stands (−1: nowhere). @throws SourceError naming every required one that is missing. */
export function findColumns<K extends string>(file: string, header: readonly string[], columns: Columns<K>): Record<K, number> {
  const keys = header.map(columnKey);
  const ids = Object.keys(columns) as K[];
  const place = (names: readonly string[]) => {
    const full = names.map((name) => keys.indexOf(columnKey(name))).find((i) => i >= 0);
    // The cut counts underscores too: 'School_Nam' is the tenth letter of School_Name, which we may know as SchoolName.
    const cut = (name: string) => keys.findIndex((key, i) => key === columnKey(name.slice(0, SHAPEFILE_NAME)) || (isCut(header[i]) && key !== '' && columnKey(name).startsWith(key)));
    return full ?? names.map(cut).find((i) => i >= 0) ?? -1;
  };
  const places = Object.fromEntries(ids.map((id) => [id, place(columns[id].names)])) as Record<K, number>;
  const missing = ids.filter((id) => columns[id].required && places[id] < 0).map((id) => columns[id].names[0] ?? id);
  if (missing.length > 0) {
    const seen = header.slice(0, 12).map((name) => name.slice(0, 40)).join(', ');
    throw new SourceError(file, `has no column ${missing.join(', ')}. It has: ${seen}${header.length > 12 ? ', …' : ''}. Check that this is the right file, with its header row.`);
  }
  return places;
}

export function pick<K extends string>(places: Record<K, number>, at: (place: number) => unknown): Row<K> {
  const read = (place: number) => {
    const value = place < 0 ? '' : at(place);
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  };
  return Object.fromEntries((Object.keys(places) as K[]).map((id) => [id, read(places[id])])) as Row<K>;
}

/** Shapefiles cut field names to ten characters. */
const SHAPEFILE_NAME = 10;
const isCut = (name: string | undefined) => name?.length === SHAPEFILE_NAME && name.includes('_');
/** Case, underscores, blanks and marks differ from edition to edition. */
export const columnKey = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/gu, '');
