import type { MultiPolygon } from 'geojson';
import type { Council } from '../pack/content';
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
    if (!('geometry' in mended) || !/Polygon$/u.test(mended.geometry.type)) throw new SourceError(file.name, `${name} (${code}) has no outline. Download it again.`);
    return [{ code, name, boundary: multi(mended.geometry) }];
  });
  if (councils.length === 0) throw new SourceError(file.name, 'holds no Scottish council (no code that begins with S12). Give council boundaries with GSS codes.');
  return councils;
}

function multi(geometry: { type: string }): MultiPolygon {
  const given = geometry as MultiPolygon | { type: 'Polygon'; coordinates: MultiPolygon['coordinates'][number] };
  return given.type === 'Polygon' ? { type: 'MultiPolygon', coordinates: [given.coordinates] } : given;
}
