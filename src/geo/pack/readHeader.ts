import { type CategoryId, isCategoryId } from '@/terms';
import { type BlobLike } from './blobLike';
import { OLDEST_PACK_VERSION, PACK_VERSION } from './header';
import { MAGIC, MAX_HEADER_BYTES, PREAMBLE_BYTES, align8 } from './layout';
import { PackError } from './packError';
import type { Sha256 } from './sha256';
import { StoredHeader, valueOf } from './storedSchema';

/**
 * The stored header, held against its hash, and where the body begins.
 * @throws PackError 'notAPack', 'newer', 'truncated', 'damaged' or 'invalid'
 */
export async function readHeader(blob: BlobLike, sha256: Sha256): Promise<{ stored: StoredHeader; packId: string; bodyStart: number }> {
  const preamble = new Uint8Array(await blob.slice(0, PREAMBLE_BYTES).arrayBuffer());
  if (!preamble.subarray(0, MAGIC.length).every((byte, i) => byte === MAGIC[i])) {
    throw new PackError('notAPack', 'This file is not a Steading area pack. Choose a file that ends in .steadingpack.');
  }
  if (preamble.byteLength < PREAMBLE_BYTES) throw truncated();
  const view = new DataView(preamble.buffer);
  const version = view.getUint32(8, true);
  if (version > PACK_VERSION) throw newer();
  const headerBytes = view.getUint32(12, true);
  if (version < OLDEST_PACK_VERSION || headerBytes > MAX_HEADER_BYTES) throw damaged();
  const bodyStart = align8(PREAMBLE_BYTES + headerBytes);
  if (blob.size < bodyStart) throw truncated();
  const bytes = new Uint8Array(await blob.slice(PREAMBLE_BYTES, bodyStart).arrayBuffer());
  const header = bytes.subarray(0, headerBytes);
  const packId = Array.from(preamble.subarray(16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if ((await sha256(header)) !== packId || bytes.subarray(headerBytes).some((byte) => byte !== 0)) throw damaged();
  const stored = valueOf(StoredHeader, jsonOf(header));
  if (stored === null || stored.version !== version) throw invalid('has a header that breaks the rules of the format');
  if (new Set(stored.layers.map((layer) => layer.id)).size !== stored.layers.length) throw invalid('has two layers with the same id');
  return { stored, packId, bodyStart };
}

/** @throws PackError 'newer': within one format version, only kinds of site are ever added. */
export function knownCategory(id: string): CategoryId {
  if (!isCategoryId(id)) throw newer();
  return id;
}

/** The value of a JSON section, or undefined when it is none. */
export function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

export function invalid(what: string): PackError {
  return new PackError('invalid', `The pack ${what}. Build or download the pack again.`);
}

function truncated(): PackError {
  return new PackError('truncated', 'The pack is cut short: the download or copy did not finish. Download or copy it again.');
}

function damaged(): PackError {
  return new PackError('damaged', 'The pack is damaged (in its header): its bytes are not the ones it was made with. Download or copy it again.');
}

function newer(): PackError {
  return new PackError('newer', 'The pack was made for a later Steading. Update Steading, then open the pack again.');
}
