import type { MultiPolygon } from 'geojson';
import { checkShapes } from './checkShapes';
import type { PackArrays } from './layout';
import { PackError } from './packError';
import { KIND_POLYGON, type Shapes, shapeGeometry } from './shapes';

/** Boundaries and coverages: as they lie, and decoded (each once). @throws PackError 'invalid' */
export function areaReader(arrays: PackArrays): { shapes: Shapes; area: (place: number) => MultiPolygon } {
  const shapes: Shapes = {
    kind: arrays['areas.kind'],
    firstRing: arrays['areas.firstRing'],
    firstVertex: arrays['areas.firstVertex'],
    hole: arrays['areas.hole'],
    lngLat: arrays['areas.lngLat'],
  };
  checkShapes(shapes, shapes.kind.length, 'boundaries and coverages');
  const decoded = new Map<number, MultiPolygon>();
  function area(place: number): MultiPolygon {
    const known = decoded.get(place);
    if (known !== undefined) return known;
    if ((shapes.kind[place] ?? 0) < KIND_POLYGON) throw unknownArea();
    const geometry = shapeGeometry(shapes, place);
    if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') throw unknownArea();
    const polygons: MultiPolygon = { type: 'MultiPolygon', coordinates: geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates };
    decoded.set(place, polygons);
    return polygons;
  }
  return { shapes, area };
}

function unknownArea(): PackError {
  return new PackError('invalid', 'The pack names a boundary or coverage that it does not hold. Build or download the pack again.');
}
