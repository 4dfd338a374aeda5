import { deflateSync } from 'node:zlib';

/** A small writer of .osm.pbf (wiki.openstreetmap.org/wiki/PBF_Format), for tests alone. */
type Tags = Readonly<Record<string, string>>;
export interface PbfWorld {
  readonly nodes?: readonly { readonly id: number; readonly lng: number; readonly lat: number; readonly tags?: Tags }[];
  readonly ways?: readonly { readonly id: number; readonly refs: readonly number[]; readonly tags?: Tags }[];
  readonly relations?: readonly { readonly id: number; readonly members: readonly { readonly type: 'node' | 'way' | 'relation'; readonly ref: number; readonly role: string }[]; readonly tags?: Tags }[];
}
export interface PbfOptions {
  readonly seconds?: number;
  readonly features?: readonly string[];
  /** Nodes one by one instead of dense, blobs as they are instead of packed. */
  readonly plain?: boolean;
  readonly granularity?: number;
  /** Billionths of a degree. */
  readonly latOffset?: number;
  /** Field of the blob in place of zlib's (3), with a told size. */
  readonly blob?: { readonly field: number; readonly size?: number };
}

const bytes = (text: string) => [...new TextEncoder().encode(text)];
function varint(value: number): number[] {
  let left = BigInt.asUintN(64, BigInt(value));
  const out: number[] = [];
  for (; left > 127n; left >>= 7n) out.push(Number(left & 127n) | 128);
  return [...out, Number(left)];
}
const zigzag = (value: number) => varint(value >= 0 ? 2 * value : -2 * value - 1);
const number = (field: number, value: number) => [...varint(field * 8), ...varint(value)];
const block = (field: number, content: readonly number[]) => [...varint(field * 8 + 2), ...varint(content.length), ...content];
const packed = (field: number, values: readonly number[], write = varint) => block(field, values.flatMap((value) => write(value)));
const differences = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));

export function pbfFile({ nodes = [], ways = [], relations = [] }: PbfWorld, options: PbfOptions = {}): Uint8Array {
  const { seconds, features = ['OsmSchema-V0.6', 'DenseNodes'], plain = false, granularity = 100, latOffset = 0 } = options;
  const header = [...features.flatMap((feature) => block(4, bytes(feature))), ...block(16, bytes('a test')), ...(seconds === undefined ? [] : number(32, seconds))];
  const words = [''];
  const place = (word: string) => { const at = words.indexOf(word); return at >= 0 ? at : words.push(word) - 1; };
  const keysOf = (tags: Tags = {}) => [...packed(2, Object.keys(tags).map(place)), ...packed(3, Object.values(tags).map(place))];
  const steps = (degrees: number, offset: number) => Math.round((Math.round(degrees * 1e7) * 100 - offset) / granularity);
  const lats = nodes.map(({ lat }) => steps(lat, latOffset));
  const lngs = nodes.map(({ lng }) => steps(lng, 0));
  const ids = nodes.map(({ id }) => id);
  const dense = [...packed(1, differences(ids), zigzag), ...packed(8, differences(lats), zigzag), ...packed(9, differences(lngs), zigzag),
    ...packed(10, nodes.flatMap(({ tags = {} }) => [...Object.entries(tags).flat().map(place), 0]))];
  const groups = [
    plain ? nodes.flatMap(({ tags }, i) => block(1, [...varint(8), ...zigzag(ids[i] ?? 0), ...keysOf(tags), ...varint(64), ...zigzag(lats[i] ?? 0), ...varint(72), ...zigzag(lngs[i] ?? 0)])) : block(2, dense),
    ways.flatMap(({ id, refs, tags }) => block(3, [...number(1, id), ...keysOf(tags), ...packed(8, differences(refs), zigzag)])),
    relations.flatMap(({ id, members, tags }) => block(4, [...number(1, id), ...keysOf(tags), ...packed(8, members.map(({ role }) => place(role))), ...packed(9, differences(members.map(({ ref }) => ref)), zigzag), ...packed(10, members.map(({ type }) => ['node', 'way', 'relation'].indexOf(type)))])),
  ];
  const table = block(1, words.flatMap((word) => block(1, bytes(word))));
  const data = [...table, ...groups.flatMap((group) => block(2, group)), ...number(17, granularity), ...number(19, latOffset)];
  return Uint8Array.from([...blob('OSMHeader', header, {}), ...blob('OSMData', data, options)]);
}

function blob(type: string, content: readonly number[], { plain, blob: as = { field: 3 } }: PbfOptions): number[] {
  const body = plain ? block(1, content) : [...number(2, as.size ?? content.length), ...block(as.field, [...deflateSync(Uint8Array.from(content))])];
  const head = [...block(1, bytes(type)), ...number(3, body.length)];
  return [0, 0, Math.floor(head.length / 256), head.length % 256, ...head, ...body];
}
