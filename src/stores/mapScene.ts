import type { MapFrame } from '@/record';
import type { LngLat } from '@/terms';
import type { Geometry, Position } from 'geojson';

/** What a map is asked to show: facts only. `frame`: bring it into view. */
export interface MapScene {
  readonly centre: LngLat;
  readonly pin: LngLat | null;
  readonly errorMetres: number | null;
  readonly radiusMetres: number | null;
  readonly sites: readonly { readonly number: number; readonly label: string; readonly geometry: Geometry; readonly frame: boolean }[];
  /** What paper shows of it; left out: everything. */
  readonly framed?: MapFrame;
  /** A walk from the pin to the site of that number: its way on the network alone. */
  readonly walk?: { readonly path: readonly Position[]; readonly to: number };
}
