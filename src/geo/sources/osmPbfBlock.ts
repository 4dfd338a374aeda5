import type { OsmMember } from './osmShapes';
import { ProtobufError, ProtobufReader } from './protobuf';

/** What a block's elements are given to; a kind that is not wanted is not unpacked. */
export interface Takers {
  readonly node?: (id: number, lng: number, lat: number, tags: Tags) => void;
  readonly way?: (id: number, refs: readonly number[], tags: Tags) => void;
  readonly relation?: (id: number, members: readonly OsmMember[], tags: Tags) => void;
}
export type Tags = Readonly<Record<string, string>>;
export type Kinds = ReadonlySet<'node' | 'way' | 'relation'>;
interface Block { readonly words: readonly Uint8Array[]; readonly texts: (string | undefined)[]; readonly granularity: number; readonly lat: number; readonly lng: number }

const NO_TAGS: Tags = {};
const MEMBER_TYPES = ['node', 'way', 'relation'] as const;

/** One PrimitiveBlock (osmformat.proto of OSM-binary; its field numbers below). Returns the kinds it holds. @throws ProtobufError */
export function readBlock(bytes: Uint8Array, takers: Takers): Kinds {
  const { block, groups } = open(bytes);
  const kinds = new Set<'node' | 'way' | 'relation'>();
  for (const group of groups) {
    group.fields((field) => {
      if (field === 1 || field === 2) kinds.add('node');
      if (field === 3) kinds.add('way');
      if (field === 4) kinds.add('relation');
      if (field === 1 && takers.node) readNode(group.message(), block, takers.node);
      else if (field === 2 && takers.node) readDense(group.message(), block, takers.node);
      else if (field === 3 && takers.way) readWay(group.message(), block, takers.way);
      else if (field === 4 && takers.relation) readRelation(group.message(), block, takers.relation);
    });
  }
  return kinds;
}

function open(bytes: Uint8Array): { block: Block; groups: ProtobufReader[] } {
  const reader = new ProtobufReader(bytes);
  const [words, groups]: [Uint8Array[], ProtobufReader[]] = [[], []];
  let [granularity, lat, lng] = [100, 0, 0];
  reader.fields((field) => {
    if (field === 1) {
      const table = reader.message();
      table.fields((entry) => { if (entry === 1) words.push(table.block()); });
    } else if (field === 2) groups.push(reader.message());
    else if (field === 17) granularity = reader.signed();
    else if (field === 19) lat = reader.signed();
    else if (field === 20) lng = reader.signed();
  });
  return { block: { words, texts: [], granularity, lat, lng }, groups };
}

/** Billionths of a degree, divided at the end: seven decimals then come out as they were typed. */
const degrees = (offset: number, granularity: number, value: number) => (offset + granularity * value) / 1e9;

function word({ words, texts }: Block, place: number): string {
  const bytes = words[place];
  if (bytes === undefined) throw new ProtobufError('a word that is not in its table');
  return (texts[place] ??= new TextDecoder().decode(bytes));
}

function tagsOf(block: Block, keys: readonly number[], values: readonly number[]): Tags {
  if (keys.length !== values.length) throw new ProtobufError('keys without values');
  return keys.length === 0 ? NO_TAGS : Object.fromEntries(keys.map((key, i) => [word(block, key), word(block, values[i] ?? 0)]));
}

/** Ids are added up from differences. */
const summed = (differences: readonly number[]): number[] => { let sum = 0; return differences.map((one) => (sum += one)); };

function readNode(reader: ProtobufReader, block: Block, take: NonNullable<Takers['node']>): void {
  let [id, lat, lng]: [number, number, number] = [0, NaN, NaN];
  let [keys, values]: [number[], number[]] = [[], []];
  reader.fields((field) => {
    if (field === 1) id = reader.zigzag();
    else if (field === 2) keys = reader.numbers('varint');
    else if (field === 3) values = reader.numbers('varint');
    else if (field === 8) lat = reader.zigzag();
    else if (field === 9) lng = reader.zigzag();
  });
  take(id, degrees(block.lng, block.granularity, lng), degrees(block.lat, block.granularity, lat), tagsOf(block, keys, values));
}

function readDense(reader: ProtobufReader, block: Block, take: NonNullable<Takers['node']>): void {
  let [ids, lats, lngs, words]: [number[], number[], number[], number[]] = [[], [], [], []];
  reader.fields((field) => {
    if (field === 1) ids = summed(reader.numbers('zigzag'));
    else if (field === 8) lats = summed(reader.numbers('zigzag'));
    else if (field === 9) lngs = summed(reader.numbers('zigzag'));
    else if (field === 10) words = reader.numbers('varint');
  });
  if (ids.length !== lats.length || ids.length !== lngs.length) throw new ProtobufError('nodes without positions');
  let at = 0;
  ids.forEach((id, i) => {
    const [keys, values]: [number[], number[]] = [[], []];
    // Key, value, key, value, 0 for each node; the whole list is left out where no node has a tag.
    for (; at < words.length && words[at] !== 0; at += 2) { keys.push(words[at] ?? 0); values.push(words[at + 1] ?? 0); }
    at += 1;
    take(id, degrees(block.lng, block.granularity, lngs[i] ?? NaN), degrees(block.lat, block.granularity, lats[i] ?? NaN), tagsOf(block, keys, values));
  });
}

function readWay(reader: ProtobufReader, block: Block, take: NonNullable<Takers['way']>): void {
  let id = 0;
  let [keys, values, refs]: [number[], number[], number[]] = [[], [], []];
  reader.fields((field) => {
    if (field === 1) id = reader.signed();
    else if (field === 2) keys = reader.numbers('varint');
    else if (field === 3) values = reader.numbers('varint');
    else if (field === 8) refs = summed(reader.numbers('zigzag'));
  });
  take(id, refs, tagsOf(block, keys, values));
}

function readRelation(reader: ProtobufReader, block: Block, take: NonNullable<Takers['relation']>): void {
  let id = 0;
  let [keys, values, roles, refs, types]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  reader.fields((field) => {
    if (field === 1) id = reader.signed();
    else if (field === 2) keys = reader.numbers('varint');
    else if (field === 3) values = reader.numbers('varint');
    else if (field === 8) roles = reader.numbers('varint');
    else if (field === 9) refs = summed(reader.numbers('zigzag'));
    else if (field === 10) types = reader.numbers('varint');
  });
  if (roles.length !== refs.length || types.length !== refs.length) throw new ProtobufError('members without roles');
  take(id, refs.map((ref, i) => ({ type: MEMBER_TYPES[types[i] ?? -1] ?? '', ref, role: word(block, roles[i] ?? 0) })), tagsOf(block, keys, values));
}
