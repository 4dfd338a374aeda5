import { Gunzip } from 'fflate';
import { crc32 } from './crc32';
import { SourceError } from './sourceError';

/**
 * Unpacks gzip piece by piece; what comes out goes to `take`. A file that is cut short ends in some block without a complaint from the unpacker,
 * so its length and sum are held against those that gzip writes at the end. @throws SourceError; what `take` throws as such is passed on.
 */
export function gunzipper(name: string, take: (part: Uint8Array) => void): (piece: Uint8Array, last: boolean) => void {
  let [length, sum] = [0, 0];
  let tail: number[] = [];
  const gunzip = new Gunzip((part) => { length += part.byteLength; sum = crc32(part, sum); take(part); });
  // Several members one after the other are one file; the length at the end is that of the last.
  gunzip.onmember = () => { [length, sum] = [0, 0]; };
  return (piece, last) => {
    tail = [...tail, ...piece.subarray(-8)].slice(-8);
    try {
      gunzip.push(piece, last);
    } catch (cause) {
      if (cause instanceof SourceError) throw cause;
      throw new SourceError(name, 'is gzip, but damaged or cut short. Download it again.', { cause });
    }
    if (!last) return;
    const told = new DataView(Uint8Array.from([...Array.from({ length: 8 - tail.length }, () => 0), ...tail]).buffer);
    if (sum !== told.getUint32(0, true) || length % 2 ** 32 !== told.getUint32(4, true)) throw new SourceError(name, 'is gzip, but damaged or cut short. Download it again.');
  };
}
