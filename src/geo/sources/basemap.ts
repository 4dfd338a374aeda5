import { gunzipSync, strFromU8 } from 'fflate';
import { SourceError } from './sourceError';
import type { SourceFile } from './sourceFile';

export interface Basemap {
  readonly bytes: Uint8Array;
  /** From the file's own metadata; null: it names nobody. */
  readonly attribution: string | null;
}

/** PMTiles v3 header: magic and version, then (little-endian) the places and lengths of root, metadata, leaves and tiles, how it is compressed and what the tiles are. */
const HEADER_BYTES = 127;
const PARTS_AT = [8, 24, 40, 56] as const;
const [METADATA_AT, METADATA_LENGTH_AT, COMPRESSION_AT, TYPE_AT] = [24, 32, 97, 99] as const;
const [UNCOMPRESSED, GZIP, MVT] = [1, 2, 1] as const;
/** Metadata is a page of JSON; anything bigger is damage. */
const MAX_METADATA_BYTES = 16 * 1024 * 1024;

/** A PMTiles v3 file, taken as it is. @throws SourceError for anything else. */
export function readBasemap(file: SourceFile): Basemap {
  const { name, bytes } = file;
  if (bytes.byteLength < HEADER_BYTES || strFromU8(bytes.subarray(0, 7)) !== 'PMTiles' || bytes[7] !== 3) {
    throw new SourceError(name, 'is no PMTiles v3 file. Convert MBTiles into one with `pmtiles convert`; download another again.');
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [at, length] = [Number(view.getBigUint64(METADATA_AT, true)), Number(view.getBigUint64(METADATA_LENGTH_AT, true))];
  const whole = PARTS_AT.every((part) => view.getBigUint64(part, true) + view.getBigUint64(part + 8, true) <= BigInt(bytes.byteLength));
  if (!whole || length > MAX_METADATA_BYTES) throw new SourceError(name, 'is cut short. Download it again.');
  if (bytes[TYPE_AT] !== MVT) throw new SourceError(name, 'holds pictures, or tiles of another kind. Give a map of vector tiles (MVT).');
  return { bytes, attribution: attributionIn(bytes.subarray(at, at + length), bytes[COMPRESSION_AT]) };
}

function attributionIn(metadata: Uint8Array, compression: number | undefined): string | null {
  try {
    const text = compression === GZIP ? gunzipSync(metadata) : compression === UNCOMPRESSED ? metadata : null;
    const json = text && (JSON.parse(strFromU8(text)) as unknown);
    const attribution = typeof json === 'object' && json !== null && 'attribution' in json ? json.attribution : null;
    // Map makers put links here; the app shows plain text.
    return typeof attribution === 'string' ? attribution.replace(/<[^>]*>/gu, '').trim() || null : null;
  } catch {
    return null;
  }
}
