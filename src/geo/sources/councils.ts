import type { Council } from '../pack/content';
import { asMulti } from './area';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';
import { findColumns, pick } from './table';

const COLUMNS = {
  // ONS names carry the year (LAD23CD); the Improvement Service says `code`.
  code: { names: ['code', 'LAD25CD', 'LAD24CD', 'LAD23CD', 'LAD22CD', 'LAD21CD', 'la_s_code'], required: true },
  name: { names: ['name', 'LAD25NM', 'LAD24NM', 'LAD23NM', 'LAD22NM', 'LAD21NM', 'local_authority'], required: true },
} as const;

/** Council areas from GeoJSON; only Scottish ones (GSS codes S12…). @throws SourceError when there is none, or one has no outline. */
export function readCouncils(file: SourceFile): Council[] {
  const features = readFeatures(file);
  const header = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))];
  const places = findColumns(file.name, header, COLUMNS);
  const councils = features.flatMap(({ properties, geometry }): Council[] => {
    const { code, name } = pick(places, (place) => properties[header[place] ?? '']);
    if (!/^S12\d{6}$/u.test(code)) return [];
    const mended = mendGeometry(geometry);
    const outline = 'geometry' in mended ? mended.geometry : null;
    if (outline?.type !== 'Polygon' && outline?.type !== 'MultiPolygon') throw new SourceError(file.name, `${name} (${code}) has no outline. Download it again.`);
    return [{ code, name, boundary: asMulti(outline) }];
  });
  if (councils.length === 0) throw new SourceError(file.name, 'holds no Scottish council (no code that begins with S12). Give council boundaries with GSS codes.');
  return councils;
}
