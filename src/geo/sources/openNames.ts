import type { LngLat } from '@/terms';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import { gridReferenceIn } from '../search/gridReference';
import { contains, boxPolygon, touches, widen, type Box } from './box';
import { textOf } from './encoding';
import { checkGrid, isGrid } from './fromGrid';
import { OUTSIDE_REASON } from './gathered';
import { NO_LOCATION } from './mendGeometry';
import { strayReason, unplaced } from './scotland';
import { shortText } from './shortText';
import { SourceError } from './sourceError';
import { isZip, unpackZip, zipPaths, type SourceFile } from './sourceFile';
import { readLines } from './table';
import { Tally } from './tally';

/** The layout of the CSVs, which have no header row (docs.os.uk, OS Open Names): 34 columns, of which these are read. */
const COLUMN_COUNT = 34;
const [ID, NAME1, NAME2, TYPE, LOCAL_TYPE, X, Y, POPULATED_PLACE, DISTRICT_BOROUGH, COUNTY_UNITARY] = [0, 2, 4, 6, 7, 8, 9, 18, 21, 24] as const;

/** Local types and what they are here; all else is counted and left out. A bare road number ('A702') names no street. */
const KINDS: Readonly<Record<string, OpenName['kind']>> = {
  'named road': 'street', 'section of named road': 'street',
  city: 'place', town: 'place', village: 'place', hamlet: 'place', 'other settlement': 'place', 'suburban area': 'place',
};

export interface OpenName {
  readonly kind: 'street' | 'place';
  readonly id: string;
  readonly name: string;
  /** In another language; '' for none. */
  readonly otherName: string;
  /** The publisher's own word, e.g. 'Named Road', 'Hamlet'. */
  readonly detail: string;
  readonly point: LngLat;
  /** What turning it into degrees may be off; the point itself stands for a whole street or place. */
  readonly gridErrorMetres: number;
  /** Settlement that it lies in; '' where not given, as the two after it. */
  readonly populatedPlace: string;
  readonly district: string;
  readonly council: string;
}

/** read = names + dropped. */
export interface OpenNames {
  readonly names: readonly OpenName[];
  readonly read: number;
  readonly dropped: Tally;
}

/** A tile is 20 km wide from the corner that its name gives; a reference's middle lies at most this far from any of it. */
const TILE_METRES = 30_000;

/** 'Data/NT26.csv', whose tile touches the box; the file of headings is none. */
export function isOpenNamesCsv(path: string, box: Box): boolean {
  const tile = /(?:^|\/)([HNOST][A-HJ-Z]\d{2})\.csv$/iu.exec(path)?.[1];
  const middle = tile === undefined ? null : gridReferenceIn(tile);
  if (!middle) return false;
  const { lng, lat } = middle.point;
  return touches(boxPolygon(widen({ west: lng, south: lat, east: lng, north: lat }, TILE_METRES)), box);
}

/** The CSVs of a download that reach into the box, one after the other: all of them at once are 1.7 GB. */
export function* openNamesFiles(file: SourceFile, box: Box): Generator<SourceFile> {
  if (!isZip(file.bytes)) { yield file; return; }
  for (const wanted of zipPaths(file).filter((path) => isOpenNamesCsv(path, box))) yield* unpackZip(file, (path) => path === wanted);
}

/**
 * OS Open Names: streets and populated places in the box. @throws SourceError for a file of another layout, coordinates that are no metres of the grid, and
 * when nothing is in the box.
 */
export function readOpenNames(name: string, files: Iterable<SourceFile>, { box, shift = ONE_SHIFT }: { box: Box; shift?: GridShift }): OpenNames {
  const names: OpenName[] = [];
  const dropped = new Tally();
  const seen = new Set<string>();
  let [read, count] = [0, 0];
  const area = boxPolygon(box);
  for (const file of files) {
    count += 1;
    const lines = linesOf(file);
    checkGrid(file.name, lines.map((line) => [numberIn(line[X]), numberIn(line[Y])]));
    read += lines.length;
    for (const line of lines) {
      const found = toName(line, shift);
      const lost = typeof found === 'string' ? found : seen.has(found.id) ? 'Listed twice' : contains(area, found.point.lng, found.point.lat) ? null : OUTSIDE_REASON;
      if (typeof found === 'string' || lost !== null) { dropped.add(lost ?? ''); continue; }
      seen.add(found.id);
      names.push(found);
    }
  }
  if (count === 0) throw new SourceError(name, 'holds no CSV of OS Open Names that reaches into the area (such as Data/NT26.csv). Give opname_csv_gb.zip as it is downloaded, or its Data folder.');
  if (names.length === 0 || unplaced(dropped) * 2 > read) throw new SourceError(name, `names no street or place in the area or near it (${dropped.rows().slice(0, 6).map(({ reason, count: lost }) => `${reason}: ${String(lost)}`).join('; ')}). Check the file and the area.`);
  return { names, read, dropped };
}

function linesOf(file: SourceFile): string[][] {
  // A table of its own headings in front is no row.
  const lines = readLines(file).filter((line, i) => i > 0 || line[ID]?.toUpperCase() !== 'ID');
  const odd = lines.findIndex((line) => line.length !== COLUMN_COUNT);
  if (odd >= 0) throw new SourceError(file.name, `row ${String(odd + 1)} has ${String(lines[odd]?.length ?? 0)} columns; OS Open Names has ${String(COLUMN_COUNT)} and no header row. ${textOf(file).endsWith('\n') ? 'Check that this is the right file.' : 'It is cut short or another file: download it again.'}`);
  return lines;
}

const numberIn = (cell: string | undefined) => (cell === undefined || cell.trim() === '' ? NaN : Number(cell));
const cellOf = (line: readonly string[], place: number) => shortText(line[place] ?? '').text;

/** The name, or why it is left out. */
function toName(line: readonly string[], shift: GridShift): OpenName | string {
  const kind = KINDS[(line[LOCAL_TYPE] ?? '').trim().toLowerCase()];
  const [eastings, northings] = [numberIn(line[X]), numberIn(line[Y])];
  const [id, name, otherName] = [cellOf(line, ID), cellOf(line, NAME1), cellOf(line, NAME2)];
  if (kind === undefined) return `Neither a street nor a populated place (${cellOf(line, TYPE) || 'no type'})`;
  if (id === '') return 'No identifier';
  if (name === '' && otherName === '') return 'No name';
  if (!Number.isFinite(eastings) || !Number.isFinite(northings)) return NO_LOCATION;
  if (!isGrid([eastings, northings])) return eastings === 0 && northings === 0 ? strayReason([0, 0]) ?? NO_LOCATION : 'Coordinates lie outside the National Grid';
  const { lng, lat, errorMetres } = shift.toLngLat({ eastings, northings });
  return {
    kind, id, name: name === '' ? otherName : name, otherName: name === '' ? '' : otherName, detail: cellOf(line, LOCAL_TYPE), point: { lng, lat }, gridErrorMetres: errorMetres,
    populatedPlace: cellOf(line, POPULATED_PLACE), district: cellOf(line, DISTRICT_BOROUGH), council: cellOf(line, COUNTY_UNITARY),
  };
}
