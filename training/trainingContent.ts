import type { PackContent, PostcodePoint, Site } from '@/geo';
import { addresses, postcodes } from './addresses';
import { BURGH, TRAINING_DATES } from './burgh';
import { LAYERS, toLayer } from './layers';
import { toRing, type Metres } from './plane';
import { houses } from './plots';
import { SITES, type SiteSeed } from './sites';
import { streetLines } from './streetLines';
import { streetMap } from './streets';

/** The burgh boundary: inland along field edges, seaward past the harbour arms. */
const BOUNDARY: readonly Metres[] = [
  [60, 110], [640, 40], [1190, 90], [1790, 40], [2330, 90], [2440, 760], [2400, 1500], [2450, 2280], [2080, 2440], [1460, 2470], [880, 2440], [330, 2410],
  [110, 2040], [40, 1500], [120, 900],
];

/** The whole fictional training area. The same source always gives the same content. */
export function trainingContent(): PackContent {
  const built = houses();
  const homes = addresses(built);
  const points = postcodes(homes);
  const sites = SITES.map((seed, i) => toSite(seed, i, points));
  const boundary = { type: 'MultiPolygon' as const, coordinates: [[toRing(BOUNDARY)]] };
  return {
    title: BURGH.title,
    training: true,
    builtAt: TRAINING_DATES.builtAt,
    area: { name: `${BURGH.name} (fictional)`, councilCode: BURGH.councilCode, boundary },
    layers: LAYERS.map((layer) => {
      const own = sites.filter((site) => site.layerId === layer.id);
      const flagged = countBy(own.flatMap((site) => site.flags));
      return toLayer(layer, { read: own.length, kept: own.length, dropped: [], flagged });
    }),
    sites,
    postcodes: points,
    addresses: homes,
    councils: [{ code: BURGH.councilCode, name: `${BURGH.name} (fictional)`, boundary }],
    streets: streetMap(built),
    lines: streetLines(),
    basemap: null,
  };
}

function toSite(seed: SiteSeed, index: number, points: readonly PostcodePoint[]): Site {
  const { category, name, detail, address, geometry, flags = [] } = seed;
  const at = { siteId: `training:${seed.layer}/${index + 1}`, name, category, layerId: seed.layer, detail, address, flags };
  if (!('postcode' in geometry)) return { ...at, geometry, errorMetres: null };
  const found = points.find((p) => p.postcode === geometry.postcode);
  if (!found) throw new RangeError(`${name} stands at postcode ${String(geometry.postcode)}, which the training area does not have.`);
  // As with real sources: an imputed postcode point (quality 20 or worse) bounds nothing; otherwise the layer's own error holds.
  return { ...at, geometry: { type: 'Point', coordinates: [found.point.lng, found.point.lat] }, errorMetres: found.quality >= 20 ? 'unknown' : null };
}

function countBy(reasons: readonly string[]): { reason: string; count: number }[] {
  return [...new Set(reasons)].map((reason) => ({ reason, count: reasons.filter((r) => r === reason).length }));
}
