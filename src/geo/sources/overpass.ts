import type { Geometry, Position } from 'geojson';
import * as v from 'valibot';
import { contains } from './box';
import { headOf, textOf } from './encoding';
import type { SourceFeature } from './geojson';
import { joinRings } from './joinRings';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** A feature as OpenStreetMap has it; `incomplete`: parts of its outline are not in the file. */
export interface OverpassFeature extends SourceFeature { readonly incomplete: boolean }
/** `asOf`: the day of the map's state (timestamp_osm_base); null: the file does not say. */
export interface Overpass { readonly features: readonly OverpassFeature[]; readonly asOf: string | null }

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
type OsmElement = v.InferOutput<typeof Element>;
type Way = Extract<OsmElement, { type: 'way' }>;
type Relation = Extract<OsmElement, { type: 'relation' }>;

/** An Overpass answer, and no GeoJSON: told by its first words. */
export const isOverpass = (file: SourceFile): boolean => /^\s*\{[^[]*"(osm3s|elements)"\s*:/u.test(headOf(file));

/**
 * A saved Overpass answer ([out:json]): its tagged nodes, ways and relations, with geometry from their nodes and members or from `out geom`.
 * @throws SourceError when it is damaged, or broke off on the server (then it holds only some of what is there).
 */
export function readOverpass(file: SourceFile): Overpass {
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
  return { features, asOf: /^\d{4}-\d{2}-\d{2}$/u.test(day) ? day : null };
}

function parse(file: SourceFile): unknown {
  try {
    return JSON.parse(textOf(file)) as unknown;
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    throw new SourceError(file.name, 'is not JSON, or is cut short. Download it again.', { cause });
  }
}

interface World { readonly nodes: ReadonlyMap<number, Position>; readonly ways: ReadonlyMap<number, Way> }
/** A line of the map, and whether all of its nodes are in the file. */
interface Drawn { readonly line: Position[]; readonly whole: boolean }

function worldOf(elements: readonly OsmElement[]): World {
  const nodes = new Map<number, Position>();
  const ways = new Map<number, Way>();
  for (const element of elements) {
    if (element.type === 'node' && element.lat !== undefined && element.lon !== undefined) nodes.set(element.id, [element.lon, element.lat]);
    // A way can be in twice: once for itself with tags, once as the bare line of a relation.
    if (element.type === 'way' && !(ways.get(element.id)?.nodes ?? ways.get(element.id)?.geometry)) ways.set(element.id, element);
  }
  return { nodes, ways };
}

function toFeature(element: OsmElement, world: World): OverpassFeature {
  const { geometry, incomplete } = element.type === 'node' ? { geometry: pointOf(world.nodes.get(element.id)), incomplete: false } : element.type === 'way' ? wayShape(element, world) : relationShape(element, world);
  return { id: `${element.type}/${String(element.id)}`, properties: element.tags, geometry, incomplete };
}

interface Shape { readonly geometry: Geometry | null; readonly incomplete: boolean }
const pointOf = (position: Position | undefined): Geometry | null => (position ? { type: 'Point', coordinates: position } : null);
const middleOf = ({ center }: Way | Relation): Shape => ({ geometry: pointOf(center && [center.lon, center.lat]), incomplete: true });

function drawn({ nodes: refs, geometry }: Pick<Way, 'nodes' | 'geometry'>, { nodes }: World): Drawn {
  const all = geometry ? geometry.map((at) => (at ? [at.lon, at.lat] : undefined)) : (refs ?? []).map((ref) => nodes.get(ref));
  const line = all.filter((position) => position !== undefined);
  return { line, whole: line.length === all.length };
}

function wayShape(way: Way, world: World): Shape {
  const own = drawn(way, world);
  if (own.line.length < 2) return own.line.length === 1 ? { geometry: pointOf(own.line[0]), incomplete: true } : middleOf(way);
  const { rings: [ring] } = joinRings([own.line]);
  if (ring && way.tags['area'] !== 'no') return { geometry: { type: 'Polygon', coordinates: [ring] }, incomplete: !own.whole };
  return { geometry: { type: 'LineString', coordinates: own.line }, incomplete: !own.whole };
}

/** Outlines with their holes; lines that close no ring stay lines, and lone nodes points, so that nothing of a place is lost. */
function relationShape(relation: Relation, world: World): Shape {
  const members = relation.members ?? [];
  const lines = members.filter(({ type }) => type === 'way').map(({ ref, role, geometry }) => ({ role, ...drawn(geometry ? { geometry } : world.ways.get(ref) ?? {}, world) }));
  const outer = joinRings(lines.filter(({ role }) => role !== 'inner').map((one) => one.line));
  const inner = joinRings(lines.filter(({ role }) => role === 'inner').map((one) => one.line));
  const missing = lines.some((one) => !one.whole || one.line.length < 2) || outer.open.length > 0 || inner.open.length > 0 || members.some(({ type }) => type === 'relation');
  const parts: Geometry[] = [];
  if (outer.rings.length > 0) parts.push({ type: 'MultiPolygon', coordinates: outer.rings.map((ring) => [ring, ...inner.rings.filter((hole) => liesIn(hole, ring))]) });
  if (outer.open.length > 0) parts.push({ type: 'MultiLineString', coordinates: outer.open });
  const points = members.filter(({ type }) => type === 'node').flatMap(({ ref, lat, lon }): Position[] => {
    const at = lat !== undefined && lon !== undefined ? [lon, lat] : world.nodes.get(ref);
    return at ? [at] : [];
  });
  if (parts.length === 0 && points.length > 0) parts.push({ type: 'MultiPoint', coordinates: points });
  const [only] = parts;
  if (!only) return middleOf(relation);
  return { geometry: parts.length === 1 ? only : { type: 'GeometryCollection', geometries: parts }, incomplete: missing };
}

/** By a corner of the hole that is not on the ring itself. */
function liesIn(hole: readonly Position[], ring: Position[]): boolean {
  const on = new Set(ring.map(String));
  const [lng = NaN, lat = NaN] = hole.find((position) => !on.has(String(position))) ?? hole[0] ?? [];
  return contains({ type: 'MultiPolygon', coordinates: [[ring]] }, lng, lat);
}
