import { Gunzip } from 'fflate';
import { SourceError } from './sourceError';

/**
 * Unpacks gzip piece by piece; what comes out goes to `take`. A file that is cut short ends in some block without a complaint from the unpacker,
 * so its length is held against the one that gzip writes at the end. @throws SourceError; what `take` throws as such is passed on.
 */
export function gunzipper(name: string, take: (part: Uint8Array) => void): (piece: Uint8Array, last: boolean) => void {
  let length = 0;
  let tail: number[] = [];
  const gunzip = new Gunzip((part) => { length += part.byteLength; take(part); });
  // Several members one after the other are one file; the length at the end is that of the last.
  gunzip.onmember = () => { length = 0; };
  return (piece, last) => {
    tail = [...tail, ...piece.subarray(-4)].slice(-4);
    try {
      gunzip.push(piece, last);
    } catch (cause) {
      if (cause instanceof SourceError) throw cause;
      throw new SourceError(name, 'is gzip, but damaged or cut short. Download it again.', { cause });
    }
    const [a = 0, b = 0, c = 0, d = 0] = tail;
    if (last && length % 2 ** 32 !== a + b * 2 ** 8 + c * 2 ** 16 + d * 2 ** 24) throw new SourceError(name, 'is gzip, but damaged or cut short. Download it again.');
  };
}
