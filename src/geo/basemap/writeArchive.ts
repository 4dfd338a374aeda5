import type { Box } from '../sources/box';
import { gzipSync } from 'fflate';
import { type DirectoryEntry, directoryBytes } from './directory';
import { tileId, type TilePlace } from './tileId';

export interface ArchiveTile extends TilePlace {
  /** As it is stored: MVT, gzipped. */
  readonly bytes: Uint8Array;
}

export interface ArchiveFacts {
  readonly bounds: Box;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** The TileJSON that readers look into: attribution, vector_layers. */
  readonly metadata: Readonly<Record<string, unknown>>;
}

const HEADER_BYTES = 127;
/** Header and root are to lie in the first 16 KiB, which readers ask for first (PMTiles v3, 'Root directory'). */
export const ROOT_LIMIT_BYTES = 16_384 - HEADER_BYTES;
/** More entries in one directory are slow to read on a small device. */
const MAX_ROOT_ENTRIES = 16_384;
const FIRST_LEAF_ENTRIES = 4096;
const [GZIP, MVT, CLUSTERED] = [2, 1, 1] as const;

/** Without time and name, so that the same bytes come out every time. */
export const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9, mtime: 0 });

/**
 * A PMTiles v3 archive, its tiles in the order of their ids; equal tiles are stored once, a run of them is one entry. The same tiles give the same bytes,
 * in whatever order they come. Specification: protomaps/PMTiles, spec/v3.
 */
export function writeArchive(tiles: readonly ArchiveTile[], { bounds, minZoom, maxZoom, metadata }: ArchiveFacts): Uint8Array<ArrayBuffer> {
  const { entries, contents, dataLength, addressed } = placeTiles(tiles);
  const { root, leaves } = directories(entries);
  const json = gzip(new TextEncoder().encode(JSON.stringify(metadata)));
  const [metadataAt, leavesAt] = [HEADER_BYTES + root.byteLength, HEADER_BYTES + root.byteLength + json.byteLength];
  const dataAt = leavesAt + leaves.byteLength;
  const file = new Uint8Array(dataAt + dataLength);
  const view = new DataView(file.buffer);
  file.set(new TextEncoder().encode('PMTiles'));
  file[7] = 3;
  const places = [HEADER_BYTES, root.byteLength, metadataAt, json.byteLength, leavesAt, leaves.byteLength, dataAt, dataLength, addressed, entries.length, contents.length];
  places.forEach((value, i) => { view.setBigUint64(8 + i * 8, BigInt(value), true); });
  file.set([CLUSTERED, GZIP, GZIP, MVT, minZoom, maxZoom], 96);
  const { west, south, east, north } = bounds;
  [west, south, east, north].forEach((degrees, i) => { view.setInt32(102 + i * 4, Math.round(degrees * 1e7), true); });
  file[118] = minZoom;
  [(west + east) / 2, (south + north) / 2].forEach((degrees, i) => { view.setInt32(119 + i * 4, Math.round(degrees * 1e7), true); });
  file.set(root, HEADER_BYTES);
  file.set(json, metadataAt);
  file.set(leaves, leavesAt);
  let at = dataAt;
  for (const bytes of contents) { file.set(bytes, at); at += bytes.byteLength; }
  return file;
}

interface Placed { readonly entries: readonly DirectoryEntry[]; readonly contents: readonly Uint8Array[]; readonly dataLength: number; readonly addressed: number }

function placeTiles(tiles: readonly ArchiveTile[]): Placed {
  const ordered = tiles.map((tile) => ({ id: tileId(tile), bytes: tile.bytes })).sort((a, b) => a.id - b.id);
  const stored = new Map<string, { offset: number; length: number }>();
  const contents: Uint8Array[] = [];
  const entries: { tileId: number; runLength: number; offset: number; length: number }[] = [];
  let dataLength = 0;
  for (const { id, bytes } of ordered) {
    const key = latin1(bytes);
    let place = stored.get(key);
    if (place === undefined) {
      place = { offset: dataLength, length: bytes.byteLength };
      stored.set(key, place);
      contents.push(bytes);
      dataLength += bytes.byteLength;
    }
    const last = entries.at(-1);
    if (last && last.tileId + last.runLength > id) throw new RangeError(`Tile ${String(id)} is given twice.`);
    if (last?.offset === place.offset && last.tileId + last.runLength === id) last.runLength += 1;
    else entries.push({ tileId: id, runLength: 1, ...place });
  }
  return { entries, contents, dataLength, addressed: ordered.length };
}

/** The bytes as a string of the same length: a key that is equal only where all of them are. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.byteLength; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** One directory where it fits beside the header; else leaves, as long as it takes until the root of their places does. */
function directories(entries: readonly DirectoryEntry[]): { root: Uint8Array; leaves: Uint8Array } {
  const only = gzip(directoryBytes(entries));
  if (entries.length <= MAX_ROOT_ENTRIES && only.byteLength <= ROOT_LIMIT_BYTES) return { root: only, leaves: new Uint8Array(0) };
  for (let size = FIRST_LEAF_ENTRIES; ; size *= 2) {
    const parts: Uint8Array[] = [];
    const places: DirectoryEntry[] = [];
    let offset = 0;
    for (let at = 0; at < entries.length; at += size) {
      const leaf = entries.slice(at, at + size);
      const bytes = gzip(directoryBytes(leaf));
      parts.push(bytes);
      places.push({ tileId: leaf[0]?.tileId ?? 0, runLength: 0, offset, length: bytes.byteLength });
      offset += bytes.byteLength;
    }
    const root = gzip(directoryBytes(places));
    if (root.byteLength > ROOT_LIMIT_BYTES) continue;
    const leaves = new Uint8Array(offset);
    places.forEach((place, i) => { leaves.set(parts[i] ?? new Uint8Array(0), place.offset); });
    return { root, leaves };
  }
}
