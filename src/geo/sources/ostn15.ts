import type { GridShift } from '../gridShift';
import { byOstn15, OSTN15_COLUMNS, OSTN15_ROWS, type Ostn15 } from '../ostn15';
import { textOf } from './encoding';
import { SourceError } from './sourceError';
import { isZip, unpackZip, type SourceFile } from './sourceFile';

/** OS, 'Transformations and OSGM15 user guide', chapter 3: the header row, and 701 × 1251 records in this order. */
const HEADER = ['Point_ID', 'ETRS89_Easting', 'ETRS89_Northing', 'ETRS89_OSGB36_EShift', 'ETRS89_OSGB36_NShift', 'ETRS89_ODN_HeightShift', 'Height_Datum_Flag'] as const;
const DATA_FILE = /OSTN15_OSGM15_DataFile\.txt$/iu;

/** Height datums 1 to 15 are those of Great Britain and its sea; 16 is outside the model (0 in OSTN02). */
const OUTSIDE = new Set([0, 16]);
/** Metres. The published nodes lie between 82 and 106 east, −85 and −30 north; what is far from that is a shift between other systems. */
const PLAUSIBLE = { east: [60, 130], north: [-130, -10] } as const;
/** Metres from node to node: they change by centimetres. More is a number that was altered. */
const MOST_STEP = 2;

/** The published grid, as text or in the developers' pack (zip). @throws SourceError for one that is cut, reordered, altered or another model's. */
export function readOstn15(given: SourceFile): GridShift {
  const file = isZip(given.bytes) ? unpackZip(given, (path) => DATA_FILE.test(path))[0] : given;
  if (!file) throw new SourceError(given.name, 'holds no OSTN15_OSGM15_DataFile.txt. Give the developers\' pack as it is downloaded, or that file.');
  return byOstn15(modelOf(file.name, textOf(file)));
}

function modelOf(name: string, text: string): Ostn15 {
  const [first, second] = [lineEnd(text, 0), HEADER.join(',').toLowerCase()];
  if (text.slice(0, first).trim().toLowerCase().replaceAll(' ', '') !== second) throw new SourceError(name, `does not begin with ${HEADER.join(',')}: it is not OSTN15_OSGM15_DataFile.txt. Give the file that Ordnance Survey publishes.`);
  const count = OSTN15_COLUMNS * OSTN15_ROWS;
  const model = { east: new Int32Array(count), north: new Int32Array(count), covered: new Uint8Array(count) };
  let [row, at] = [0, first + 1];
  for (; at < text.length; row++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).trim();
    at = end + 1;
    if (line === '' && text.slice(at).trim() === '') break;
    if (row >= count) throw new SourceError(name, `has more than the ${String(count)} nodes of OSTN15. Give the file that Ordnance Survey publishes.`);
    take(name, line, row, model);
  }
  if (row < count) throw new SourceError(name, `has ${String(row)} of the ${String(count)} nodes of OSTN15: it is cut short. Download it again.`);
  return model;
}

const lineEnd = (text: string, from: number) => { const at = text.indexOf('\n', from); return at < 0 ? text.length : at; };

function take(name: string, line: string, row: number, { east, north, covered }: Ostn15): void {
  const cells = line.split(',');
  const [id = NaN, x = NaN, y = NaN, e = NaN, n = NaN, , flag = NaN] = cells.map((cell) => (cell.trim() === '' ? NaN : Number(cell)));
  const where = `node ${String(row + 1)} (row ${String(row + 2)})`;
  const [column, line0] = [row % OSTN15_COLUMNS, Math.floor(row / OSTN15_COLUMNS)];
  if (cells.length !== HEADER.length) throw new SourceError(name, `${where} has ${String(cells.length)} columns instead of ${String(HEADER.length)}. Download it again.`);
  if (id !== row + 1 || x !== column * 1000 || y !== line0 * 1000) throw new SourceError(name, `${where} is not the one that stands there in OSTN15 (${line.slice(0, 40)}): rows are missing or in another order. Download it again.`);
  if (!Number.isInteger(flag) || flag < 0 || flag > 16) throw new SourceError(name, `${where} has no height datum of 1 to 16. Download it again.`);
  if (OUTSIDE.has(flag)) return;
  const plausible = e >= PLAUSIBLE.east[0] && e <= PLAUSIBLE.east[1] && n >= PLAUSIBLE.north[0] && n <= PLAUSIBLE.north[1];
  if (!plausible) throw new SourceError(name, `${where} has a shift of ${String(e)}, ${String(n)} m, which is none of OSTN15's. Give the file that Ordnance Survey publishes.`);
  east[row] = Math.round(e * 1000);
  north[row] = Math.round(n * 1000);
  covered[row] = 1;
  for (const before of [column > 0 ? row - 1 : -1, row - OSTN15_COLUMNS]) {
    if (before < 0 || covered[before] !== 1) continue;
    const step = Math.max(Math.abs((east[row] ?? 0) - (east[before] ?? 0)), Math.abs((north[row] ?? 0) - (north[before] ?? 0))) / 1000;
    if (step > MOST_STEP) throw new SourceError(name, `${where} differs by ${String(step)} m from its neighbour: a number was altered. Download it again.`);
  }
}
