import { bareJpeg, deletionDay, emptyOffice, isPhotoBookSummary, isPhotoSummary, PHOTO_LIMITS, photosByRecord, photosHeld, parseOffice, parsePhoto, parsePhotoBook, photosRule, photoText, withoutPhotos } from '@/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asFromCamera, plainJpeg, SECRETS, segmentsIn } from '../cases/jpeg';

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const photo = (bytes: Uint8Array) => ({ schema: 1, photoOf: 's1', jpeg: photoText(bytes) });

describe('a bare JPEG', () => {
  it('is the picture alone: EXIF with its position, XMP, ICC, comments and what stands behind the end are gone', () => {
    const camera = asFromCamera(plainJpeg());
    const bare = bareJpeg(camera).bytes;
    for (const secret of Object.values(SECRETS)) {
      expect(latin1(camera), 'negative control: the original has it').toContain(secret);
      expect(latin1(bare)).not.toContain(secret);
    }
    expect(segmentsIn(camera)).toMatchObject({ markers: ['e1', 'e1', 'e2', 'fe', 'e0', 'db', 'c0', 'c4', 'da', 'd9'], behind: SECRETS.trailing.length });
    expect(segmentsIn(bare)).toEqual({ markers: ['e0', 'db', 'c0', 'c4', 'da', 'd9'], behind: 0, width: 64, height: 48 });
    expect(latin1(bare), 'the scan is whole, restarts and stuffed bytes too').toContain('canary-pixels\xff\x00x\xff\xd0y\xff\xd9');
    expect(bareJpeg(bare).bytes).toEqual(bare);
  });

  it('keeps no thumbnail in its first segment', () => {
    const plain = plainJpeg();
    const withThumbnail = Uint8Array.from([...plain.subarray(0, 4), 0, 19, ...plain.subarray(6, 18), 1, 1, 1, 2, 3, ...plain.subarray(20)]);
    expect(withThumbnail).not.toEqual(plain);
    expect(bareJpeg(withThumbnail).bytes).toEqual(plain);
  });

  it('is told from every damaged file: it is bare, or it is refused in words', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }), fc.nat(), (changes, cut) => {
      const bytes = asFromCamera(plainJpeg());
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      let bare: Uint8Array;
      try {
        ({ bytes: bare } = bareJpeg(bytes.subarray(0, bytes.length - cut % 40)));
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        return;
      }
      expect(bareJpeg(bare).bytes).toEqual(bare);
    }), { numRuns: 300 });
  });

  it.each([
    ['nothing', new Uint8Array()], ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], ['one cut short', plainJpeg().subarray(0, -4)], ['one cut within a segment', plainJpeg().subarray(0, 30)],
    ['one with a frame that no canvas writes', plainJpeg().map((byte, at, all) => (byte === 0xc0 && all[at - 1] === 0xff ? 0xc9 : byte))], ['one without a size', plainJpeg({ width: 0 })],
  ])('is not made of %s', (_, bytes) => {
    expect(() => bareJpeg(bytes)).toThrow('not a whole JPEG');
  });
});

describe('a stored photo', () => {
  it('is a bare JPEG within its limits, or it is refused', () => {
    expect(parsePhoto(photo(plainJpeg())).photoOf).toBe('s1');
    for (const refused of [asFromCamera(plainJpeg()), Uint8Array.from([...plainJpeg(), 0]), plainJpeg({ width: PHOTO_LIMITS.longSide + 1 }), plainJpeg({ scan: 'x'.repeat(PHOTO_LIMITS.bytes) }), Uint8Array.of(1, 2, 3)]) {
      expect(() => parsePhoto(photo(refused))).toThrow('no photo that Steading made');
    }
    expect(() => parsePhoto({ ...photo(plainJpeg()), jpeg: 'not base64 at all!' })).toThrow('no photo');
  });

  it('is known from the office’s other documents by what the index says of it', () => {
    expect([{ photoOf: 's1' }, { photosOf: 's1' }, {}, { blockProfile: true }].map((summary) => [isPhotoSummary(summary), isPhotoBookSummary(summary)])).toEqual([[true, false], [false, true], [false, false], [false, false]]);
  });
});

const AT = { at: '2026-03-04T10:00:00.000Z', by: 'A. Bell' } as const;
const note = (photoId: string) => ({ photoId, visitId: 'v1', about: 'school', caption: `What ${photoId} shows`, ...AT, deleted: null });
const BOOK = parsePhotoBook({ schema: 1, photosOf: 's1', photos: [note('a'), note('b')] });

it('photos are counted by their pixels, so that none is forgotten whose words were lost', () => {
  expect([...photosByRecord([{ photoOf: 'a' }, { photosOf: 'a' }, {}, { photoOf: 'b' }, { photoOf: 'a' }])]).toEqual([['a', 2], ['b', 1]]);
});

describe('a deleted photo', () => {
  it('leaves that it was taken and deleted, when and by whom, and no word of what it showed', () => {
    const gone = { at: '2026-04-01T09:00:00.000Z', by: 'C. Dow' };
    const left = parsePhotoBook(withoutPhotos(BOOK, ['a'], gone));
    expect(left.photos).toEqual([{ ...note('a'), about: null, caption: '', deleted: gone }, note('b')]);
    expect([photosHeld(BOOK.photos).length, photosHeld(left.photos).length]).toEqual([2, 1]);
    expect(withoutPhotos(left, ['a'], AT).photos[0]?.deleted, 'once').toEqual(gone);
  });

  it.each([
    [null, '2026-03-20', { is: 'waits' }], ['2026-03-04', '2026-03-31', { is: 'kept', day: '2026-04-01' }], ['2026-03-04', '2026-04-01', { is: 'due', day: '2026-04-01' }],
  ] as const)('is due after the decision (%s, today %s)', (decidedOn, today, expected) => {
    expect(deletionDay({ decidedOn }, photosRule(emptyOffice), today)).toEqual(expected);
  });
});

it('photos are off in every office that has not turned them on, those saved before too', () => {
  expect(photosRule(parseOffice(emptyOffice))).toEqual({ allowed: false, reason: '', deleteAfterDays: 28 });
  expect(photosRule(parseOffice({ ...emptyOffice, photos: { allowed: true, reason: 'DPIA', deleteAfterDays: 7 } }))).toMatchObject({ allowed: true, deleteAfterDays: 7 });
});
