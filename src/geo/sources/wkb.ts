import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';

/** A geometry that is not what the format says. */
export class WkbError extends Error { override readonly name = 'WkbError'; }

/** GeoPackage 1.3, 2.1.3: bytes of the envelope by its kind. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64] as const;
const [HEADER_BYTES, EMPTY] = [8, 0b1_0000] as const;

/** A GeoPackage's geometry (its header, then well-known binary) in its own coordinates; heights and measures are left out. null: empty. @throws WkbError */
export function readGeoPackageGeometry(bytes: Uint8Array): Geometry | null {
  const flags = bytes[3] ?? 0;
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 0b111];
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50 || envelope === undefined) throw new WkbError('no geometry of a GeoPackage');
  if ((flags & EMPTY) !== 0) return null;
  const reader = new WkbReader(bytes, HEADER_BYTES + envelope);
  const geometry = reader.geometry(0);
  reader.end();
  return geometry;
}

interface Parts { readonly Point: Point; readonly LineString: LineString; readonly Polygon: Polygon }

/** OGC 06-103r4, 8.2: byte order, type (thousands tell of height and measure), then counts and positions. */
class WkbReader {
  readonly #view: DataView;
  #at: number;
  #little = true;
  #width = 2;
  constructor(bytes: Uint8Array, at: number) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = at;
  }

  end(): void { if (this.#at !== this.#view.byteLength) throw new WkbError('bytes behind its end'); }

  geometry(depth: number): Geometry {
    this.#need(5);
    this.#little = this.#view.getUint8(this.#at) === 1;
    this.#at += 1;
    const type = this.#whole();
    this.#width = [2, 3, 3, 4][Math.floor(type / 1000)] ?? NaN;
    if (depth > 2 || Number.isNaN(this.#width)) throw new WkbError('of no known type');
    switch (type % 1000) {
      case 1: return { type: 'Point', coordinates: this.#position() };
      case 2: return { type: 'LineString', coordinates: this.#positions() };
      case 3: return { type: 'Polygon', coordinates: this.#list(4, () => this.#positions()) };
      case 4: return { type: 'MultiPoint', coordinates: this.#parts(depth, 'Point') };
      case 5: return { type: 'MultiLineString', coordinates: this.#parts(depth, 'LineString') };
      case 6: return { type: 'MultiPolygon', coordinates: this.#parts(depth, 'Polygon') };
      default: throw new WkbError('of no known type');
    }
  }

  #parts<T extends keyof Parts>(depth: number, type: T): Parts[T]['coordinates'][] {
    return this.#list(9, () => {
      const part = this.geometry(depth + 1);
      if (part.type !== type) throw new WkbError('of parts that do not belong together');
      return (part as Parts[T]).coordinates;
    });
  }

  #positions(): Position[] { return this.#list(8 * this.#width, () => this.#position()); }

  #position(): Position {
    this.#need(8 * this.#width);
    const position = [this.#view.getFloat64(this.#at, this.#little), this.#view.getFloat64(this.#at + 8, this.#little)];
    this.#at += 8 * this.#width;
    return position;
  }

  /** No count is believed that the bytes cannot hold. */
  #list<T>(leastBytes: number, read: () => T): T[] {
    const count = this.#whole();
    this.#need(count * leastBytes);
    return Array.from({ length: count }, read);
  }

  #whole(): number {
    this.#need(4);
    const value = this.#view.getUint32(this.#at, this.#little);
    this.#at += 4;
    return value;
  }

  #need(bytes: number): void { if (this.#at + bytes > this.#view.byteLength) throw new WkbError('cut short'); }
}
