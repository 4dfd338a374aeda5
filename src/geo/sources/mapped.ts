import { categoryOf, PRECISIONS } from '@/terms';
import type { Geometry, MultiPolygon } from 'geojson';
import { type GridShift, ONE_SHIFT } from '../gridShift';
import { postcodeKey } from '../pack/postcodeText';
import type { PostcodePoint } from '../pack/site';
import { ENDED_POSTCODE_FLAG, IMPUTED_QUALITY } from './careInspectorate';
import type { Edition } from './edition';
import { type FileColumns, readColumns } from './fileColumns';
import { isGrid, withGrid } from './fromGrid';
import type { Gathered } from './gathered';
import { emptyAccount, type ListedPlace, takePlaces } from './listedPlaces';
import type { Mapping } from './mapping';
import { NO_LOCATION } from './mendGeometry';
import { POSTCODE_UNKNOWN, unplaced } from './scotland';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

export interface MappedContext {
  readonly edition: Edition;
  /** Where the list is complete, as declared by whoever builds the pack; null: nowhere, so that 'none found' is never said from it. */
  readonly coverage: MultiPolygon | null;
  readonly postcodes: readonly PostcodePoint[];
  readonly shift?: GridShift;
}

type Placed = Pick<ListedPlace, 'at' | 'addedErrorMetres' | 'flags'>;

/** Places of a file as a mapping reads it: a layer of its own. `layerId` begins with 'list-'. @throws SourceError */
export function readMapped(file: SourceFile, mapping: Mapping, layerId: string, context: MappedContext): Gathered {
  const columns = readColumns(file, context.shift);
  checkColumns(file.name, columns, mapping);
  const { name, detail, address, id } = mapping.columns;
  const placeOf = placing(mapping.position, columns, context);
  const cell = (row: FileColumns['rows'][number], column: string | null) => (column === null ? '' : row[column] ?? '');
  const places = columns.rows.map((row, i): ListedPlace => ({ name: cell(row, name), detail: cell(row, detail), address: cell(row, address), ids: [cell(row, id)], ...placeOf(row, i) }));
  const account = emptyAccount();
  takePlaces(account, file.name, places, { layerId, category: mapping.category, idsBegin: layerId, errorMetres: mapping.errorMetres });
  const { sites, read, dropped } = account;
  return { layer: layerOf(layerId, mapping, context, unplaced(dropped)), sites, read, dropped };
}

function checkColumns(file: string, { is, names }: FileColumns, { columns, position }: Mapping): void {
  const named = [...Object.values(columns), ...Object.entries(position).flatMap(([key, column]) => (key === 'by' ? [] : [column]))];
  const missing = named.filter((column) => column !== null && !names.includes(column));
  if (missing.length > 0) throw new SourceError(file, `has no column ${missing.join(', ')}, which the mapping names. It has: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', …' : ''}.`);
  if (position.by === 'shape' && is === 'csv') throw new SourceError(file, 'is a CSV, which has no shapes. Say in the mapping which columns place it.');
}

function placing(position: Mapping['position'], { features }: FileColumns, { postcodes, shift = ONE_SHIFT }: MappedContext): (row: FileColumns['rows'][number], i: number) => Placed {
  switch (position.by) {
    case 'shape': return (_, i) => ({ at: { geometry: features[i]?.geometry ?? null }, addedErrorMetres: features[i]?.gridErrorMetres ?? 0 });
    case 'degrees': return (row) => ({ at: pointOf(numberOf(row[position.lng]), numberOf(row[position.lat])), addedErrorMetres: 0 });
    case 'grid': return (row) => {
      const at = [numberOf(row[position.easting]), numberOf(row[position.northing])];
      const [eastings = NaN, northings = NaN] = at;
      if (eastings === 0 && northings === 0) return { at: pointOf(0, 0), addedErrorMetres: 0 };
      if (!isGrid(at)) return { at: { lost: NO_LOCATION }, addedErrorMetres: 0 };
      const { lng, lat, errorMetres } = shift.toLngLat({ eastings, northings });
      return { at: pointOf(lng, lat), addedErrorMetres: errorMetres };
    };
    case 'postcode': {
      const points = new Map(postcodes.map((point) => [postcodeKey(point.postcode), point]));
      return (row) => {
        const found = points.get(postcodeKey(row[position.postcode] ?? ''));
        if (found === undefined) return { at: { lost: POSTCODE_UNKNOWN }, addedErrorMetres: 0 };
        const unsure = found.quality >= IMPUTED_QUALITY || found.ended !== undefined;
        return { at: pointOf(found.point.lng, found.point.lat), addedErrorMetres: unsure ? 'unknown' : 0, ...(found.ended !== undefined && { flags: [ENDED_POSTCODE_FLAG] }) };
      };
    }
  }
}

/** Blanks and words are no 0. */
const numberOf = (cell: string | undefined): number => (cell === undefined || cell.trim() === '' ? NaN : Number(cell));
const pointOf = (lng: number, lat: number): { geometry: Geometry } => ({ geometry: { type: 'Point', coordinates: [lng, lat] } });

function layerOf(id: string, mapping: Mapping, { edition: { asOf, staleAfter }, coverage, shift = ONE_SHIFT }: MappedContext, lost: number): Gathered['layer'] {
  const { title, category, publisher, licence, attribution, position } = mapping;
  const byPostcode = position.by === 'postcode';
  const errorMetres = byPostcode ? PRECISIONS.postcode.errorMetres : mapping.errorMetres;
  const said = byPostcode ? `Placed by postcode alone. ${PRECISIONS.postcode.source}`
    : errorMetres === null ? 'How far a place may lie from its position was not given, so that nothing is called inside or outside by it.'
      : `A place is taken to lie within ${String(errorMetres)} m of its position, as whoever built this pack declared.`;
  return {
    id, title, categories: [category], publisher, licence, attribution, asOf, staleAfter, coverage,
    position: { errorMetres, extentMetres: 0, note: withGrid(position.by === 'grid', shift, said) },
    leavesOut: [
      { what: `${categoryOf(category).plural} that are not in the list`, count: null, ask: 'Ask whoever keeps the list.' },
      { what: 'Places in the list that could not be placed', count: lost, ask: 'Ask whoever keeps the list.' },
    ],
  };
}
