/** JPEG, ITU-T T.81 annex B: markers by their second byte. */
const [SOI, EOI, SOS, APP0] = [0xd8, 0xd9, 0xda, 0xe0];
/** What a decoder needs: tables, frame, restart interval. Everything else is dropped, or is a JPEG that no canvas writes. */
const NEEDED: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xc0, 0xc1, 0xc2, 0xdd]);
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);
/** APP0 to APP15 (EXIF with its position, XMP, ICC, thumbnails) and comments. */
const isToldBeside = (marker: number): boolean => (marker >= APP0 && marker <= 0xef) || marker === 0xfe;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** The same first lines for every photo: JFIF 1.01, no density, no thumbnail. */
const HEAD = [0xff, SOI, 0xff, APP0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0] as const;

export interface BareJpeg {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/**
 * The picture of a JPEG and nothing else: whatever an encoder told beside it, and whatever stands behind its end, is gone. Throws RangeError for what is no whole JPEG.
 */
export function bareJpeg(jpeg: Uint8Array): BareJpeg {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  const refuse = (): never => { throw new RangeError('This is not a whole JPEG.'); };
  const byteAt = (at: number): number => (at < jpeg.length ? view.getUint8(at) : refuse());
  if (byteAt(0) !== 0xff || byteAt(1) !== SOI) refuse();
  const kept: Uint8Array[] = [Uint8Array.from(HEAD)];
  let size: { readonly width: number; readonly height: number } | null = null;
  let at = 2;
  for (;;) {
    if (byteAt(at) !== 0xff) refuse();
    const marker = byteAt(at + 1);
    if (marker === EOI) break;
    if (at + 4 > jpeg.length) refuse();
    let end = at + 2 + view.getUint16(at + 2);
    if (end < at + 4 || end > jpeg.length) refuse();
    if (FRAMES.has(marker)) size = end >= at + 9 ? { height: view.getUint16(at + 5), width: view.getUint16(at + 7) } : refuse();
    // The scan itself: up to the next marker that is neither a stuffed 0xff nor a restart.
    if (marker === SOS) while (byteAt(end) !== 0xff || byteAt(end + 1) === 0 || isRestart(byteAt(end + 1))) end += 1;
    if (marker === SOS || NEEDED.has(marker)) kept.push(jpeg.subarray(at, end));
    else if (!isToldBeside(marker)) refuse();
    at = end;
  }
  kept.push(Uint8Array.of(0xff, EOI));
  if (size === null || size.width === 0 || size.height === 0) return refuse();
  return { bytes: joined(kept), ...size };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
