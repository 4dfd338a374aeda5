import { type GridShift, ONE_SHIFT } from '../gridShift';
import type { PostcodePoint } from '../pack/site';
import { postcodeKey, postcodeLabel, POSTCODE_KEY } from '../pack/postcodeText';
import { textOf } from './encoding';
import { isGrid } from './fromGrid';
import { SourceError } from './sourceError';
import { unpackZip, type SourceFile } from './sourceFile';
import { readLines } from './table';
import { Tally } from './tally';

/** OS Code-Point Open: one CSV a postcode area, no header row: PC, PQ, EA, NO, CY, RH, LH, CC, DC, WC. */
const COLUMN_COUNT = 10;
const [PC, PQ, EA, NO, DC] = [0, 1, 2, 3, 8] as const;
/** Its own code for 'no coordinates' (they are 0, 0). */
const NO_COORDINATES = 90;

/** Postcodes of a source. read = postcodes + dropped. */
export interface PostcodeRows {
  readonly from: 'Code-Point Open' | 'ONS NSPL';
  readonly postcodes: readonly PostcodePoint[];
  readonly read: number;
  readonly dropped: Tally;
  /** yyyy-mm-dd, from Doc/metadata.txt of the download; null where it is not there. */
  readonly asOf: string | null;
}

/** The files of a download: a zip as it comes, or the CSVs (and metadata.txt) of its folder. */
export function codePointFiles(file: SourceFile): SourceFile[] {
  return unpackZip(file, (path) => isCodePointCsv(path) || isMetadata(path));
}
export const isCodePointCsv = (path: string) => /(^|\/)[a-z]{1,2}\.csv$/iu.test(path);
export const isMetadata = (path: string) => /(^|\/)metadata\.txt$/iu.test(path);

/** @throws SourceError for a file that has other than ten columns, and when there is no CSV at all. */
export function readCodePointOpen(name: string, files: readonly SourceFile[], shift: GridShift = ONE_SHIFT): PostcodeRows {
  const tables = files.filter((file) => isCodePointCsv(file.name));
  if (tables.length === 0) throw new SourceError(name, 'holds no Code-Point Open CSV (such as Data/CSV/eh.csv). Give codepo_gb.zip as it is downloaded, or its Data/CSV folder.');
  const dropped = new Tally();
  let read = 0;
  const postcodes = tables.flatMap((file) => {
    const lines = readLines(file);
    const odd = lines.findIndex((line) => line.length !== COLUMN_COUNT);
    if (odd >= 0) throw new SourceError(file.name, `row ${String(odd + 1)} has ${String(lines[odd]?.length ?? 0)} columns; Code-Point Open has ${String(COLUMN_COUNT)} and no header row. It is cut short or another file: download it again.`);
    read += lines.length;
    return lines.flatMap((line) => toPoint(line, dropped, shift));
  });
  const metadata = files.find((file) => isMetadata(file.name));
  return { from: 'Code-Point Open', postcodes, read, dropped, asOf: metadata ? copyrightDate(textOf(metadata)) : null };
}

function toPoint(line: readonly string[], dropped: Tally, shift: GridShift): PostcodePoint[] {
  const key = postcodeKey(line[PC] ?? '');
  const quality = Number(line[PQ]);
  const [eastings, northings] = [Number(line[EA]), Number(line[NO])];
  const lost = !POSTCODE_KEY.test(key) ? 'Not a postcode'
    : quality === NO_COORDINATES || !(eastings > 0) || !(northings > 0) ? 'No location (positional quality 90)'
      : !isGrid([eastings, northings]) ? 'Coordinates are not on the British National Grid'
      : !Number.isInteger(quality) || quality < 0 || quality > 100 ? 'Positional quality is not a number' : null;
  if (lost !== null) {
    dropped.add(lost);
    return [];
  }
  const { lng, lat } = shift.toLngLat({ eastings, northings });
  return [{ postcode: postcodeLabel(key), point: { lng, lat }, quality, councilCode: line[DC] ?? '' }];
}

function copyrightDate(metadata: string): string | null {
  const [, year, month, day] = /COPYRIGHT DATE:\s*(\d{4})(\d{2})(\d{2})/iu.exec(metadata) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : null;
}
