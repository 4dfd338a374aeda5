import type { CategoryAnswer } from './answer';
import type { Shapes } from './pack/shapes';
import type { Plane } from './plane';
import { type Nearest, nearest, nearestOfShape } from './shapeDistance';

/** How a circle about the plane's point lies to areas given by place; null stands for no area. */
export interface Coverage {
  inside(place: number): boolean;
  /** The circle lies in the area whole: its centre is inside, and no edge, of a hole or of any part, is within `radiusMetres`. */
  holds(place: number | null, radiusMetres: number): boolean;
  touches(place: number | null, radiusMetres: number): boolean;
  /** Over all layers that answer for a category. */
  of(places: readonly (number | null)[], radiusMetres: number): CategoryAnswer['coverage'];
}

/**
 * Conservative where areas are drawn in adjoining parts: an edge between two parts of one coverage counts as an edge, so a circle across it is
 * called 'partial' although both sides were searched. Dissolve such parts when the pack is built. Each area is measured once.
 */
export function coverageAt(areas: Shapes, plane: Plane): Coverage {
  const measured = new Map<number, Nearest>();
  function measure(place: number): Nearest {
    const known = measured.get(place);
    if (known !== undefined) return known;
    const out = nearest();
    nearestOfShape(areas, place, plane, out);
    measured.set(place, out);
    return out;
  }
  function holds(place: number | null, radiusMetres: number): boolean {
    return place !== null && measure(place).inside && measure(place).edgeMetres > radiusMetres;
  }
  function touches(place: number | null, radiusMetres: number): boolean {
    return place !== null && (measure(place).inside || measure(place).edgeMetres <= radiusMetres);
  }
  return {
    inside: (place) => measure(place).inside,
    holds,
    touches,
    of(places, radiusMetres) {
      if (!places.some((place) => touches(place, radiusMetres))) return 'none';
      return places.every((place) => holds(place, radiusMetres)) ? 'full' : 'partial';
    },
  };
}
