import { mendGeometry } from '@/geo/sources/mendGeometry';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';

const polygon = (...rings: number[][][]): Geometry => ({ type: 'Polygon', coordinates: rings });
const square = [[-3, 55], [-2.9, 55], [-2.9, 55.1], [-3, 55.1], [-3, 55]];

describe('geometry from a source', () => {
  it('leaves a sound one as it is (negative control)', () => {
    for (const geometry of [polygon(square), { type: 'Point', coordinates: [-3, 55] }, { type: 'LineString', coordinates: [[-3, 55], [-3, 56]] }] as Geometry[]) {
      expect(mendGeometry(geometry)).toEqual({ geometry, mended: false });
    }
  });

  it('closes an open ring', () => {
    expect(mendGeometry(polygon(square.slice(0, 4)))).toEqual({ geometry: polygon(square), mended: true });
  });

  it('keeps what is too short for an outline as the line or point that it is', () => {
    expect(mendGeometry(polygon([[-3, 55], [-2.9, 55], [-3, 55]]))).toEqual({ geometry: { type: 'LineString', coordinates: [[-3, 55], [-2.9, 55]] }, mended: true });
    expect(mendGeometry(polygon([[-3, 55], [-3, 55]]))).toEqual({ geometry: { type: 'Point', coordinates: [-3, 55] }, mended: true });
  });

  it('leaves out heights, impossible positions and holes without an inside', () => {
    const high = square.map(([x = 0, y = 0]) => [x, y, 12]);
    expect(mendGeometry(polygon(high))).toEqual({ geometry: polygon(square), mended: false });
    expect(mendGeometry(polygon([...square.slice(0, 2), [NaN, 55], [200, 55], ...square.slice(2)], [[-2.95, 55.05], [-2.94, 55.05], [-2.95, 55.05]]))).toEqual({ geometry: polygon(square), mended: true });
  });

  it('makes one point of a MultiPoint of one, and keeps the outlines of a collection', () => {
    expect(mendGeometry({ type: 'MultiPoint', coordinates: [[-3, 55]] })).toEqual({ geometry: { type: 'Point', coordinates: [-3, 55] }, mended: false });
    const mixed: Geometry = { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [-3, 55] }, polygon(square)] };
    expect(mendGeometry(mixed)).toEqual({ geometry: polygon(square), mended: false });
  });

  it('gives up only what has no position, or one with latitude first', () => {
    expect(mendGeometry(null)).toEqual({ lost: 'No location' });
    expect(mendGeometry({ type: 'MultiPolygon', coordinates: [] })).toEqual({ lost: 'No location' });
    expect(mendGeometry({ type: 'Point', coordinates: [55.9, -3.2] })).toEqual({ lost: 'Latitude and longitude are swapped in this row' });
  });
});
