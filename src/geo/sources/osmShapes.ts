import type { Geometry, Position } from 'geojson';
import { contains } from './box';
import type { SourceFeature } from './geojson';
import { joinRings } from './joinRings';

/** A feature as OpenStreetMap has it; `incomplete`: parts of its outline are not in the file. */
export interface OsmFeature extends SourceFeature { readonly incomplete: boolean }

interface LatLon { readonly lat: number; readonly lon: number }
type Tags = Readonly<Record<string, string>>;
export interface OsmNode { readonly type: 'node'; readonly id: number; readonly lat?: number | undefined; readonly lon?: number | undefined; readonly tags: Tags }
export interface OsmWay { readonly type: 'way'; readonly id: number; readonly nodes?: readonly number[] | undefined; readonly geometry?: readonly (LatLon | null)[] | undefined; readonly center?: LatLon | undefined; readonly tags: Tags }
export interface OsmMember { readonly type: string; readonly ref: number; readonly role: string; readonly geometry?: readonly (LatLon | null)[] | undefined; readonly lat?: number | undefined; readonly lon?: number | undefined }
export interface OsmRelation { readonly type: 'relation'; readonly id: number; readonly center?: LatLon | undefined; readonly members?: readonly OsmMember[] | undefined; readonly tags: Tags }
export type OsmElement = OsmNode | OsmWay | OsmRelation;

/** What elements refer to, by id. */
export interface OsmWorld { readonly nodes: ReadonlyMap<number, Position>; readonly ways: ReadonlyMap<number, Pick<OsmWay, 'nodes' | 'geometry'>> }
/** A line of the map, and whether all of its nodes are in the file. */
interface Drawn { readonly line: Position[]; readonly whole: boolean }

export function toFeature(element: OsmElement, world: OsmWorld): OsmFeature {
  const { geometry, incomplete } = element.type === 'node' ? { geometry: pointOf(world.nodes.get(element.id)), incomplete: false } : element.type === 'way' ? wayShape(element, world) : relationShape(element, world);
  return { id: `${element.type}/${String(element.id)}`, properties: element.tags, geometry, incomplete };
}

interface Shape { readonly geometry: Geometry | null; readonly incomplete: boolean }
const pointOf = (position: Position | undefined): Geometry | null => (position ? { type: 'Point', coordinates: position } : null);
const middleOf = ({ center }: OsmWay | OsmRelation): Shape => ({ geometry: pointOf(center && [center.lon, center.lat]), incomplete: true });

function drawn({ nodes: refs, geometry }: Pick<OsmWay, 'nodes' | 'geometry'>, { nodes }: OsmWorld): Drawn {
  const all = geometry ? geometry.map((at) => (at ? [at.lon, at.lat] : undefined)) : (refs ?? []).map((ref) => nodes.get(ref));
  const line = all.filter((position) => position !== undefined);
  return { line, whole: line.length === all.length };
}

function wayShape(way: OsmWay, world: OsmWorld): Shape {
  const own = drawn(way, world);
  if (own.line.length < 2) return own.line.length === 1 ? { geometry: pointOf(own.line[0]), incomplete: true } : middleOf(way);
  const { rings: [ring] } = joinRings([own.line]);
  if (ring && way.tags['area'] !== 'no') return { geometry: { type: 'Polygon', coordinates: [ring] }, incomplete: !own.whole };
  return { geometry: { type: 'LineString', coordinates: own.line }, incomplete: !own.whole };
}

/** Outlines with their holes; lines that close no ring stay lines, and lone nodes points, so that nothing of a place is lost. */
function relationShape(relation: OsmRelation, world: OsmWorld): Shape {
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
