import type { Geometry, Position } from 'geojson';
import type { Way } from '../walk/way';
import { touches, type Box } from './box';
import { OUTSIDE_REASON } from './gathered';
import { readFeatures } from './geojson';
import { mendGeometry } from './mendGeometry';
import { checkMostPlaced, strayShape } from './scotland';
import { unpackGzip, type SourceFile } from './sourceFile';
import { shortText } from './shortText';
import { SourceError } from './sourceError';
import { Tally } from './tally';
import { NOT_WALKED, wayKind } from './walkableWays';

export interface StreetRows {
  readonly ways: readonly Way[];
  readonly read: number;
  readonly kept: number;
  readonly dropped: Tally;
  readonly flagged: Tally;
}

export const NO_WAY_REASON = 'Not a street or path that is drawn (platform, crossing, outline of a bridge, being built)';

/**
 * Streets and paths of an OpenStreetMap extract, raw tags or OpenMapTiles' (walkableWays.ts), as far as they reach into the box. The outline of a square is a way round it.
 * @throws SourceError, also where not one way is walked: a file of something else would make a pack that says that there is no way anywhere.
 */
export function readStreets(files: readonly SourceFile[], { box }: { box: Box }): StreetRows {
  const dropped = new Tally();
  const flagged = new Tally();
  const ways: Way[] = [];
  const seen = new Set<string>();
  let [read, kept] = [0, 0];
  for (const given of files) {
    const file = unpackGzip(given);
    let walked = 0;
    for (const { id, properties, geometry } of readFeatures(file)) {
      read += 1;
      const way = wayKind(properties);
      const mended = mendGeometry(geometry);
      const lines = 'geometry' in mended ? linesOf(mended.geometry) : [];
      const reason = way === null || ('geometry' in mended && lines.length === 0) ? NO_WAY_REASON
        : 'lost' in mended ? mended.lost : strayShape(mended.geometry) ?? (id !== '' && seen.has(`${id} ${way?.kind ?? ''}`) ? 'Given twice' : null);
      if (way === null || reason !== null || 'lost' in mended) { dropped.add(reason ?? NO_WAY_REASON); continue; }
      // OpenMapTiles gives a street with a tramway in it twice, once as each.
      if (id !== '') seen.add(`${id} ${way.kind}`);
      if (way.not === null) walked += 1;
      if (!touches(mended.geometry, box)) { dropped.add(OUTSIDE_REASON); continue; }
      kept += 1;
      if (way.not !== null) flagged.add(`Drawn, not walked. ${NOT_WALKED[way.not]}`);
      const name = typeof properties['name'] === 'string' ? shortText(properties['name']).text : '';
      for (const positions of lines) ways.push({ kind: way.kind, name, walked: way.not === null, level: way.level, positions });
    }
    checkMostPlaced(file.name, read, dropped);
    if (walked === 0) throw new SourceError(file.name, "has no street or path that is walked. Give OpenStreetMap's lines with the tag highway (or OpenMapTiles' class).");
  }
  return { ways, read, kept, dropped, flagged };
}

function linesOf(geometry: Geometry): readonly Position[][] {
  switch (geometry.type) {
    case 'LineString': return [geometry.coordinates];
    case 'MultiLineString': case 'Polygon': return geometry.coordinates;
    case 'MultiPolygon': return geometry.coordinates.flat();
    default: return [];
  }
}
