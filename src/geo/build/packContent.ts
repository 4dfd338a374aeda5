import type { PackContent } from '../pack/content';
import type { Layer } from '../pack/header';
import type { PostcodePoint } from '../pack/site';
import { cutToBox, type LabelRows, OSM_CREDIT, OUTSIDE_REASON, placeByUprn, Tally, yearAfterBlank } from '../sources';
import { joinWays } from '../walk';
import { STREET_LAYER } from '../walk/streetLayer';
import type { PackPlan } from './plan';
import { inBox, type PackSources } from './packSources';

/** Layers without categories: they answer for nothing, and carry the credit and date of what else is in the pack. */
const CREDIT = { categories: [], position: { errorMetres: null, extentMetres: 0, note: 'No sites.' }, coverage: null, leavesOut: [] } as const;
const OGL = 'Open Government Licence v3.0';
/** Nothing is judged by these, so their age takes nothing back; without a date, it is not known all the same. */
const creditDates = (asOf: string | null) => ({ asOf, staleAfter: asOf === null ? null : '9999-12-31' });

/** What goes into the pack: everything cut to the area and its margin. */
export function packContent(plan: PackPlan, sources: PackSources, builtAt: string): PackContent {
  const { area, box, gathered } = sources;
  const filled = gathered.map((one) => cutToBox(one, box));
  const postcodes = sources.postcodes?.postcodes.filter(inBox(box)) ?? [];
  return {
    title: plan.title ?? area.name,
    training: false,
    builtAt,
    area,
    layers: [...filled.map(({ layer }) => layer), ...credits(plan, sources, postcodes)],
    sites: filled.flatMap(({ sites }) => sites),
    postcodes,
    addresses: sources.uprns ? placeByUprn(sources.stock?.addresses ?? [], sources.uprns) : sources.stock?.addresses ?? [],
    councils: sources.councils,
    streets: null,
    ...(sources.streets && { lines: joinWays(sources.streets.ways) }),
    places: sources.places.flatMap(({ places }) => places),
    basemap: sources.basemap?.bytes ?? null,
  };
}

function credits(plan: PackPlan, { postcodes, councils, councilsRead, basemap, uprns, stock, streets, places }: PackSources, kept: readonly PostcodePoint[]): Layer[] {
  const layers: Layer[] = [];
  if (postcodes) {
    const attribution = ['OS', 'Royal Mail', 'National Statistics'].map((who) => `Contains ${who} data © ${who === 'Royal Mail' ? 'Royal Mail' : 'Crown'} copyright and database right${yearAfterBlank(postcodes.asOf)}`).join('. ');
    const ended = kept.filter((row) => row.ended !== undefined).length;
    const dropped = [...postcodes.dropped.rows(), ...outside(postcodes.postcodes.length - kept.length)];
    layers.push({
      ...CREDIT, id: 'postcodes', title: `Postcodes (${postcodes.from})`, publisher: postcodes.from === 'ONS NSPL' ? 'Office for National Statistics' : 'Ordnance Survey', licence: OGL, attribution, ...creditDates(postcodes.asOf),
      counts: { read: postcodes.read, kept: kept.length, dropped, flagged: ended > 0 ? [{ reason: 'Ended: shown with its last month, its error not known', count: ended }] : [] },
    });
  }
  if (plan.councils) {
    const attribution = `Source: Office for National Statistics licensed under the ${OGL}. Contains OS data © Crown copyright and database right${yearAfterBlank(plan.councils.asOf)}`;
    layers.push({
      ...CREDIT, id: 'councils', title: 'Council areas', publisher: 'Office for National Statistics', licence: OGL, attribution, ...creditDates(plan.councils.asOf),
      counts: { read: councilsRead, kept: councils.length, dropped: outside(councilsRead - councils.length), flagged: [] },
    });
  }
  if (plan.uprns && uprns) {
    const attribution = `Contains OS data © Crown copyright and database right${yearAfterBlank(plan.uprns.asOf)}`;
    layers.push({
      ...CREDIT, id: 'uprns', title: 'UPRNs (OS Open UPRN)', publisher: 'Ordnance Survey', licence: OGL, attribution, ...creditDates(plan.uprns.asOf),
      counts: { read: uprns.read, kept: uprns.points.size, dropped: uprns.dropped.rows(), flagged: [] },
    });
  }
  if (plan.stock && stock) {
    layers.push({
      ...CREDIT, id: 'stock', title: 'Addresses of a landlord', publisher: plan.stock.credit, licence: 'The landlord’s own list', attribution: `Addresses: ${plan.stock.credit}`, ...creditDates(plan.stock.asOf),
      counts: { read: stock.read, kept: stock.addresses.length, dropped: stock.dropped.rows(), flagged: [] },
    });
  }
  if (plan.streets && streets) {
    layers.push({
      ...CREDIT, ...OSM_CREDIT, id: STREET_LAYER, title: 'Streets and paths (OpenStreetMap)', ...creditDates(plan.streets.asOf), coverage: streets.coverage,
      counts: { read: streets.read, kept: streets.kept, dropped: streets.dropped.rows(), flagged: streets.flagged.rows() },
    });
  }
  for (const { from, places: { length: kept }, read, dropped } of plan.places ? joined(places) : []) {
    const { asOf } = plan.places ?? { asOf: null };
    const source = from === 'OpenStreetMap' ? OSM_CREDIT : { publisher: 'Ordnance Survey', licence: OGL, attribution: `Contains OS data © Crown copyright and database right${yearAfterBlank(asOf)}` };
    layers.push({ ...CREDIT, ...source, id: from === 'OpenStreetMap' ? 'places-osm' : 'places', title: `Names of places (${from})`, ...creditDates(asOf), counts: { read, kept, dropped: dropped.rows(), flagged: [] } });
  }
  if (plan.basemap && basemap) {
    const { publisher, licence, attribution, counts } = basemap;
    layers.push({ ...CREDIT, id: 'basemap', title: 'Background map', publisher, licence, attribution, ...creditDates(plan.basemap.asOf), counts });
  }
  return layers;
}

const outside = (count: number) => (count > 0 ? [{ reason: OUTSIDE_REASON, count }] : []);

/** One account a publisher. */
function joined(rows: PackSources['places']): LabelRows[] {
  return (['OS Open Names', 'OpenStreetMap'] as const).flatMap((from) => {
    const own = rows.filter((row) => row.from === from);
    const dropped = new Tally();
    for (const { reason, count } of own.flatMap((row) => row.dropped.rows())) dropped.add(reason, count);
    return own.length === 0 ? [] : [{ from, places: own.flatMap(({ places }) => places), read: own.reduce((sum, { read }) => sum + read, 0), dropped }];
  });
}
