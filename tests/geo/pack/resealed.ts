import type { Section } from '@/geo';
import { sectionHash } from '@/geo/pack/sha256';
import { sha256 } from '../contentFixture';

/** The pack with one section changed and every hash made to fit, as an author who means harm could. */
export async function resealed(pack: Uint8Array, name: string, change: (section: Uint8Array) => void): Promise<Uint8Array> {
  const bytes = pack.slice();
  const headerLength = new DataView(bytes.buffer).getUint32(12, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(48, 48 + headerLength))) as { sections: Section[] };
  const section = header.sections.find((each) => each.name === name);
  if (section === undefined) throw new Error(`no section ${name}`);
  const start = Math.ceil((48 + headerLength) / 8) * 8 + section.offset;
  const body = bytes.subarray(start, start + section.byteLength);
  change(body);
  const hash = await sectionHash(body.length, (from, to) => body.subarray(from, to), sha256);
  bytes.set(new TextEncoder().encode(JSON.stringify({ ...header, sections: header.sections.map((each) => (each === section ? { ...each, sha256: hash } : each)) })), 48);
  bytes.set(Buffer.from(sha256(bytes.subarray(48, 48 + headerLength)), 'hex'), 16);
  return bytes;
}
