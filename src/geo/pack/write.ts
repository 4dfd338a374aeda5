import { CATEGORY_IDS, type CategoryId } from '@/terms';
import type { MultiPolygon } from 'geojson';
import { checkContent } from './checkContent';
import type { PackContent } from './content';
import { PACK_VERSION, type Section } from './header';
import { BASEMAP_SECTION, MAGIC, PREAMBLE_BYTES, TYPED_SECTION_NAMES, align8 } from './layout';
import { packLines, packPlaces } from './packLines';
import { packPostcodes } from './packPostcodes';
import { packSites } from './packSites';
import { sectionHash, type Sha256 } from './sha256';
import { packShapes } from './shapes';
import { StringPool } from './strings';

/**
 * The pack as a file. The same content gives the same bytes. Coordinates are rounded to 1e-7 degree (at most 6 mm off).
 * Sites are put in an order of place; find one again by its id.
 * Areas (boundaries and coverages) are stored once each: layers that share a coverage share its bytes.
 * @throws PackError 'invalid' for content that breaks the format's rules.
 */
export async function writePack(content: PackContent, { sha256 }: { sha256: Sha256 }): Promise<Uint8Array<ArrayBuffer>> {
  checkContent(content);
  const pool = new StringPool();
  const used = new Set<CategoryId>(content.sites.map((site) => site.category));
  const categories = CATEGORY_IDS.filter((id) => used.has(id));
  const areas = new AreaPool();
  const area = { ...content.area, boundary: areas.place(content.area.boundary) };
  const layers = content.layers.map((layer) => ({ ...layer, coverage: layer.coverage && areas.place(layer.coverage) }));
  const councils = content.councils.map((council) => ({ ...council, boundary: areas.place(council.boundary) }));
  const shapes = packShapes(areas.all, () => 'A boundary or coverage');
  const sites = packSites(content.sites, categories, layers.map((layer) => layer.id), pool);
  const postcodes = packPostcodes(content.postcodes, pool);
  const streets = { ...packLines(content.lines, pool), ...packPlaces(content.places ?? [], pool) };
  const strings = pool.packed();
  const typed = {
    ...sites,
    'areas.kind': shapes.kind,
    'areas.firstRing': shapes.firstRing,
    'areas.firstVertex': shapes.firstVertex,
    'areas.hole': shapes.hole,
    'areas.lngLat': shapes.lngLat,
    ...postcodes,
    'strings.utf8': strings.utf8,
    'strings.end': strings.end,
  };
  const parts: [string, Uint8Array][] = TYPED_SECTION_NAMES.map((name) => {
    const array = typed[name];
    return [name, new Uint8Array(array.buffer, array.byteOffset, array.byteLength)];
  });
  const members = sites['sites.members'];
  if (members.length > 0) parts.push(['sites.members', new Uint8Array(members.buffer)]);
  const listedAt = sites['sites.listedAt'];
  if (listedAt.length > 0) parts.push(['sites.listedAt', new Uint8Array(listedAt.buffer)]);
  const ended = postcodes['postcodes.ended'];
  if (ended) parts.push(['postcodes.ended', new Uint8Array(ended.buffer)]);
  for (const [name, array] of Object.entries(streets)) parts.push([name, new Uint8Array(array.buffer, array.byteOffset, array.byteLength)]);
  parts.push(['addresses', json(content.addresses)], ['councils', json(councils)]);
  if (content.streets !== null) parts.push(['streets', json(content.streets)]);
  if (content.basemap !== null) parts.push([BASEMAP_SECTION, content.basemap]);

  const sections: Section[] = [];
  let offset = 0;
  for (const [name, bytes] of parts) {
    const hash = await sectionHash(bytes.byteLength, (start, end) => bytes.subarray(start, end), sha256);
    sections.push({ name, offset, byteLength: bytes.byteLength, sha256: hash });
    offset = align8(offset + bytes.byteLength);
  }
  const { title, training, builtAt } = content;
  const header = json({ format: 'steading-pack', version: PACK_VERSION, title, training, builtAt, area, categories, layers, sections });
  const bodyStart = align8(PREAMBLE_BYTES + header.byteLength);
  const last = sections.at(-1);
  const file = new Uint8Array(bodyStart + (last === undefined ? 0 : last.offset + last.byteLength));
  const view = new DataView(file.buffer);
  file.set(MAGIC);
  view.setUint32(8, PACK_VERSION, true);
  view.setUint32(12, header.byteLength, true);
  file.set(fromHex(await sha256(header)), 16);
  file.set(header, PREAMBLE_BYTES);
  parts.forEach(([, bytes], i) => { file.set(bytes, bodyStart + (sections[i]?.offset ?? 0)); });
  return file;
}

class AreaPool {
  readonly all: MultiPolygon[] = [];
  readonly #places = new Map<string, number>();

  place(area: MultiPolygon): number {
    const text = JSON.stringify(area.coordinates);
    const known = this.#places.get(text);
    if (known !== undefined) return known;
    this.#places.set(text, this.all.length);
    return this.all.push(area) - 1;
  }
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../gu) ?? [], (pair) => parseInt(pair, 16));
}
