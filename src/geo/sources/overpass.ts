import type { Position } from 'geojson';
import * as v from 'valibot';
import { headOf, textOf } from './encoding';
import { isRoad } from './osmKinds';
import { toFeature, type OsmElement, type OsmFeature, type OsmWay, type OsmWorld } from './osmShapes';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** `asOf`: the day of the map's state (timestamp_osm_base); null: the file does not say. `roads`: of the file, taken or not (they tell a file with all of the map from one that was cut to some kinds of places). */
export interface OsmExtract { readonly features: readonly OsmFeature[]; readonly asOf: string | null; readonly roads: number }

const whole = v.pipe(v.number(), v.safeInteger());
const latLon = v.looseObject({ lat: v.number(), lon: v.number() });
const line = v.array(v.nullable(latLon));
const tags = v.optional(v.record(v.string(), v.string()), {});
const Element = v.variant('type', [
  v.looseObject({ type: v.literal('node'), id: whole, lat: v.optional(v.number()), lon: v.optional(v.number()), tags }),
  v.looseObject({ type: v.literal('way'), id: whole, nodes: v.optional(v.array(whole)), geometry: v.optional(line), center: v.optional(latLon), tags }),
  v.looseObject({
    type: v.literal('relation'), id: whole, center: v.optional(latLon), tags,
    members: v.optional(v.array(v.looseObject({ type: v.string(), ref: whole, role: v.optional(v.string(), ''), geometry: v.optional(line), lat: v.optional(v.number()), lon: v.optional(v.number()) }))),
  }),
]);
const Answer = v.looseObject({ osm3s: v.optional(v.looseObject({ timestamp_osm_base: v.optional(v.string()) })), remark: v.optional(v.string()), elements: v.array(v.looseObject({ type: v.string() })) });

/** An Overpass answer, and no GeoJSON: told by its first words. */
export const isOverpass = (file: SourceFile): boolean => /^\s*\{[^[]*"(osm3s|elements)"\s*:/u.test(headOf(file));

/**
 * A saved Overpass answer ([out:json]): its tagged nodes, ways and relations, with geometry from their nodes and members or from `out geom`.
 * @throws SourceError when it is damaged, or broke off on the server (then it holds only some of what is there).
 */
export function readOverpass(file: SourceFile): OsmExtract {
  const answer = v.safeParse(Answer, parse(file));
  if (!answer.success) throw new SourceError(file.name, 'is JSON, but no Overpass answer (it has no elements). Save the answer of [out:json].');
  const { elements: given, osm3s, remark } = answer.output;
  if (remark !== undefined && /error|timed out|out of memory/iu.test(remark)) throw new SourceError(file.name, `is not whole: Overpass broke off (${remark.slice(0, 160)}). Ask again, for a smaller area or with a longer timeout.`);
  const elements = given.flatMap((value, i): OsmElement[] => {
    if (!['node', 'way', 'relation'].includes(value.type)) return [];
    const element = v.safeParse(Element, value, { abortEarly: true });
    if (!element.success) throw new SourceError(file.name, `element ${String(i + 1)} is no ${value.type} of OpenStreetMap. Save the answer again.`);
    return [element.output];
  });
  const world = worldOf(elements);
  const features = elements.filter((element) => Object.keys(element.tags).length > 0).map((element) => toFeature(element, world));
  if (features.length === 0) throw new SourceError(file.name, 'has no tagged elements. An empty layer would say that nothing is there; leave the file out instead, or ask with `out body`.');
  const day = osm3s?.timestamp_osm_base?.slice(0, 10) ?? '';
  return { features, asOf: /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null, roads: elements.filter(({ type, tags }) => type === 'way' && isRoad(tags)).length };
}

function parse(file: SourceFile): unknown {
  try {
    return JSON.parse(textOf(file)) as unknown;
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(file.name, 'is not JSON, or is cut short. Download it again.', { cause });
  }
}

function worldOf(elements: readonly OsmElement[]): OsmWorld {
  const nodes = new Map<number, Position>();
  const ways = new Map<number, OsmWay>();
  for (const element of elements) {
    if (element.type === 'node' && element.lat !== undefined && element.lon !== undefined) nodes.set(element.id, [element.lon, element.lat]);
    // A way can be in twice: once for itself with tags, once as the bare line of a relation.
    if (element.type === 'way' && !(ways.get(element.id)?.nodes ?? ways.get(element.id)?.geometry)) ways.set(element.id, element);
  }
  return { nodes, ways };
}
