/** APPNOTE.TXT 6.3.10, sections 4.3.16 and 4.3.12: where the directory of a zip lies, and what stands of each entry in it. */
const [END, ENTRY] = [0x06054b50, 0x02014b50] as const;
const [END_BYTES, ENTRY_BYTES, LONGEST_COMMENT] = [22, 46, 0xffff] as const;

/** The CRC-32 that a zip states of each of its files, by path as fflate decodes it; empty where it has no directory. */
export function zipSums(bytes: Uint8Array): ReadonlyMap<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const sums = new Map<string, number>();
  let end = bytes.byteLength - END_BYTES;
  while (end >= 0 && end >= bytes.byteLength - END_BYTES - LONGEST_COMMENT && view.getUint32(end, true) !== END) end -= 1;
  if (end < 0 || view.getUint32(end, true) !== END) return sums;
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_BYTES <= bytes.byteLength && view.getUint32(at, true) === ENTRY) {
    const [path, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const utf8 = (view.getUint16(at + 8, true) & 2048) !== 0;
    const name = new TextDecoder(utf8 ? 'utf-8' : 'latin1').decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + path));
    sums.set(name, view.getUint32(at + 16, true));
    at += ENTRY_BYTES + path + extra + comment;
  }
  return sums;
}
