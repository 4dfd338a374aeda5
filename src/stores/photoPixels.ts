import { bareJpeg, PHOTO_LIMITS } from '@/record';
import { fitted, type Part, type Size } from './coveredParts';

/** A file that a camera app wrote can be large; a larger one is no photo of a doorstep. */
const LARGEST_FILE_BYTES = 64 * 1024 * 1024;
/** Long side and quality of each try, until one is small enough. */
const TRIES = [[1600, 0.8], [1600, 0.65], [1600, 0.5], [1200, 0.6], [1200, 0.45], [900, 0.5], [640, 0.5]] as const;
const UNREADABLE = 'This browser cannot read that file as a photo. Choose a JPEG or PNG. Nothing was kept.';

function canvasOf({ width, height }: Size): { readonly canvas: HTMLCanvasElement; readonly context: CanvasRenderingContext2D } {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('This browser cannot draw a photo. Nothing was kept.');
  context.imageSmoothingQuality = 'high';
  return { canvas, context };
}

/** A file as upright pixels, no larger than a photo may be; nothing else of it is held. Throws, in words, what is no photo. */
export async function openPhoto(file: Blob): Promise<HTMLCanvasElement> {
  if (file.size > LARGEST_FILE_BYTES) throw new Error('This file is too large for a photo. Nothing was kept.');
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => { throw new Error(UNREADABLE); });
  try {
    const { canvas, context } = canvasOf(fitted(bitmap, PHOTO_LIMITS.longSide));
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return canvas;
  } finally {
    bitmap.close();
  }
}

/** The picture on a canvas of the screen, with its covered parts black. */
export function drawCovered(onto: HTMLCanvasElement, picture: HTMLCanvasElement, parts: readonly Part[]): void {
  const { width, height } = picture;
  Object.assign(onto, { width, height });
  const context = onto.getContext('2d', { alpha: false });
  if (context === null) return;
  context.drawImage(picture, 0, 0);
  context.fillStyle = '#000';
  for (const part of parts) context.fillRect(part.x, part.y, part.width, part.height);
}

/** What is stored: covered parts are black before anything is encoded, and nothing but the picture is left (bareJpeg). */
export async function encodeCovered(picture: HTMLCanvasElement, parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const { canvas: covered } = canvasOf(picture);
  drawCovered(covered, picture, parts);
  try {
    for (const [longSide, quality] of TRIES) {
      const { canvas, context } = canvasOf(fitted(covered, longSide));
      context.drawImage(covered, 0, 0, canvas.width, canvas.height);
      const { bytes } = bareJpeg(await jpegOf(canvas, quality));
      forgetPixels(canvas);
      if (bytes.length <= PHOTO_LIMITS.bytes) return bytes;
    }
  } finally {
    forgetPixels(covered);
  }
  throw new Error('This photo cannot be made small enough. Nothing was kept.');
}

async function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array> {
  const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/jpeg', quality); });
  if (blob?.type !== 'image/jpeg') throw new Error('This browser cannot write a JPEG. Nothing was kept.');
  return new Uint8Array(await blob.arrayBuffer());
}

/** Shows a stored photo. Decoded onto the canvas: there is no address of it that could be opened, saved or left behind. */
export async function showJpeg(onto: HTMLCanvasElement, jpeg: Uint8Array<ArrayBuffer>): Promise<void> {
  const bitmap = await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));
  Object.assign(onto, { width: bitmap.width, height: bitmap.height });
  onto.getContext('2d', { alpha: false })?.drawImage(bitmap, 0, 0);
  bitmap.close();
}

/** A canvas lets go of its pixels when it has none. */
export function forgetPixels(canvas: HTMLCanvasElement): void {
  Object.assign(canvas, { width: 0, height: 0 });
}
