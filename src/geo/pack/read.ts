import type { GenericSchema } from 'valibot';
import { areaReader } from './areaReader';
import { type BlobLike, bytesAsBlob } from './blobLike';
import type { StreetMap } from './content';
import type { PackHeader } from './header';
import { lineReader } from './lineReader';
import type { OpenPack } from './openPack';
import { postcodeReader } from './postcodeReader';
import { readSections, type Verify } from './readSections';
import type { Sha256 } from './sha256';
import { UNITS_PER_DEGREE } from './shapes';
import type { SignatureCheck } from './signature';
import { siteReader } from './siteReader';
import { stringReader } from './strings';

/**
 * Opens a pack. Its header is always held against its hash, and its structure checked; with `verify` (the default) every section is hashed and
 * the index held against the sites too: do so once, when a pack is taken in; 'butBasemap' does the same but for the basemap: at every unlock. The basemap is never loaded whole when a Blob is given.
 * With `checkSignature`, a signature that does not hold is refused; without, nobody is taken to have signed.
 * @throws PackError, and nothing else, whatever the bytes; what reading a Blob throws is passed on.
 */
export async function openPack(file: Uint8Array | BlobLike, { sha256, checkSignature, verify = true }: { sha256: Sha256; checkSignature?: SignatureCheck; verify?: Verify }): Promise<OpenPack> {
  // The schema library is loaded here, so that a page that opens no pack does not carry it.
  const [{ readHeader, knownCategory, jsonOf, invalid }, schema, { readSignature }] = await Promise.all([import('./readHeader'), import('./storedSchema'), import('./signature')]);
  const blob = file instanceof Uint8Array ? bytesAsBlob(file) : file;
  const { stored, packId, bodyStart } = await readHeader(blob, sha256);
  const { arrays, json, basemap, bodyEnd } = await readSections(file, bodyStart, stored.sections, { sha256, verify });
  const signature = await readSignature(blob, bodyEnd, { packId, version: stored.version, check: checkSignature });
  const stringOf = stringReader(arrays['strings.utf8'], arrays['strings.end']);
  const { shapes: areas, area } = areaReader(arrays);
  function parse<S extends GenericSchema>(name: keyof typeof json, section: S) {
    const value = schema.valueOf(section, jsonOf(json[name] ?? new Uint8Array(0)));
    if (value === null) throw invalid(`has a section '${name}' that cannot be read`);
    return value;
  }
  const { title, training, builtAt, sections } = stored;
  const layers = stored.layers.map((layer) => ({
    ...layer,
    categories: layer.categories.map(knownCategory),
    coverage: layer.coverage === null ? null : area(layer.coverage),
  }));
  const header: PackHeader = {
    format: stored.format, version: stored.version, packId, title, training, builtAt,
    area: { ...stored.area, boundary: area(stored.area.boundary) },
    layers, sections,
  };
  const sites = siteReader(arrays, { layers, categories: stored.categories.map(knownCategory), stringOf, thorough: verify !== false });
  const postcodes = postcodeReader(arrays, stringOf);
  const lines = lineReader(arrays, stringOf);
  return {
    header,
    signature,
    siteCount: sites.packed.count,
    mergedCount: sites.mergedCount,
    site: sites.site,
    siteById: sites.siteById,
    sitesInBox(west, south, east, north) {
      const [w, s, e, n] = [west, south, east, north].map((degrees) => degrees * UNITS_PER_DEGREE) as [number, number, number, number];
      return sites.packed.index?.search(w, s, e, n) ?? [];
    },
    postcode: postcodes.find,
    postcodesStartingWith: postcodes.startingWith,
    addresses: once(() => parse('addresses', schema.StoredAddresses)),
    councils: once(() => parse('councils', schema.StoredCouncils).map((council) => ({ ...council, boundary: area(council.boundary) }))),
    streets: once(() => lines.drawnWith(json.streets === undefined ? null : (parse('streets', schema.StoredStreets) as StreetMap))),
    basemap: () => basemap,
    packed: { areas, boundary: stored.area.boundary, coverages: stored.layers.map((layer) => layer.coverage), sites: sites.packed, lines: lines.packed },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
