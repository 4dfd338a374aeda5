import { isOsmPbf } from './osmPbfBlobs';
import { SourceError } from './sourceError';
import { isZip, MAX_UNPACKED_BYTES, unpackGzip, type SourceFile } from './sourceFile';

const NUL = 0;

/**
 * The text of a file, gzip or not: UTF-8 where it is valid UTF-8, otherwise Windows-1252 (the Care Inspectorate's). A byte order mark is taken off.
 * @throws SourceError for an empty file, and for bytes that are no text.
 */
export function textOf(given: SourceFile): string {
  const file = unpackGzip(given);
  const { name, bytes } = file;
  if (bytes.byteLength > MAX_UNPACKED_BYTES) throw new SourceError(name, 'is larger than 400 MiB. Cut it to your area first.');
  if (bytes.byteLength === 0) throw new SourceError(name, 'is empty. Download it again.');
  if (isOsmPbf(file)) throw new SourceError(name, 'is .osm.pbf, which only the command line reads, as `steading pack build --osm FILE`. Give GeoJSON or saved Overpass JSON here.');
  if (isZip(bytes)) throw new SourceError(name, 'is a zip or a spreadsheet. Unpack it and give the CSV or GeoJSON inside (a spreadsheet: save it as CSV).');
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new SourceError(name, 'is in UTF-16. Save it as UTF-8.');
  }
  if (bytes.subarray(0, 65_536).includes(NUL)) throw new SourceError(name, 'is not text. Give the CSV or GeoJSON that the publisher offers.');
  const text = decode(bytes);
  if (text.trim() === '') throw new SourceError(name, 'holds nothing but blanks. Download it again.');
  return text;
}

/** The first letters of an unpacked file, byte by byte, to tell what it is. */
export const headOf = (file: SourceFile): string => new TextDecoder('latin1').decode(unpackGzip(file).bytes.subarray(0, 4000)).replace(/^ï»¿/u, '');

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWindows1252(bytes);
  }
}

/** 0x80 to 0x9f, as the WHATWG index for windows-1252 has them; the five that it leaves free stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, since TextDecoder('windows-1252') of Node 20 gives Latin-1 and turns every apostrophe of the register into a control character. */
function decodeWindows1252(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes).replace(/[\u0080-\u009f]/gu, (mark) => WINDOWS_1252[mark.charCodeAt(0) - 0x80] ?? mark);
}
