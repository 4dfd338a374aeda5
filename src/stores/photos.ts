import { bytesOfPhoto, isPhotoBookSummary, isPhotoSummary, MOST_PHOTOS, parsePhoto, parsePhotoBook, type PhotoBook, type PhotoBookSummary, type PhotoNote, photosHeld, photosRule, type PhotoSummary, photoText, withoutPhotos } from '@/record';
import type { Erased, LogNote, Write } from '@/vault';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useCasework } from './casework';
import { useClock } from './clock';
import { newId } from './newId';
import { useOffice } from './office';
import { useSession } from './session';

/** Beside the office's settings, sealed as they are: on the disk no kind of document shows (ADR 7). */
const TABLE = 'office';
const bookId = (assessmentId: string): string => `photos:${assessmentId}`;

/** What is said of a photo when it is kept. */
export type NewPhoto = Pick<PhotoNote, 'visitId' | 'about' | 'caption'> & { readonly assessmentId: string };

/** Photos of the physical check: pixels as documents of their own, read when one is looked at; what is known of them in one book for each record. */
export const usePhotos = defineStore('photos', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const clock = useClock();
  const rule = computed(() => photosRule(office.office));
  /** The kind of place, or 'visit', that a photo is being taken of and is not kept yet; null: none. */
  const taking = ref<string | null>(null);
  const stamp = () => ({ at: clock.now().toISOString(), by: session.openVault().officer.name });

  async function stored(assessmentId: string): Promise<{ readonly rev: number; readonly book: PhotoBook }> {
    const found = await session.openVault().read(TABLE, bookId(assessmentId));
    return found === null ? { rev: 0, book: { schema: 1, photosOf: assessmentId, photos: [] } } : { rev: found.rev, book: parsePhotoBook(found.value) };
  }

  const bookWrite = (value: PhotoBook, rev: number): Write => ({ table: TABLE, id: bookId(value.photosOf), baseRev: rev, value, summary: { photosOf: value.photosOf } satisfies PhotoBookSummary });
  const logged = (event: LogNote['event'], act: string, assessmentId: string, photos: readonly { readonly id: string; readonly rev: number }[]): LogNote =>
    ({ event, act, about: [{ table: 'assessment', id: assessmentId, rev: null }, ...photos.map(({ id, rev }) => ({ table: TABLE, id, rev } as const))], detail: {} });

  const held = (assessmentId: string): number => casework.photos.get(assessmentId) ?? 0;

  /** Those that were deleted too: without anything but that. */
  const read = async (assessmentId: string): Promise<readonly PhotoNote[]> => (await stored(assessmentId)).book.photos;

  /** On the device as soon as it resolves, whatever becomes of the record's draft. Throws, and keeps nothing, where the office does not allow it, where there are too many, or where the device is full. */
  async function keep({ assessmentId, visitId, about, caption }: NewPhoto, jpeg: Uint8Array, dropDrafts: readonly string[] = []): Promise<void> {
    if (!rule.value.allowed) throw new Error('Your office has not turned photos on. Nothing was kept.');
    const { rev, book } = await stored(assessmentId);
    if (held(assessmentId) >= MOST_PHOTOS.ofRecord) throw new Error(`This record has ${String(MOST_PHOTOS.ofRecord)} photos, which is all that it may hold. Delete one first; nothing was kept.`);
    if ([...casework.photos.values()].reduce((sum, count) => sum + count, 0) >= MOST_PHOTOS.ofVault) throw new Error(`This vault holds ${String(MOST_PHOTOS.ofVault)} photos, which is all that it may hold. Delete those of decided records first (Review and disposal); nothing was kept.`);
    const photoId = newId();
    const value = parsePhoto({ schema: 1, photoOf: assessmentId, jpeg: photoText(jpeg) });
    const next = parsePhotoBook({ ...book, photos: [...book.photos, { photoId, visitId, about, caption, ...stamp(), deleted: null }] });
    const photo: Write = { table: TABLE, id: photoId, baseRev: 0, value, summary: { photoOf: assessmentId } satisfies PhotoSummary };
    await session.openVault().save([photo, bookWrite(next, rev)], [logged('collection', 'photo added to a physical check', assessmentId, [{ id: photoId, rev: 1 }])], dropDrafts);
    casework.refresh();
  }

  /** The pixels, as JPEG; that they are looked at is on the log first. */
  async function look(assessmentId: string, photoId: string): Promise<Uint8Array<ArrayBuffer>> {
    const vault = session.openVault();
    await vault.note({ event: 'consultation', act: 'photo of a physical check looked at', about: [{ table: 'assessment', id: assessmentId, rev: null }, { table: TABLE, id: photoId, rev: null }], detail: {} });
    const found = await vault.read(TABLE, photoId);
    if (found === null) throw new Error('This photo is not in the vault any more.');
    return bytesOfPhoto(parsePhoto(found.value).jpeg);
  }

  /** Everything of a record's photos, for what takes the record itself off the vault. */
  function rowsOf(assessmentId: string): readonly Erased[] {
    return session.openVault().list<object>(TABLE)
      .filter(({ summary }) => (isPhotoSummary(summary) && summary.photoOf === assessmentId) || (isPhotoBookSummary(summary) && summary.photosOf === assessmentId))
      .map(({ id, rev }) => ({ table: TABLE, id, baseRev: rev }));
  }

  /** For good, from both copies of the vault; that they were taken and deleted stays. `photoIds` left out: all that the record holds. */
  async function remove(assessmentId: string, photoIds?: readonly string[]): Promise<void> {
    const { rev, book } = await stored(assessmentId);
    const gone = photoIds ?? photosHeld(book.photos).map(({ photoId }) => photoId);
    const erased = rowsOf(assessmentId).filter(({ id }) => id !== bookId(assessmentId) && (photoIds === undefined || photoIds.includes(id)));
    const next = withoutPhotos(book, gone, stamp());
    await session.openVault().erase(erased, [logged('erasure', 'photos of a physical check deleted', assessmentId, erased.map(({ id, baseRev }) => ({ id, rev: baseRev })))], { writes: [bookWrite(next, rev)] });
    casework.refresh();
  }

  return { rule, taking, held, read, keep, look, rowsOf, remove };
});
