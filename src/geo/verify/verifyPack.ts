import { type BlobLike, bytesAsBlob } from '../pack/blobLike';
import type { OpenPack } from '../pack/openPack';
import { PackError } from '../pack/packError';
import { openPack } from '../pack/read';
import { readHeader } from '../pack/readHeader';
import { sectionHash, type Sha256 } from '../pack/sha256';
import type { SignatureCheck } from '../pack/signature';
import { CHECKS, type Check, type CheckId, type PackAccount } from './account';
import { positionsCheck, readLists, readPostcodes, readSites, shapesCheck } from './content';
import { countsCheck, coverageCheck, datesCheck, layerAccount, licencesCheck, listingsOf, type Told } from './layers';

interface Edges { readonly sha256: Sha256; readonly checkSignature: SignatureCheck; /** yyyy-mm-dd */ readonly today: string }

/**
 * Everything that can be held against a pack, read with the reader of the application: a check that fails does not end the others, as far as there is
 * something left to look at. For whoever builds or hands on a pack; all of it is read into memory.
 */
export async function verifyPack(file: Uint8Array, edges: Edges): Promise<PackAccount> {
  const told = new Map<CheckId, Told>();
  const fail = (check: CheckId, fault: string) => told.set(check, { faults: [fault], notes: [] });
  const account = (more: Partial<PackAccount>): PackAccount => {
    const checks = (Object.keys(CHECKS) as CheckId[]).map((check): Check => {
      const { faults, notes } = told.get(check) ?? { faults: [], notes: [] };
      return { check, result: !told.has(check) ? 'notChecked' : faults.length > 0 ? 'fails' : 'holds', faults, notes };
    });
    return { holds: checks.every(({ result }) => result === 'holds'), byteLength: file.byteLength, pack: null, signature: null, counts: null, sections: [], layers: [], checks, ...more };
  };

  const header = await attempt(() => readHeader(bytesAsBlob(file), edges.sha256));
  if (header instanceof PackError) {
    fail('header', header.message);
    return account({});
  }
  told.set('header', nothing());
  const { stored: { version, title, training, builtAt, area, sections }, packId, bodyStart } = header;
  const hashed = await hashes(bytesAsBlob(file), bodyStart, sections, edges.sha256);
  const wrong = hashed.filter(({ holds }) => !holds).map(({ name }) => `Section '${name}' is not the one the pack was made with: damaged, cut short or changed.`);
  told.set('sections', { faults: wrong, notes: [] });
  const about = { pack: { packId, version, title, area: area.name, training, builtAt }, sections: hashed };

  const pack = await attempt(() => openPack(file, { ...edges, verify: true }));
  if (pack instanceof PackError) {
    if (pack.code === 'badSignature') fail('signature', pack.message);
    // A section that fails its hash is told above already, with the others.
    else if (wrong.length === 0) fail(pack.code === 'damaged' || pack.code === 'truncated' ? 'sections' : 'structure', pack.message);
    return account(about);
  }
  const { signature } = pack;
  told.set('signature', { faults: [], notes: signature || training ? [] : ['The pack is not signed: nothing shows who published it, and every answer from it says so.'] });
  told.set('structure', nothing());
  return account({ ...about, signature, ...(await contentOf(pack, edges.today, told)) });
}

async function contentOf(pack: OpenPack, today: string, told: Map<CheckId, Told>): Promise<Partial<PackAccount>> {
  const { header } = pack;
  const { sites, ...siteFaults } = readSites(pack);
  const { postcodes, ...postcodeFaults } = readPostcodes(pack);
  const lists = await readLists(pack);
  const counts = { sites: pack.siteCount, merged: pack.mergedCount, postcodes: postcodes.length, addresses: lists.addresses, councils: lists.councils };
  const listings = listingsOf(sites);
  const coverage = coverageCheck(header, sites);
  const found = {
    sites: siteFaults, shapes: shapesCheck(sites), postcodes: postcodeFaults, lists, positions: positionsCheck(pack, sites, postcodes),
    counts: countsCheck(header.layers, listings, counts), coverage, licences: licencesCheck(header.layers), dates: datesCheck(header, today),
  } satisfies Partial<Record<CheckId, Told>>;
  for (const [check, { faults, notes }] of Object.entries(found)) told.set(check as CheckId, { faults, notes });
  return { counts, layers: header.layers.map((layer) => layerAccount(layer, listings, coverage.outside)) };
}

const nothing = (): Told => ({ faults: [], notes: [] });

async function attempt<T>(read: () => Promise<T>): Promise<T | PackError> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
}

/** Each section by itself, so that all that are damaged are named, not the first alone. */
function hashes(blob: BlobLike, bodyStart: number, sections: OpenPack['header']['sections'], sha256: Sha256): Promise<PackAccount['sections']> {
  return Promise.all(sections.map(async ({ name, offset, byteLength, sha256: stated }) => {
    const read = async (from: number, to: number) => new Uint8Array(await blob.slice(bodyStart + offset + from, bodyStart + offset + to).arrayBuffer());
    return { name, byteLength, sha256: stated, holds: blob.size >= bodyStart + offset + byteLength && (await sectionHash(byteLength, read, sha256)) === stated };
  }));
}
