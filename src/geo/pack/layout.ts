/**
 * The file, front to back (all numbers little-endian; ADR 0003):
 *
 *   0  magic, 8 bytes           8  format version, uint32     12  header length in bytes, uint32
 *  16  SHA-256 of the header   48  header (UTF-8 JSON)        then zero bytes to a multiple of 8: here the body begins
 *
 * The body is the sections in the order of the header, each at a multiple of 8 with zero bytes between. The basemap comes last, so that
 * everything else is one read. A signature may stand behind it (pack/signature.ts). The SHA-256 of the header names the pack (`packId`): the header holds the hash of every section.
 */
export const MAGIC = Uint8Array.of(0x89, 0x53, 0x54, 0x44, 0x50, 0x0d, 0x0a, 0x1a);
export const PREAMBLE_BYTES = 48;

/** A header is text about layers; anything longer than 16 MiB is damage, and is not loaded. */
export const MAX_HEADER_BYTES = 16 * 1024 * 1024;

export function align8(byteLength: number): number {
  return Math.ceil(byteLength / 8) * 8;
}

export const BASEMAP_SECTION = 'basemap';

/** Typed sections and their element type; a site is a row in all of `sites.*`, a postcode in all of `postcodes.*`. */
export const TYPED_SECTIONS = {
  'sites.kind': Uint8Array,
  'sites.firstRing': Uint32Array,
  'sites.firstVertex': Uint32Array,
  'sites.hole': Uint8Array,
  'sites.lngLat': Int32Array,
  'sites.category': Uint8Array,
  'sites.layer': Uint16Array,
  'sites.error': Float64Array,
  'sites.text': Uint32Array,
  'sites.byId': Uint32Array,
  'sites.index': Uint8Array,
  'areas.kind': Uint8Array,
  'areas.firstRing': Uint32Array,
  'areas.firstVertex': Uint32Array,
  'areas.hole': Uint8Array,
  'areas.lngLat': Int32Array,
  'postcodes.key': Uint8Array,
  'postcodes.lngLat': Int32Array,
  'postcodes.quality': Uint8Array,
  'postcodes.council': Uint32Array,
  'strings.utf8': Uint8Array,
  'strings.end': Uint32Array,
} as const;

/**
 * Sections that a pack may lack. 'sites.members': MEMBER_COLUMNS a row, in the order of their sites. 'sites.listedAt': LISTED_COLUMNS for each of those
 * rows, NaN where not told. 'postcodes.ended': a postcode's last month as year × 12 + month (January: 0); 0: in use. 'lines.*' (all or none): streets and
 * paths, 'walk.*' (both or none): which of them are walked, and how they meet (content.ts, PackLines). 'places.*' (both or none): labels, a place in the
 * string table and a point each.
 */
export const OPTIONAL_SECTIONS = {
  'sites.members': Uint32Array, 'sites.listedAt': Float64Array, 'postcodes.ended': Uint16Array,
  'lines.kind': Uint8Array, 'lines.name': Uint32Array, 'lines.firstVertex': Uint32Array, 'lines.lngLat': Int32Array,
  'walk.ends': Uint32Array, 'walk.length': Uint32Array,
  'places.name': Uint32Array, 'places.lngLat': Int32Array,
} as const;

export const JSON_SECTIONS = ['addresses', 'councils', 'streets'] as const;

export type TypedSection = keyof typeof TYPED_SECTIONS;
export type JsonSection = (typeof JSON_SECTIONS)[number];
/** The arrays of a pack, by section, as they lie in the file. */
export type PackArrays = { readonly [K in TypedSection]: InstanceType<(typeof TYPED_SECTIONS)[K]> }
  & { readonly [K in keyof typeof OPTIONAL_SECTIONS]?: InstanceType<(typeof OPTIONAL_SECTIONS)[K]> };

export const TYPED_SECTION_NAMES = Object.keys(TYPED_SECTIONS) as readonly TypedSection[];

/** Columns of `sites.text`: each row holds five places in the string table. */
export const TEXT_COLUMNS = ['siteId', 'name', 'detail', 'address', 'flags'] as const;
export const TEXT_COLUMN_COUNT = TEXT_COLUMNS.length;

/** Columns of `sites.members`: places in sites, in the string table (twice) and in the layers; 1 for the listing whose shape and error the site has. */
export const MEMBER_COLUMNS = ['site', 'siteId', 'name', 'layer', 'placed'] as const;
export const MEMBER_COLUMN_COUNT = MEMBER_COLUMNS.length;

/** Columns of `sites.listedAt`: degrees, then metres. */
export const LISTED_COLUMNS = ['lng', 'lat', 'errorMetres', 'extentMetres'] as const;
export const LISTED_COLUMN_COUNT = LISTED_COLUMNS.length;

/** `sites.error`: NaN: the layer's own; −1: this site's position has no known bound; else metres. */
export const ERROR_UNKNOWN = -1;
