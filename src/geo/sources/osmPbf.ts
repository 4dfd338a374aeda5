import type { Position } from 'geojson';
import { isRoad } from './osmKinds';
import { blobsOf, unpackBlob, whole } from './osmPbfBlobs';
import { readBlock, type Kinds, type Tags, type Takers } from './osmPbfBlock';
import { toFeature, type OsmElement, type OsmRelation, type OsmWay } from './osmShapes';
import type { OsmExtract } from './overpass';
import { ProtobufReader } from './protobuf';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

/** What a reader must know of to read the file right (osmformat.proto); a history has every old version of a place in it. */
const KNOWN_FEATURES = new Set(['OsmSchema-V0.6', 'DenseNodes']);

/**
 * An .osm.pbf: its elements whose tags `wanted` accepts, with geometry from their nodes and members. Read three times over, relations, ways, nodes,
 * so that of a whole country only what is wanted is held. `asOf`: the header's replication timestamp. @throws SourceError
 */
export function readOsmPbf(file: SourceFile, wanted: (tags: Tags) => boolean): OsmExtract {
  const { name } = file;
  const [header, ...rest] = blobsOf(file);
  if (header?.type !== 'OSMHeader') throw new SourceError(name, 'is no .osm.pbf (it does not begin with its header). Download it again.');
  const { asOf, needs } = whole(name, () => headerOf(unpackBlob(name, header)));
  const strange = needs.find((feature) => !KNOWN_FEATURES.has(feature));
  if (strange !== undefined) throw new SourceError(name, `needs '${strange.slice(0, 60)}' to be read, which this does not know${strange === 'HistoricalInformation' ? ' (it is a history, with every old state of the map)' : ''}. Give a plain extract.`);
  const world = { ways: new Map<number, Pick<OsmWay, 'nodes'>>(), nodes: new Map<number, Position>() };
  const [relations, ways, nodes]: [OsmRelation[], OsmWay[], OsmElement[]] = [[], [], []];
  const needed = { ways: new Set<number>(), nodes: new Set<number>() };
  let roads = 0;
  const blocks = rest.filter(({ type }) => type === 'OSMData').map((blob) => ({ blob, kinds: null as Kinds | null }));
  const read = (kind: 'node' | 'way' | 'relation', takers: Takers) => {
    for (const block of blocks) if (block.kinds?.has(kind) ?? true) block.kinds = whole(name, () => readBlock(unpackBlob(name, block.blob), takers));
  };
  read('relation', {
    relation: (id, members, tags) => {
      if (!wanted(tags)) return;
      relations.push({ type: 'relation', id, members, tags });
      for (const { type, ref } of members) if (type !== 'relation') needed[type === 'way' ? 'ways' : 'nodes'].add(ref);
    },
  });
  read('way', {
    way: (id, refs, tags) => {
      roads += Number(isRoad(tags));
      const own = wanted(tags);
      if (own) ways.push({ type: 'way', id, nodes: refs, tags });
      if (!own && !needed.ways.has(id)) return;
      world.ways.set(id, { nodes: refs });
      for (const ref of refs) needed.nodes.add(ref);
    },
  });
  read('node', {
    node: (id, lng, lat, tags) => {
      const own = wanted(tags);
      if (own) nodes.push({ type: 'node', id, tags });
      if (own || needed.nodes.has(id)) world.nodes.set(id, [lng, lat]);
    },
  });
  return { features: [...nodes, ...ways, ...relations].map((element) => toFeature(element, world)), asOf, roads };
}

function headerOf(bytes: Uint8Array): { asOf: string | null; needs: string[] } {
  const reader = new ProtobufReader(bytes);
  const needs: string[] = [];
  let seconds: number | null = null;
  reader.fields((field) => {
    if (field === 4) needs.push(reader.text());
    if (field === 32) seconds = reader.signed();
  });
  return { asOf: dayOf(seconds), needs };
}

/** The map began in August 2004; what lies before, or past the year 2100, is no time of it. */
function dayOf(seconds: number | null): string | null {
  return seconds !== null && seconds > Date.UTC(2004, 7) / 1000 && seconds < Date.UTC(2100, 0) / 1000 ? new Date(seconds * 1000).toISOString().slice(0, 10) : null;
}

