/** A camera's JPEG: the picture, and all that is told beside it. */
const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));
const segment = (marker: number, body: readonly number[]): readonly number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body];

export const SECRETS = { model: 'CanaryPhone 7', gps: 'canary-gps-57.1N', xmp: 'canary-xmp-owner', icc: 'canary-icc-serial', comment: 'canary-comment', trailing: 'canary-behind-the-end' } as const;

const word = (value: number): readonly number[] => [value >> 8, value & 0xff];
const long = (value: number): readonly number[] => [0, 0, ...word(value)];

/** EXIF 2.32, big-endian: orientation 6 (the camera was held upright), the model, and a folder of its position with a text and a latitude. */
function exif(): readonly number[] {
  const [model, gps] = [[...ascii(SECRETS.model), 0], [...ascii(SECRETS.gps), 0]];
  const modelAt = 8 + 2 + 3 * 12 + 4;
  const gpsAt = modelAt + model.length + (model.length % 2);
  const textAt = gpsAt + 2 + 12 + 4;
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [...word(tag), ...word(type), ...long(count), ...value];
  const tiff = [
    ...ascii('MM'), 0, 42, ...long(8), ...word(3),
    ...entry(0x0110, 2, model.length, long(modelAt)), ...entry(0x0112, 3, 1, [0, 6, 0, 0]), ...entry(0x8825, 4, 1, long(gpsAt)), ...long(0),
    ...model, ...(model.length % 2 ? [0] : []),
    ...word(1), ...entry(0x001b, 2, gps.length, long(textAt)), ...long(0), ...gps,
  ];
  return segment(0xe1, [...ascii('Exif'), 0, 0, ...tiff]);
}

/** The same picture as a camera would have written it. */
export function asFromCamera(jpeg: Uint8Array): Uint8Array<ArrayBuffer> {
  const beside = [
    ...exif(), ...segment(0xe1, [...ascii('http://ns.adobe.com/xap/1.0/'), 0, ...ascii(`<x:xmpmeta>${SECRETS.xmp}</x:xmpmeta>`)]),
    ...segment(0xe2, [...ascii('ICC_PROFILE'), 0, 1, 1, ...ascii(SECRETS.icc)]), ...segment(0xfe, ascii(SECRETS.comment)),
  ];
  return Uint8Array.from([...jpeg.subarray(0, 2), ...beside, ...jpeg.subarray(2), ...ascii(SECRETS.trailing)]);
}

/** Marker by marker (T.81, B.1.1), read apart from the code that writes them: 'e0', 'db', …, and how many bytes stand behind the end. */
export function segmentsIn(jpeg: Uint8Array): { readonly markers: readonly string[]; readonly behind: number; readonly width: number; readonly height: number } {
  const markers: string[] = [];
  let [at, width, height] = [2, 0, 0];
  for (;;) {
    const marker = jpeg[at + 1] ?? NaN;
    if (jpeg[at] !== 0xff || Number.isNaN(marker)) throw new Error(`No marker at ${String(at)}.`);
    markers.push(marker.toString(16));
    if (marker === 0xd9) return { markers, behind: jpeg.length - at - 2, width, height };
    const length = ((jpeg[at + 2] ?? 0) << 8) | (jpeg[at + 3] ?? 0);
    if (marker === 0xc0 || marker === 0xc2) [height, width] = [((jpeg[at + 5] ?? 0) << 8) | (jpeg[at + 6] ?? 0), ((jpeg[at + 7] ?? 0) << 8) | (jpeg[at + 8] ?? 0)];
    at += 2 + length;
    while (marker === 0xda && !(jpeg[at] === 0xff && ![0, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7].includes(jpeg[at + 1] ?? 0))) at += 1;
  }
}

/** The segments of a JPEG that no decoder needs to look at: enough for whatever reads segments alone. `scan`: what stands in place of the pixels. */
export function plainJpeg({ width = 64, height = 48, scan = 'canary-pixels' }: { readonly width?: number; readonly height?: number; readonly scan?: string } = {}): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    0xff, 0xd8, ...segment(0xe0, [...ascii('JFIF'), 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]), ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]), ...segment(0xc4, [0, ...Array.from({ length: 16 }, () => 0)]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]), ...ascii(scan), 0xff, 0, ...ascii('x'), 0xff, 0xd0, ...ascii('y'), 0xff, 0xd9,
  ]);
}
