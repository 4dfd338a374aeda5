import * as v from 'valibot';
import { bareJpeg } from '../bareJpeg';
import { instant, line } from './fields';

/** Pixels on the long side, and bytes: with these a photo fills four steps of a sealed row (ADR 6), and is still read by the eye. */
export const PHOTO_LIMITS = { longSide: 1600, bytes: 190 * 1024 } as const;
/** A vault is read whole at each unlocking: it is no album. */
export const MOST_PHOTOS = { ofRecord: 12, ofVault: 60 } as const;

export const bytesOfPhoto = (jpeg: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(jpeg), (character) => character.charCodeAt(0));
export const photoText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

/** Nothing but a picture within the limits: no metadata, nothing behind its end. */
function isBarePhoto(jpeg: string): boolean {
  try {
    const bytes = bytesOfPhoto(jpeg);
    const bare = bareJpeg(bytes);
    return bytes.length <= PHOTO_LIMITS.bytes && Math.max(bare.width, bare.height) <= PHOTO_LIMITS.longSide && bare.bytes.length === bytes.length && bare.bytes.every((byte, at) => byte === bytes[at]);
  } catch {
    return false;
  }
}

/** One photo of the physical check: the pixels alone, as a document of the vault that is read when it is shown. `photoOf`: the assessment's id. */
export const photoSchema = v.object({
  schema: v.literal(1),
  photoOf: line,
  /** Base64. */
  jpeg: v.pipe(v.string(), v.check(isBarePhoto, 'This is no photo that Steading made: nothing was kept.')),
});

/** What is known of a photo. `visitId`: the visit it was taken on; `about`: the kind of place, null: none by itself. Deleted, only that, when and by whom is left. */
export const photoNoteSchema = v.object({
  photoId: line,
  visitId: line,
  about: v.nullable(line),
  caption: line,
  at: instant,
  by: line,
  deleted: v.nullable(v.object({ at: instant, by: line })),
});

/** The photos of one assessment, without their pixels: a document of its own, so that adding and deleting one touches no draft. */
export const photoBookSchema = v.object({ schema: v.literal(1), photosOf: line, photos: v.array(photoNoteSchema) });

export type Photo = v.InferOutput<typeof photoSchema>;
export type PhotoNote = v.InferOutput<typeof photoNoteSchema>;
export type PhotoBook = v.InferOutput<typeof photoBookSchema>;
