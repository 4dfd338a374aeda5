import Papa from 'papaparse';
import { ONE_SHIFT, type GridShift } from '../gridShift';
import { headOf, textOf } from './encoding';
import { readFeaturesOrGrid, type SourceFeature } from './geojson';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** A CSV or GeoJSON of columns that nobody has described: its names and rows as they stand. */
export interface FileColumns {
  readonly is: 'csv' | 'geojson';
  readonly names: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** Of a GeoJSON, row by row. */
  readonly features: readonly SourceFeature[];
}

/** More than any list of places has; it is another kind of file. */
const MOST_COLUMNS = 500;

/** @throws SourceError for what is neither, or has no rows */
export function readColumns(file: SourceFile, shift: GridShift = ONE_SHIFT): FileColumns {
  return /^\s*[{[]/u.test(headOf(file)) ? fromGeoJson(file, shift) : fromCsv(file);
}

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value).trim() : '');

function fromGeoJson(file: SourceFile, shift: GridShift): FileColumns {
  const features = readFeaturesOrGrid(file, shift);
  const names = namesOf(file.name, [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]);
  return { is: 'geojson', names, rows: features.map(({ properties }) => Object.fromEntries(names.map((name) => [name, plain(properties[name])]))), features };
}

/** Commas, semicolons or tabs: whichever the header row has. */
function fromCsv(file: SourceFile): FileColumns {
  const { data, errors } = Papa.parse<string[]>(textOf(file), { header: false, skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken) throw new SourceError(file.name, `has a quotation mark that is never closed near row ${String((broken.row ?? 0) + 1)}. Download it again.`);
  const [header = [], ...lines] = data;
  const names = namesOf(file.name, header.map((name) => name.trim()));
  if (lines.length === 0) throw new SourceError(file.name, 'has a header row and nothing below it. An empty layer would say that nothing is there; leave the file out instead.');
  return { is: 'csv', names, rows: lines.map((line) => Object.fromEntries(names.map((name, i) => [name, plain(line[i])]))), features: [] };
}

function namesOf(file: string, names: readonly string[]): readonly string[] {
  if (names.length > MOST_COLUMNS) throw new SourceError(file, `has ${String(names.length)} columns: it is no list of places. Give the list alone.`);
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) < i);
  if (twice !== undefined) throw new SourceError(file, `has two columns called '${twice.slice(0, 40)}': which is meant cannot be told. Rename one of them.`);
  if (names.every((name) => name === '')) throw new SourceError(file, 'has no header row with names of columns. Give it one.');
  return names.filter((name) => name !== '');
}
