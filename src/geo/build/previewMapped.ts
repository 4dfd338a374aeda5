import { ONE_SHIFT } from '../gridShift';
import { boxOf, cutToBox, MARGIN_METRES, type Mapping, readCouncils, readMapped, readOstn15, widen } from '../sources';
import { type BuildFiles, readFile } from './buildFiles';
import { areaOf, readPostcodes } from './packSources';
import { type PackPlan, PlanError } from './plan';

/** `area` null: not chosen yet, so that nothing is told of what lies outside it. */
export interface MappedRequest extends Pick<PackPlan, 'councils' | 'postcodes' | 'ostn15'> {
  readonly path: string;
  readonly mapping: Mapping;
  readonly area: PackPlan['area'] | null;
}

/** What a mapping makes of a file. read = kept + dropped. */
export interface MappedPreview {
  readonly read: number;
  readonly kept: number;
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
  readonly flagged: readonly { readonly reason: string; readonly count: number }[];
  /** The first ones, as they would be taken. `at`: degrees of the middle; `shape`: of its geometry. */
  readonly first: readonly { readonly siteId: string; readonly name: string; readonly detail: string; readonly address: string; readonly at: { readonly lng: number; readonly lat: number } | null; readonly shape: string; readonly flags: readonly string[] }[];
}

const FIRST = 10;

/** Reads a file by its mapping as the build will. @throws SourceError, PlanError */
export async function previewMapped({ path, mapping, area, councils, postcodes, ostn15 }: MappedRequest, files: BuildFiles): Promise<MappedPreview> {
  const shift = ostn15 === null ? ONE_SHIFT : readOstn15(await readFile(ostn15, files));
  const byPostcode = mapping.position.by === 'postcode';
  if (byPostcode && postcodes === null) throw new PlanError('postcodes', `is missing: ${path} places by postcode.`);
  const points = byPostcode && postcodes ? (await readPostcodes(postcodes, shift, files)).postcodes : [];
  const own = area && boxOf(areaOf({ area, councils }, councils ? readCouncils(await readFile(councils.path, files)) : []).boundary);
  const gathered = readMapped(await readFile(path, files), mapping, 'list-preview', { edition: { asOf: null, staleAfter: null }, coverage: { type: 'MultiPolygon', coordinates: [] }, postcodes: points, shift });
  const { layer: { counts }, sites } = cutToBox(gathered, own ? widen(own, MARGIN_METRES) : { west: -Infinity, south: -Infinity, east: Infinity, north: Infinity });
  return {
    ...counts,
    first: sites.slice(0, FIRST).map(({ siteId, name, detail, address, geometry, flags }) => {
      const box = boxOf(geometry);
      return { siteId, name, detail, address, at: box && { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 }, shape: geometry.type, flags };
    }),
  };
}
