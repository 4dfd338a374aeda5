import { fitted, middlePart, movedPart, MOVES, type Move, type Part, partBetween, type Size } from '@/stores/coveredParts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const SIZE: Size = { width: 1600, height: 1200 };
const SHOWN: Part = { x: 16, y: 300, width: 400, height: 300 };
const size = fc.record({ width: fc.integer({ min: 16, max: 1600 }), height: fc.integer({ min: 16, max: 1600 }) });

function expectWithin({ x, y, width, height }: Part, within: Size): void {
  for (const value of [x, y, width, height]) expect(Number.isInteger(value)).toBe(true);
  expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
  expect(x + width).toBeLessThanOrEqual(within.width);
  expect(y + height).toBeLessThanOrEqual(within.height);
}

describe('a part of a photo to be covered', () => {
  it('lies where the finger was, in the picture’s own pixels, whichever way it was drawn', () => {
    const [a, b] = [{ x: 66, y: 350 }, { x: 116, y: 400 }];
    expect(partBetween(a, b, SHOWN, SIZE)).toEqual({ x: 200, y: 200, width: 200, height: 200 });
    expect(partBetween(b, a, SHOWN, SIZE)).toEqual(partBetween(a, b, SHOWN, SIZE));
  });

  it('covers at least what was drawn, and stays within the picture', () => {
    const at = fc.record({ x: fc.double({ min: -100, max: 600, noNaN: true }), y: fc.double({ min: 100, max: 800, noNaN: true }) });
    fc.assert(fc.property(at, at, size, (a, b, of) => {
      const part = partBetween(a, b, SHOWN, of);
      if (part === null) return;
      expectWithin(part, of);
      const inPicture = (shown: number, from: number, length: number, pixels: number) => Math.min(Math.max((shown - from) * pixels / length, 0), pixels);
      for (const point of [a, b]) {
        const [x, y] = [inPicture(point.x, SHOWN.x, SHOWN.width, of.width), inPicture(point.y, SHOWN.y, SHOWN.height, of.height)];
        expect(x).toBeGreaterThanOrEqual(part.x);
        expect(x).toBeLessThanOrEqual(part.x + part.width + 1e-6);
        expect(y).toBeGreaterThanOrEqual(part.y);
        expect(y).toBeLessThanOrEqual(part.y + part.height + 1e-6);
      }
    }));
  });

  it.each([[{ x: 66, y: 350 }, { x: 67, y: 400 }], [{ x: 66, y: 350 }, { x: 66, y: 350 }], [{ x: 0, y: 0 }, { x: 10, y: 290 }]])('is none where it is too small to be meant, or beside the picture (%o)', (a, b) => {
    expect(partBetween(a, b, SHOWN, SIZE)).toBeNull();
  });

  it('is moved and stretched by buttons alone, and never leaves the picture', () => {
    fc.assert(fc.property(size, fc.array(fc.constantFrom(...Object.keys(MOVES) as Move[]), { maxLength: 60 }), (of, moves) => {
      const end = moves.reduce((part, move) => movedPart(part, move, of), middlePart(of));
      expectWithin(end, of);
      expect(Math.min(end.width, end.height)).toBeGreaterThan(0);
    }));
    const part = middlePart(SIZE);
    expect(movedPart(part, 'left', SIZE)).toEqual({ ...part, x: part.x - 64 });
    expect(movedPart(part, 'taller', SIZE)).toEqual({ ...part, y: part.y - 64, height: part.height + 128 });
  });
});

it('a photo is at most as large as it may be, in proportion, and never made larger', () => {
  expect(fitted({ width: 4000, height: 3000 }, 1600)).toEqual({ width: 1600, height: 1200 });
  expect(fitted({ width: 3000, height: 4000 }, 1600)).toEqual({ width: 1200, height: 1600 });
  expect(fitted({ width: 640, height: 480 }, 1600)).toEqual({ width: 640, height: 480 });
  expect(fitted({ width: 9000, height: 1 }, 1600)).toEqual({ width: 1600, height: 1 });
});
