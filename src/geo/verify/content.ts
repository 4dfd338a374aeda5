import { checkContent } from '../pack/checkContent';
import type { PackContent } from '../pack/content';
import type { OpenPack } from '../pack/openPack';
import { PackError } from '../pack/packError';
import type { PostcodePoint, Site } from '../pack/site';
import { readBasemap } from '../sources/basemap';
import { SourceError } from '../sources/sourceError';
import { strayReason, strayShape } from '../sources/scotland';
import { Findings } from './account';
import { crossingOf, outlineFault } from './rings';
import type { Told } from './layers';

const messageOf = (error: unknown): string => {
  if (error instanceof PackError || error instanceof SourceError) return error.message;
  throw error;
};

/** All sites, read one by one; held to the rules that a pack is written by. */
export function readSites(pack: OpenPack): Told & { readonly sites: readonly Site[] } {
  const found = new Findings();
  const sites: Site[] = [];
  for (let i = 0; i < pack.siteCount; i++) {
    try {
      const site = pack.site(i);
      sites.push(site);
      if (pack.siteById(site.siteId)?.siteId !== site.siteId) found.add('Sites that are not found by their id', `'${site.siteId}'`);
    } catch (error) {
      found.add('Sites that cannot be read', `number ${String(i)}: ${messageOf(error)}`);
    }
  }
  const faults = found.lines();
  const content: PackContent = { ...pack.header, sites, postcodes: [], addresses: [], councils: [], streets: null, basemap: null };
  try {
    if (faults.length === 0) checkContent(content);
  } catch (error) {
    faults.push(messageOf(error));
  }
  return { faults, notes: [], sites };
}

export function shapesCheck(sites: readonly Site[]): Told {
  const [found, crossed] = [new Findings(), new Findings()];
  for (const { siteId, geometry } of sites) {
    const fault = outlineFault(geometry);
    if (fault !== null) found.add(fault, `'${siteId}'`);
    else if (crossingOf(geometry)) crossed.add('Outlines that cross themselves, as their source drew them', `'${siteId}'`);
  }
  return { faults: found.lines(), notes: crossed.lines() };
}

/** All postcodes, by every letter that one can begin with. */
export function readPostcodes(pack: OpenPack): Told & { readonly postcodes: readonly PostcodePoint[] } {
  const found = new Findings();
  const postcodes = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ').flatMap((letter) => pack.postcodesStartingWith(letter, Infinity));
  const rows = pack.header.sections.find(({ name }) => name === 'postcodes.quality')?.byteLength ?? 0;
  for (const { postcode } of postcodes) if (pack.postcode(postcode)?.postcode !== postcode) found.add('Rows that are no postcode', `'${postcode}'`);
  const faults = found.lines();
  if (postcodes.length !== rows) faults.push(`${String(rows - postcodes.length)} of ${String(rows)} postcodes are not found by their letters.`);
  return { faults, notes: [], postcodes };
}

/** What is only read when it is asked for. */
export async function readLists(pack: OpenPack): Promise<Told & { readonly addresses: number; readonly councils: number }> {
  const faults: string[] = [];
  const notes: string[] = [];
  const attempt = <T>(read: () => readonly T[]): readonly T[] => {
    try {
      return read();
    } catch (error) {
      faults.push(messageOf(error));
      return [];
    }
  };
  const addresses = attempt(() => pack.addresses());
  const councils = attempt(() => pack.councils());
  attempt(() => pack.streets()?.features ?? []);
  if (new Set(addresses.map(({ uprn }) => uprn)).size < addresses.length) faults.push('Two addresses have the same UPRN.');
  if (new Set(councils.map(({ code }) => code)).size < councils.length) faults.push('Two councils have the same code.');
  for (const { code, boundary } of councils) if (crossingOf(boundary)) notes.push(`The boundary of council ${code} crosses itself.`);
  const basemap = await pack.basemap()?.arrayBuffer();
  if (basemap) attempt(() => [readBasemap({ name: 'The background map', bytes: new Uint8Array(basemap) })]);
  return { faults, notes, addresses: addresses.length, councils: councils.length };
}

export function positionsCheck(pack: OpenPack, sites: readonly Site[], postcodes: readonly PostcodePoint[]): Told {
  const found = new Findings();
  for (const { siteId, geometry } of sites) {
    const reason = strayShape(geometry);
    if (reason !== null) found.add(`Sites: ${reason}`, `'${siteId}'`);
  }
  const points = (what: string, rows: readonly { readonly name: string; readonly point: { readonly lng: number; readonly lat: number } }[]) => {
    for (const { name, point } of rows) {
      const reason = strayReason([point.lng, point.lat]);
      if (reason !== null) found.add(`${what}: ${reason}`, `'${name}'`);
    }
  };
  points('Postcodes', postcodes.map(({ postcode, point }) => ({ name: postcode, point })));
  const area = strayShape(pack.header.area.boundary);
  if (area !== null) found.add(`The area: ${area}`, `'${pack.header.area.name}'`);
  try {
    points('Addresses', pack.addresses().map(({ uprn, point }) => ({ name: uprn, point })));
  } catch {
    // Told with the lists.
  }
  return { faults: found.lines(), notes: [] };
}
