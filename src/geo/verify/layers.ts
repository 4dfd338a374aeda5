import { isDay } from '@/terms';
import type { MultiPolygon } from 'geojson';
import type { Layer, PackHeader } from '../pack/header';
import type { Site } from '../pack/site';
import { boxOf, contains, MARGIN_METRES, positionsOf, widen } from '../sources/box';
import type { LayerAccount, PackAccount } from './account';
import { crossingOf, outlineFault } from './rings';

export interface Told { readonly faults: string[]; readonly notes: string[] }
const told = (): Told => ({ faults: [], notes: [] });

/** Listings by layer: of a site made of several, each in its own. */
export function listingsOf(sites: readonly Site[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { layerId, members } of sites) for (const id of members?.map((one) => one.layerId) ?? [layerId]) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Layers without sites credit what else is in the pack, by these ids (`pack build`). */
export function countsCheck(layers: readonly Layer[], listings: ReadonlyMap<string, number>, counts: NonNullable<PackAccount['counts']>): Told {
  const { faults, notes } = told();
  const credited: Readonly<Record<string, number>> = { postcodes: counts.postcodes, councils: counts.councils, uprns: counts.addresses };
  for (const { id, categories, coverage, counts: { read, kept, dropped, flagged } } of layers) {
    const held = categories.length > 0 ? (listings.get(id) ?? 0) : credited[id];
    if (held !== undefined && held !== kept) faults.push(`Layer '${id}' says that it kept ${String(kept)}; the pack holds ${String(held)}.`);
    const lost = dropped.reduce((sum, { count }) => sum + count, 0);
    if (kept + lost !== read) faults.push(`Layer '${id}' read ${String(read)} rows and accounts for ${String(kept + lost)}: ${String(kept)} kept, ${String(lost)} dropped.`);
    for (const { reason, count } of flagged) if (count > kept) faults.push(`Layer '${id}' flags ${String(count)} of the ${String(kept)} that it kept: ${reason}.`);
    if (categories.length > 0 && kept === 0 && coverage !== null) notes.push(`Layer '${id}' has no site in the pack.`);
  }
  return { faults, notes };
}

export function coverageCheck({ area, layers }: PackHeader, sites: readonly Site[]): Told & { readonly outside: ReadonlyMap<string, number> } {
  const { faults, notes } = told();
  const outside = new Map<string, number>();
  const known = new Map<MultiPolygon, string | null>();
  const own = boxOf(area.boundary);
  // What rounding to the pack's units can add.
  const reach = own && widen(own, MARGIN_METRES + 0.1);
  const unsound = (coverage: MultiPolygon): string | null => {
    const before = known.get(coverage);
    if (before !== undefined) return before;
    const at = crossingOf(coverage);
    const box = boxOf(coverage);
    const fault = outlineFault(coverage)?.toLowerCase()
      ?? (at ? `it crosses itself near ${at.join(', ')}` : null)
      ?? (box && reach && (box.west < reach.west || box.south < reach.south || box.east > reach.east || box.north > reach.north) ? `it reaches over ${String(MARGIN_METRES / 1000)} km beyond the area, where the pack keeps no sites` : null);
    known.set(coverage, fault);
    return fault;
  };
  const boundary = crossingOf(area.boundary);
  if (boundary) notes.push(`The boundary of the area crosses itself near ${boundary.join(', ')}.`);
  for (const { id, categories, coverage } of layers) {
    if (categories.length === 0) continue;
    if (coverage === null) {
      notes.push(`Layer '${id}' counts as searched nowhere.`);
      continue;
    }
    const fault = unsound(coverage);
    if (fault !== null) faults.push(`The coverage of layer '${id}' is not sound: ${fault}.`);
    const all = sites.filter((site) => site.layerId === id);
    const astray = all.filter(({ geometry }) => !positionsOf(geometry).some(([lng = NaN, lat = NaN]) => contains(coverage, lng, lat)));
    outside.set(id, astray.length);
    if (astray.length > 0 && astray.length === all.length) faults.push(`The coverage of layer '${id}' holds none of its ${String(all.length)} sites: one of the two is in the wrong place.`);
    else if (astray.length > 0) notes.push(`${String(astray.length)} of the ${String(all.length)} sites of layer '${id}' lie outside its coverage (such as '${astray[0]?.siteId ?? ''}'): they are shown, but nothing is said to have been searched there.`);
  }
  return { faults, notes, outside };
}

export function licencesCheck(layers: readonly Layer[]): Told {
  const { faults, notes } = told();
  if (layers.length === 0) faults.push('The pack has no layer: nothing says where its content comes from.');
  for (const { id, publisher, licence, attribution } of layers) {
    const missing = Object.entries({ publisher, licence, attribution }).filter(([, text]) => text.trim() === '').map(([name]) => name);
    if (missing.length > 0) faults.push(`Layer '${id}' does not say its ${missing.join(', ')}.`);
  }
  return { faults, notes };
}

/** `today`: yyyy-mm-dd. */
export function datesCheck({ builtAt, layers }: PackHeader, today: string): Told {
  const { faults, notes } = told();
  const builtOn = builtAt.slice(0, 10);
  if (!isDay(builtOn) || Number.isNaN(Date.parse(builtAt))) faults.push(`The pack says that it was built '${builtAt}', which is no moment.`);
  else if (builtOn > today) faults.push(`The pack says that it was built on ${builtOn}, which is still to come.`);
  for (const { id, categories, asOf, staleAfter } of layers) {
    for (const day of [asOf, staleAfter]) if (day !== null && !isDay(day)) faults.push(`Layer '${id}' has the date '${day}', which is no day of the calendar.`);
    if (asOf !== null && asOf > builtOn) faults.push(`Layer '${id}' is of ${asOf}, after the pack was built (${builtOn}).`);
    if (asOf !== null && staleAfter !== null && staleAfter < asOf) faults.push(`Layer '${id}' is taken as current until ${staleAfter}, before the day it is of (${asOf}).`);
    if (categories.length === 0) continue;
    if (staleAfter === null) notes.push(`Layer '${id}' comes without a date: 'none found' is never said from it.`);
    else if (staleAfter < today) notes.push(`Layer '${id}' is past its date since ${staleAfter}: 'none found' is not said from it.`);
  }
  return { faults, notes };
}

export const layerAccount = ({ id, title, categories, publisher, licence, attribution, asOf, staleAfter }: Layer, listings: ReadonlyMap<string, number>, outside: ReadonlyMap<string, number>): LayerAccount => ({
  id, title, listings: categories.length > 0 ? (listings.get(id) ?? 0) : null, sitesOutsideCoverage: outside.get(id) ?? null, publisher, licence, attribution, asOf, staleAfter,
});
