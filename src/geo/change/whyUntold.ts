import { coverageAt } from '../coverage';
import type { Layer } from '../pack/header';
import type { OpenPack } from '../pack/openPack';
import type { Site } from '../pack/site';
import { planeAt } from '../plane';
import { boxOf } from '../sources/box';
import { distanceMetres } from '../distance';

/** Why a pack that does not hold a place tells nothing of it: missing data is never a place that is gone. */
export const UNTOLD = {
  sourceGone: 'its source is not in the newer pack, or no longer answers for its category',
  notCovered: 'its source does not cover the place in the newer pack',
  older: 'the newer pack has older data of its source',
} as const;
export type Untold = keyof typeof UNTOLD;

type Dated = Pick<Layer, 'id' | 'asOf'>;

/** Layers that told of a site, its listings' too. */
export const layersOf = ({ layerId, members = [] }: Pick<Site, 'layerId' | 'members'>): readonly string[] => [...new Set([layerId, ...members.map((one) => one.layerId)])];

/** Both dates are known, and the pack's is before the one that was read. */
export function isOlder(pack: OpenPack, layerIds: readonly string[], then: readonly Dated[]): boolean {
  return layerIds.some((id) => {
    const [was, is] = [then, pack.header.layers].map((layers) => layers.find((layer) => layer.id === id)?.asOf ?? null);
    return was != null && is != null && is < was;
  });
}

/**
 * null: every source that told of the site is in the pack, answers for its category, holds the whole of where it lay and is no older than it was, so that not to be
 * there is to be gone.
 */
export function whyUntold(site: Pick<Site, 'layerId' | 'members' | 'category' | 'geometry'>, then: readonly Dated[], pack: OpenPack): Untold | null {
  const box = boxOf(site.geometry);
  if (box === null) return 'notCovered';
  const middle = { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
  const reachMetres = distanceMetres(middle, { lng: box.west, lat: box.south });
  const coverage = coverageAt(pack.packed.areas, planeAt(middle));
  for (const id of layersOf(site)) {
    const at = pack.header.layers.findIndex((layer) => layer.id === id);
    if (pack.header.layers[at]?.categories.includes(site.category) !== true) return 'sourceGone';
    if (!coverage.holds(pack.packed.coverages[at] ?? null, reachMetres)) return 'notCovered';
  }
  return isOlder(pack, layersOf(site), then) ? 'older' : null;
}
