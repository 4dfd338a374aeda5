import type { PhotoBook, PhotoNote } from './schema/photos';

/** For the vault's index: which documents of the office's table are photos, and of which assessment. */
export interface PhotoBookSummary { readonly photosOf: string }
export interface PhotoSummary { readonly photoOf: string }

export const isPhotoBookSummary = (summary: object): summary is PhotoBookSummary => 'photosOf' in summary;
export const isPhotoSummary = (summary: object): summary is PhotoSummary => 'photoOf' in summary;

/** How many photos each record holds, by the pixels themselves: those whose book was lost count too. */
export function photosByRecord(summaries: readonly object[]): ReadonlyMap<string, number> {
  const held = new Map<string, number>();
  for (const { photoOf } of summaries.filter(isPhotoSummary)) held.set(photoOf, (held.get(photoOf) ?? 0) + 1);
  return held;
}

export const photosHeld = (photos: readonly PhotoNote[]): readonly PhotoNote[] => photos.filter(({ deleted }) => deleted === null);

/** These are gone: what was typed of them and what they were of goes too. That each was taken and deleted, when and by whom, is kept. */
export function withoutPhotos(book: PhotoBook, photoIds: readonly string[], deleted: NonNullable<PhotoNote['deleted']>): PhotoBook {
  return { ...book, photos: book.photos.map((one) => (photoIds.includes(one.photoId) && one.deleted === null ? { ...one, about: null, caption: '', deleted } : one)) };
}
