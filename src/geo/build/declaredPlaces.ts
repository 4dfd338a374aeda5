import { boxOf, boxPolygon, MARGIN_METRES, readCouncils, SourceError, widen } from '../sources';
import { type BuildFiles, readFile } from './buildFiles';
import { areaOf } from './packSources';
import type { PackPlan } from './plan';

/** Names by which a plan says that a source is complete in the area of the pack, up to its border; or there and in its margin. */
export const THE_AREA = 'The area of the pack';
export const AROUND_THE_AREA = 'The area of the pack and 5 km around it';

/** The same files, and the area's outline under those two names, as a GeoJSON file would give it. */
export function withDeclaredPlaces(plan: Pick<PackPlan, 'area' | 'councils'>, files: BuildFiles): BuildFiles {
  return {
    ...files,
    read: async (path) => {
      if (path !== THE_AREA && path !== AROUND_THE_AREA) return files.read(path);
      const { boundary } = areaOf(plan, plan.councils ? readCouncils(await readFile(plan.councils.path, files)) : []);
      const own = boxOf(boundary);
      if (!own) throw new SourceError(path, 'has no outline.');
      const geometry = path === THE_AREA ? boundary : boxPolygon(widen(own, MARGIN_METRES));
      return new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry }] }));
    },
  };
}
