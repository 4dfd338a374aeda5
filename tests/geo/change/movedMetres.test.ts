import { distanceMetres } from '@/geo';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { movedMetres } from '../../../src/geo/change/movedMetres';
import { AT, at, point, square } from './changes';

const CASES: readonly { readonly name: string; readonly then: Geometry; readonly now: Geometry; readonly metres: number }[] = [
  { name: 'a point by its own way', then: point(0, 0), now: point(30, 40), metres: 50 },
  { name: 'an outline by how far its furthest corner went', then: square(0, 0, 100), now: square(30, 0, 100), metres: 30 },
  { name: 'an outline that grew, though the two overlap', then: square(0, 0, 100), now: square(0, 0, 160), metres: 60 * Math.SQRT2 },
  { name: 'an outline that shrank', then: square(0, 0, 160), now: square(0, 0, 100), metres: 60 * Math.SQRT2 },
  { name: 'nothing between a point and grounds drawn around it', then: point(50, 50), now: square(0, 0, 400), metres: 0 },
  { name: 'how far a point lies outside the grounds drawn for it', then: point(-40, 50), now: square(0, 0, 100), metres: 40 },
  { name: 'the same from grounds to a point', then: square(0, 0, 100), now: point(-40, 50), metres: 40 },
  { name: 'a line by its further end', then: { type: 'LineString', coordinates: [at(0, 0), at(100, 0)] }, now: { type: 'LineString', coordinates: [at(0, 0), at(130, 0)] }, metres: 30 },
];

describe('movedMetres', () => {
  it.each(CASES)('measures $name', ({ then, now, metres }) => {
    expect(movedMetres(then, now)).toBeCloseTo(metres, 0);
  });

  it('is nothing for the same shape, and is the distance for points', () => {
    expect(movedMetres(square(3, 4, 50), square(3, 4, 50))).toBe(0);
    const [lng, lat] = at(12, -7);
    expect(movedMetres({ type: 'Point', coordinates: [AT.lng, AT.lat] }, { type: 'Point', coordinates: [lng, lat] })).toBeCloseTo(distanceMetres(AT, { lng, lat }), 2);
  });
});
