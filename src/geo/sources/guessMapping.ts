import type { FileColumns } from './fileColumns';
import type { Mapping } from './mapping';
import { columnKey } from './table';

/** What columns of lists are mostly called, the likeliest first. */
const NAMES = {
  name: ['name', 'sitename', 'site', 'placename', 'title', 'organisation', 'facilityname', 'schoolname', 'premises', 'businessname', 'label'],
  detail: ['type', 'kind', 'subtype', 'facilitytype', 'category', 'description', 'classification'],
  address: ['address', 'fulladdress', 'address1', 'addressline1', 'street', 'location'],
  id: ['id', 'ref', 'reference', 'sitereference', 'objectid', 'fid', 'uprn'],
  lng: ['lng', 'lon', 'long', 'longitude', 'x'],
  lat: ['lat', 'latitude', 'y'],
  easting: ['easting', 'eastings', 'xcoordinate', 'eastingsx', 'gridrefeas', 'x'],
  northing: ['northing', 'northings', 'ycoordinate', 'northingy', 'gridrefnor', 'y'],
  postcode: ['postcode', 'post_code', 'zip'],
} as const;

export type Guess = Pick<Mapping, 'columns' | 'position'>;

/** A beginning for the mapping step, to be looked at by whoever makes it; null: nothing in it seems to place the rows. */
export function guessMapping({ is, names, rows }: FileColumns): { readonly columns: { readonly [K in keyof Guess['columns']]: string | null }; readonly position: Guess['position'] | null } {
  const find = (wanted: keyof typeof NAMES): string | null => NAMES[wanted].map(columnKey).flatMap((key) => names.filter((name) => columnKey(name) === key))[0] ?? null;
  const numbers = (column: string, test: (value: number) => boolean) => {
    const given = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    return given.length > 0 && given.filter((cell) => test(Number(cell))).length * 2 > given.length;
  };
  const pair = (first: string | null, second: string | null, [a, b]: readonly [(value: number) => boolean, (value: number) => boolean]) => first !== null && second !== null && first !== second && numbers(first, a) && numbers(second, b) ? [first, second] as const : null;
  const degrees = pair(find('lng'), find('lat'), [(value) => Math.abs(value) <= 180, (value) => Math.abs(value) <= 90]);
  const grid = pair(find('easting'), find('northing'), [(value) => value > 360 && value < 700_000, (value) => value > 360 && value < 1_300_000]);
  const postcode = find('postcode');
  const position = is === 'geojson' ? { by: 'shape' } as const
    : degrees !== null ? { by: 'degrees', lng: degrees[0], lat: degrees[1] } as const
      : grid !== null ? { by: 'grid', easting: grid[0], northing: grid[1] } as const
        : postcode !== null ? { by: 'postcode', postcode } as const : null;
  return { columns: { name: find('name'), detail: find('detail'), address: find('address'), id: find('id') }, position };
}
