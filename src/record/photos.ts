import type { PhotoBook, PhotoNote } from './schema/photos';

/** For the vault's index: which documents of the office's table are photos, and of which assessment. */
export interface PhotoBookSummary { readonly photosOf: string; readonly held: number }
export interface PhotoSummary { readonly photoOf: string }

export const isPhotoBookSummary = (summary: object): summary is PhotoBookSummary => 'photosOf' in summary;
export const isPhotoSummary = (summary: object): summary is PhotoSummary => 'photoOf' in summary;

export const photosHeld = (photos: readonly PhotoNote[]): readonly PhotoNote[] => photos.filter(({ deleted }) => deleted === null);
export const summaryOfPhotos = ({ photosOf, photos }: PhotoBook): PhotoBookSummary => ({ photosOf, held: photosHeld(photos).length });

/** These are gone: what was typed of them and what they were of goes too. That each was taken and deleted, when and by whom, is kept. */
export function withoutPhotos(book: PhotoBook, photoIds: readonly string[], deleted: NonNullable<PhotoNote['deleted']>): PhotoBook {
  return { ...book, photos: book.photos.map((one) => (photoIds.includes(one.photoId) && one.deleted === null ? { ...one, about: null, caption: '', deleted } : one)) };
}
