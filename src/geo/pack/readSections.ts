import { type BlobLike, bytesAsBlob } from './blobLike';
import type { Section } from './header';
import { BASEMAP_SECTION, JSON_SECTIONS, type JsonSection, OPTIONAL_SECTIONS, type PackArrays, TYPED_SECTIONS, align8 } from './layout';
import { PackError } from './packError';
import { type Sha256, sectionHash } from './sha256';

/** Which sections are held against their hashes: all, all but the basemap (hundreds of megabytes that answer nothing), or none. */
export type Verify = boolean | 'butBasemap';

export interface PackBody {
  readonly arrays: PackArrays;
  readonly json: Readonly<Partial<Record<JsonSection, Uint8Array>>>;
  readonly basemap: BlobLike | null;
  /** Where the last section ends; behind it, a signature may stand. */
  readonly bodyEnd: number;
}

/**
 * Reads all sections but the basemap in one piece, and cuts them without copying. The basemap stays where it is; with `verify` it is hashed piece by piece.
 * @throws PackError 'truncated', 'damaged' or 'invalid'
 */
export async function readSections(
  file: BlobLike | Uint8Array,
  bodyStart: number,
  sections: readonly Section[],
  { sha256, verify }: { sha256: Sha256; verify: Verify },
): Promise<PackBody> {
  const blob = file instanceof Uint8Array ? bytesAsBlob(file) : file;
  const bodyLength = checkTable(sections, blob.size - bodyStart);
  const last = sections.at(-1);
  const basemapAt = last?.name === BASEMAP_SECTION ? last : undefined;
  const bodyEnd = bodyStart + (basemapAt?.offset ?? bodyLength);
  const body = await alignedBytes(file, bodyStart, bodyEnd);
  const basemap = basemapAt === undefined ? null : blob.slice(bodyStart + basemapAt.offset, bodyStart + basemapAt.offset + basemapAt.byteLength);

  const found = new Map<string, Uint8Array<ArrayBuffer>>();
  let end = 0;
  for (const section of sections) {
    const { name, offset, byteLength } = section;
    if (body.subarray(end, offset).some((byte) => byte !== 0)) throw damaged(name);
    end = offset + byteLength;
    const bytes = body.subarray(offset, end);
    const read = section === basemapAt && basemap !== null
      ? async (from: number, to: number) => new Uint8Array(await basemap.slice(from, to).arrayBuffer())
      : (from: number, to: number) => bytes.subarray(from, to);
    const hashed = verify === true || (verify === 'butBasemap' && section !== basemapAt);
    if (hashed && (await sectionHash(byteLength, read, sha256)) !== section.sha256) throw damaged(name);
    found.set(name, bytes);
  }
  const present = Object.entries(OPTIONAL_SECTIONS).filter(([name]) => found.has(name));
  const typed = [...Object.entries(TYPED_SECTIONS), ...present].map(([name, ArrayType]) => {
    const bytes = found.get(name);
    if (bytes === undefined || bytes.byteLength % ArrayType.BYTES_PER_ELEMENT !== 0) {
      throw new PackError('invalid', `The pack's section '${name}' is missing or of the wrong length. Build or download the pack again.`);
    }
    return [name, new ArrayType(bytes.buffer, bytes.byteOffset, bytes.byteLength / ArrayType.BYTES_PER_ELEMENT)] as const;
  });
  const json = JSON_SECTIONS.flatMap((name) => {
    const bytes = found.get(name);
    return bytes === undefined ? [] : [[name, bytes] as const];
  });
  return { arrays: Object.fromEntries(typed) as unknown as PackArrays, json: Object.fromEntries(json), basemap, bodyEnd: bodyStart + bodyLength };
}

/** Sections lie one after the other, each at the next multiple of 8, named once, the basemap last. Returns how long they are together. */
function checkTable(sections: readonly Section[], available: number): number {
  const names = new Set<string>();
  let end = 0;
  sections.forEach(({ name, offset, byteLength }, i) => {
    const misplaced = name === BASEMAP_SECTION && i !== sections.length - 1;
    if (offset !== align8(end) || names.has(name) || misplaced) {
      throw new PackError('invalid', `The pack's table of sections is wrong at '${name}'. Build or download the pack again.`);
    }
    names.add(name);
    end = offset + byteLength;
  });
  if (available < end) throw new PackError('truncated', 'The pack is cut short: the download or copy did not finish. Download or copy it again.');
  return end;
}

/** Typed arrays must start at a multiple of 8: bytes that do not are copied once. */
async function alignedBytes(file: BlobLike | Uint8Array, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!(file instanceof Uint8Array)) return new Uint8Array(await file.slice(start, end).arrayBuffer());
  const { buffer, byteOffset } = file;
  const inPlace = (byteOffset + start) % 8 === 0 && buffer instanceof ArrayBuffer;
  return inPlace ? new Uint8Array(buffer, byteOffset + start, end - start) : file.slice(start, end);
}

function damaged(name: string): PackError {
  return new PackError('damaged', `The pack is damaged (in '${name}'): its bytes are not the ones it was made with. Download or copy it again.`);
}
