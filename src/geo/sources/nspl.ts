import type { PostcodePoint } from '../pack/site';
import { endedMonth, postcodeKey, postcodeLabel, POSTCODE_KEY } from '../pack/postcodeText';
import type { PostcodeRows } from './codePointOpen';
import { headOf } from './encoding';
import { SCOTTISH_POSTCODE_AREAS, strayReason } from './scotland';
import { SWAPPED } from './mendGeometry';
import { SourceError } from './sourceError';
import { unpackZip, type SourceFile } from './sourceFile';
import { readTable, type Row } from './table';
import { Tally } from './tally';

/** ONS renames its columns by the year of their boundaries; 2021's names first. */
const COLUMNS = {
  postcode: { names: ['pcds', 'pcd2', 'pcd8', 'pcd', 'pcd7'], required: true },
  ended: { names: ['doterm'], required: true },
  quality: { names: ['osgrdind', 'gridind'], required: true },
  council: { names: ['laua', 'oslaua', 'lad25cd', 'lad24cd', 'lad23cd'] },
  lat: { names: ['lat'], required: true },
  lng: { names: ['long'], required: true },
} as const;

/** What ONS writes for 'no location': latitude 99.999999 and indicator 9. */
const NOWHERE = 90;
const NO_LOCATION = 'No location (latitude 99.999999)';
/** ONS grid indicator 1–9 is Code-Point's positional quality 10–90, but for 8: ended before the points were surveyed. */
const QUALITY_A_STEP = 10;

/** With the strip across the border that a pack's margin may reach into. The whole file of the United Kingdom is too long for one text. */
const AREA_CSV = new RegExp(`(^|[/_])(${[...SCOTTISH_POSTCODE_AREAS, 'CA', 'NE'].join('|')})\\.csv(\\.gz)?$`, 'iu');
export const isNsplCsv = (path: string): boolean => /(^|\/)(NSPL|ONSPD)[^/]*\.csv(\.gz)?$/iu.test(path) && AREA_CSV.test(path);

/** Told by the header row, whatever the file's name. */
export const isNspl = (file: SourceFile): boolean => /^[^\n]*\bdoterm\b/iu.test(headOf(file));

/** The Scottish areas' files of a download (its multi_csv folder). */
export const nsplFiles = (file: SourceFile): SourceFile[] => unpackZip(file, isNsplCsv);

/**
 * ONS National Statistics Postcode Lookup, or the like ONSPD: one or several CSVs with a header row. Ended postcodes are kept, and say so; nothing dates the file.
 * @throws SourceError
 */
export function readNspl(name: string, files: readonly SourceFile[]): PostcodeRows {
  if (files.length === 0) throw new SourceError(name, 'holds no NSPL CSV of a Scottish postcode area (such as multi_csv/NSPL_NOV_2021_UK_EH.csv). Give the download, its multi_csv folder, or one such file.');
  const dropped = new Tally();
  const seen = new Set<string>();
  let read = 0;
  const postcodes = files.flatMap((file) => {
    const rows = readTable(file, COLUMNS);
    read += rows.length;
    return rows.flatMap((row) => toPoint(row, seen, dropped));
  });
  const swapped = dropped.rows().find(({ reason }) => reason === SWAPPED)?.count ?? 0;
  if (swapped * 2 > read) throw new SourceError(name, 'has latitude and longitude swapped. Download it again.');
  if (postcodes.length === 0) throw new SourceError(name, `none of its ${String(read)} rows is a postcode that can be placed in or near Scotland. Check that this is the right file, and its coordinates.`);
  return { from: 'ONS NSPL', postcodes, read, dropped, asOf: null };
}

function toPoint(row: Row<keyof typeof COLUMNS>, seen: Set<string>, dropped: Tally): PostcodePoint[] {
  const key = postcodeKey(row.postcode);
  const [lng, lat] = [row.lng, row.lat].map((text) => (text === '' ? NaN : Number(text))) as [number, number];
  const quality = Number(row.quality) * QUALITY_A_STEP;
  const ended = row.ended === '' ? null : `${row.ended.slice(0, 4)}-${row.ended.slice(4)}`;
  const lost = !POSTCODE_KEY.test(key) ? 'Not a postcode'
    : seen.has(key) ? 'Listed twice'
      : !(Math.abs(lat) <= 90) || quality === NOWHERE ? NO_LOCATION
        : strayReason([lng, lat]) ?? (![10, 20, 30, 40, 50, 60, 80].includes(quality) ? 'Grid indicator is not one of 1 to 9'
          : ended !== null && endedMonth(ended) === 0 ? 'Its end (doterm) is not a month' : null);
  if (lost !== null) {
    dropped.add(lost);
    return [];
  }
  seen.add(key);
  return [{ postcode: postcodeLabel(key), point: { lng, lat }, quality, councilCode: row.council, ...(ended !== null && { ended }) }];
}
