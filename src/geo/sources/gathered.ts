import type { Layer } from '../pack/header';
import type { Site } from '../pack/site';
import { touches, type Box } from './box';
import { Tally } from './tally';

/** One layer's sites as a source gave them, before they are cut to an area. read = sites + dropped. */
export interface Gathered {
  readonly layer: Omit<Layer, 'counts'>;
  readonly sites: readonly Site[];
  readonly read: number;
  readonly dropped: Tally;
}

export interface FilledLayer {
  readonly layer: Layer;
  readonly sites: readonly Site[];
}

export const OUTSIDE_REASON = 'Outside the area and its margin';

/** Keeps the sites that touch the box, and closes the layer's account. */
export function cutToBox({ layer, sites, read, dropped }: Gathered, box: Box): FilledLayer {
  const kept = sites.filter((site) => touches(site.geometry, box));
  const lost = new Tally();
  for (const { reason, count } of dropped.rows()) lost.add(reason, count);
  if (kept.length < sites.length) lost.add(OUTSIDE_REASON, sites.length - kept.length);
  const flagged = new Tally();
  for (const site of kept) for (const flag of site.flags) flagged.add(flag);
  return { layer: { ...layer, counts: { read, kept: kept.length, dropped: lost.rows(), flagged: flagged.rows() } }, sites: kept };
}
