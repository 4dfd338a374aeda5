import type { Position } from 'geojson';
import { textOf } from './encoding';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import { positionsOf } from './box';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';
import { findColumns, pick, readTable, type Row } from './table';

/** Names of the 2022 shapefile first (cut to ten characters there), then those of other editions. No personal or contact column is in it. */
const COLUMNS = {
  id: { names: ['SchUID', 'SchoolUID'] },
  seedCode: { names: ['SeedCode'] },
  name: { names: ['SchoolName'], required: true },
  type: { names: ['SchoolType'], required: true },
  address1: { names: ['AddressLine1', 'AddressLin', 'Address1'] },
  address2: { names: ['AddressLine2', 'AddressL_1', 'Address2'] },
  address3: { names: ['AddressLine3', 'AddressL_2', 'Address3'] },
  postcode: { names: ['PostCode'] },
  councilCode: { names: ['LACode', 'LocalAuthorityCode'] },
  easting: { names: ['GridRefEasting', 'GridRefEas', 'Easting'] },
  northing: { names: ['GridRefNorthing', 'GridRefNor', 'Northing'] },
  latitude: { names: ['Latitude'] },
  longitude: { names: ['Longitude'] },
} as const;

/** Only in a CSV to which the geometry was written out as columns. */
const CSV_COLUMNS = { ...COLUMNS, geometryLng: { names: ['geom_lon'] }, geometryLat: { names: ['geom_lat'] } } as const;

export type SchoolRow = Row<keyof typeof COLUMNS> & { readonly position: Position | null };

/** Rows of a school file; told GeoJSON from CSV by its first character. @throws SourceError */
export function readSchoolRows(file: SourceFile): SchoolRow[] {
  const rows = textOf(file).trimStart().startsWith('{') ? fromFeatures(file) : fromTable(file);
  if (rows.length > 0 && rows.every(({ id }) => id === '')) throw new SourceError(file.name, NO_ID);
  return rows;
}

const NO_ID = 'has no column SchUID, and no SeedCode beside SchoolType to make it of. Check that this is the list of school locations, with its header row.';

/** SchUID is the SeedCode and the department's letter in all 2,495 rows of 2022: an edition without it gives the same ids. */
const LETTERS: Readonly<Record<string, string>> = { primary: 'P', secondary: 'S', special: 'SP' };
function withId<T extends { id: string; seedCode: string; type: string }>(row: T): T {
  const letter = LETTERS[row.type.toLowerCase()];
  return row.id === '' && row.seedCode !== '' && letter ? { ...row, id: `${row.seedCode}${letter}` } : row;
}

function fromFeatures(file: SourceFile): SchoolRow[] {
  const features = readFeatures(file);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const places = findColumns(file.name, header, COLUMNS);
  return features.map(({ properties, geometry }) => {
    const mended = mendGeometry(geometry);
    const position = 'geometry' in mended ? positionsOf(mended.geometry)[0] ?? null : null;
    return withId({ ...pick(places, (place) => properties[header[place] ?? '']), position });
  });
}

function fromTable(file: SourceFile): SchoolRow[] {
  return readTable(file, CSV_COLUMNS).map((row) => {
    const [lng, lat] = [Number(row.geometryLng), Number(row.geometryLat)];
    return withId({ ...row, position: row.geometryLng !== '' && row.geometryLat !== '' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null });
  });
}
