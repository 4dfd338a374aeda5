import type { Position } from 'geojson';
import { textOf } from './encoding';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import { positionsOf } from './box';
import type { SourceFile } from './sourceFile';
import { findColumns, pick, readTable, type Row } from './table';

/** Names of the 2022 shapefile first (cut to ten characters there), then those of other editions. No personal or contact column is in it. */
const COLUMNS = {
  id: { names: ['SchUID'], required: true },
  name: { names: ['SchoolName'], required: true },
  type: { names: ['SchoolType'], required: true },
  address1: { names: ['AddressLine1', 'AddressLin', 'Address1'] },
  address2: { names: ['AddressLine2', 'AddressL_1', 'Address2'] },
  address3: { names: ['AddressLine3', 'AddressL_2', 'Address3'] },
  postcode: { names: ['PostCode'] },
  councilCode: { names: ['LACode'] },
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
  return textOf(file).trimStart().startsWith('{') ? fromFeatures(file) : fromTable(file);
}

function fromFeatures(file: SourceFile): SchoolRow[] {
  const features = readFeatures(file);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const places = findColumns(file.name, header, COLUMNS);
  return features.map(({ properties, geometry }) => {
    const mended = mendGeometry(geometry);
    const position = 'geometry' in mended ? positionsOf(mended.geometry)[0] ?? null : null;
    return { ...pick(places, (place) => properties[header[place] ?? '']), position };
  });
}

function fromTable(file: SourceFile): SchoolRow[] {
  return readTable(file, CSV_COLUMNS).map((row) => {
    const [lng, lat] = [Number(row.geometryLng), Number(row.geometryLat)];
    return { ...row, position: row.geometryLng !== '' && row.geometryLat !== '' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null };
  });
}
