import type { BlobLike } from '../pack/blobLike';
import { gunzipper } from '../sources/gunzip';
import { isOsmPbf } from '../sources/osmPbfBlobs';
import { SourceError } from '../sources/sourceError';
import { isZip, zipPaths } from '../sources/sourceFile';
import { columnKey } from '../sources/table';
import { isCodePointCsv, isGreenspaceFile, isNsplCsv, isOpenNamesCsv } from '../sources';
import type { FileKind } from './fileKinds';
import { type JsonSeen, seeJson } from './seeJson';

/** `everyKind`: OpenStreetMap with its roads, so not cut to some kinds of place. */
export type Recognised = { readonly is: FileKind; readonly everyKind?: true } | { readonly is: 'none'; readonly say: string };

const none = (say: string): Recognised => ({ is: 'none', say });

/** A table is known by columns that no other has. */
const TABLES: readonly (readonly [FileKind, readonly (readonly string[])[]])[] = [
  ['schools', [['schuid', 'schooluid', 'seedcode'], ['schooltype'], ['schoolname']]],
  ['care', [['csnumber'], ['careservice'], ['servicestatus'], ['servicepostcode']]],
  ['postcodes', [['doterm'], ['osgrdind', 'gridind']]],
  ['uprns', [['uprn'], ['xcoordinate'], ['ycoordinate'], ['latitude'], ['longitude']]],
  ['sports', [['facilitysubtype', 'facsubtype'], ['facilitystatus', 'managementtype', 'ownershipcategory'], ['name', 'sitename']]],
  ['ostn15', [['pointid'], ['etrs89osgb36eshift']]],
];

const byColumns = (names: readonly string[]): FileKind | null => {
  const keys = new Set(names.map(columnKey));
  return TABLES.find(([, wanted]) => wanted.every((any) => any.some((key) => keys.has(key))))?.[0] ?? null;
};

const HEAD_BYTES = 65_536;

/** What a chosen file is, by what is in it: people rename files. Reads as little of it as tells. */
export async function recognise(name: string, file: BlobLike): Promise<Recognised> {
  try {
    return await look(name, file);
  } catch (error) {
    if (error instanceof SourceError) return none(error.message);
    throw error;
  }
}

async function look(name: string, file: BlobLike): Promise<Recognised> {
  if (file.size === 0) return none('It is empty. Download it again.');
  const bytes = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const text = new TextDecoder('latin1').decode(bytes);
  if (isOsmPbf({ name, bytes })) return none('OpenStreetMap as .osm.pbf: only the command line reads this (docs/packs.md). Here, give GeoJSON or a saved Overpass answer.');
  if (text.startsWith('PMTiles')) return { is: 'basemap' };
  if (text.startsWith('SQLite format 3\0')) return /greenspace_?site/iu.test(text) ? { is: 'greenspace' } : none('A database that is not OS Open Greenspace. Save what is in it as GeoJSON.');
  if (bytes[0] === 0 && bytes[2] === 0x27 && bytes[3] === 0x0a) return none('One part of a shapefile. Give the zip of OS Open Greenspace as it is downloaded; save other shapefiles as GeoJSON.');
  if (isZip(bytes)) return inZip(zipPaths({ name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  const head = (await unpackedPieces(name, file).next()).value ?? '';
  if (/^(?:\u00ff\u00fe|\u00fe\u00ff)/u.test(head)) return none('It is in UTF-16. Save it as UTF-8.');
  if (head.slice(0, HEAD_BYTES).includes('\0')) return none('It is not text, and no file that Steading knows. Give the CSV or GeoJSON that the publisher offers.');
  const start = head.replace(/^ï»¿/u, '').trimStart();
  if (start === '') return none('It holds nothing but blanks. Download it again.');
  if (start.startsWith('<')) return none(/^<\?xml[^>]*>\s*<osm|^<osm/u.test(start) ? 'OpenStreetMap as XML. Give GeoJSON or a saved Overpass answer.' : 'A web page or XML, and no data that Steading reads. Download the CSV or GeoJSON.');
  return /^[{[]/u.test(start) ? ofJson(await seeJson(unpackedPieces(name, file))) : ofTable(start);
}

const GREAT_BRITAIN = { west: -14, south: 49, east: 3, north: 62 };

function inZip(paths: readonly string[]): Recognised {
  if (paths.some((path) => /OSTN15_OSGM15_DataFile\.txt$/iu.test(path))) return { is: 'ostn15' };
  if (paths.some((path) => isGreenspaceFile(path))) return { is: 'greenspace' };
  if (paths.some((path) => isCodePointCsv(path) || isNsplCsv(path))) return { is: 'postcodes' };
  if (paths.some((path) => isOpenNamesCsv(path, GREAT_BRITAIN))) return { is: 'places' };
  if (paths.some((path) => /^xl\//u.test(path))) return none('A spreadsheet. Save it as CSV (UTF-8), with one header row.');
  return none('A zip that holds nothing that Steading reads as a zip. Unpack it and give the CSV or GeoJSON inside.');
}

/** Code-Point Open's CSV has no header row: a postcode, its quality, easting and northing. */
const CODE_POINT_ROW = /^"?[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}"?,\d{2},\d+,\d+,/u;

function ofTable(start: string): Recognised {
  if (CODE_POINT_ROW.test(start)) return { is: 'postcodes' };
  const header = /^[^\r\n]*/u.exec(start)?.[0] ?? '';
  const names = header.split(/[,;\t|]/u).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  const known = byColumns(names);
  if (known !== null) return { is: known };
  return names.length > 1 ? { is: 'mapped' } : none('Text without columns, and no file that Steading knows. Give a CSV with a header row, or GeoJSON.');
}

/** Files of OpenStreetMap hold hundreds of streets before any is cut to streets alone; a few stray tags of other things come along. */
const FEW = 0.02;

function ofJson({ keys, counts, head }: JsonSeen): Recognised {
  if (/^\s*\{[^{[]*"format"\s*:\s*"steading-mapping"/u.test(head)) return none('A saved mapping. Add the file that it is for, and open the mapping there.');
  if (counts.overpass > 0) return { is: 'osm' };
  if (counts.features === 0) return none('JSON without places. Give GeoJSON (a FeatureCollection), or the answer of Overpass.');
  const known = byColumns([...keys]);
  // The other tables are read as CSV alone.
  if (known === 'schools' || known === 'sports') return { is: known };
  const columns = new Set([...keys].map(columnKey));
  if (counts.councilCodes > 0 && counts.polygons > 0 && [...columns].some((key) => /^(code|lasecode|lascode|lad\d\dcd)$/u.test(key)) && counts.points === 0) return { is: 'councils' };
  if (columns.has('shdateuploaded') || columns.has('shsrcid') || columns.has('shsrcorg')) return { is: 'list' };
  if (counts.osm > 0) return ofOsm(counts);
  if (columns.has('name') && columns.has('type') && counts.polygons + counts.lines === 0 && counts.labels > 0) return { is: 'places' };
  return { is: 'mapped' };
}

function ofOsm({ features, lines, ways, buildings, kinds, labels }: JsonSeen['counts']): Recognised {
  const few = (count: number) => count <= features * FEW;
  if (lines > 0 && ways * 4 > features && few(kinds)) return few(buildings) ? { is: 'streets' } : { is: 'basemapOsm' };
  if (buildings * 2 > features && few(kinds)) return { is: 'basemapOsm' };
  if (labels * 2 > features) return { is: 'places' };
  return ways * 10 > features && !few(kinds) ? { is: 'osm', everyKind: true } : { is: 'osm' };
}

const PIECE_BYTES = 1_048_576;

/** The unpacked file, byte by byte as letters: the words that tell a file are ASCII. The first piece comes whole or at least a piece long. */
async function* unpackedPieces(name: string, file: BlobLike): AsyncGenerator<string, undefined> {
  const decoder = new TextDecoder('latin1');
  let out: string[] = [];
  let packed: ReturnType<typeof gunzipper> | null = null;
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const bytes = new Uint8Array(await file.slice(at, at + PIECE_BYTES).arrayBuffer());
    if (at === 0 && bytes[0] === 0x1f && bytes[1] === 0x8b) packed = gunzipper(name, (part) => { out.push(decoder.decode(part)); });
    if (packed === null) { yield decoder.decode(bytes); continue; }
    packed(bytes, at + PIECE_BYTES >= file.size);
    const text = out.join('');
    out = [];
    if (text !== '') yield text;
  }
}
