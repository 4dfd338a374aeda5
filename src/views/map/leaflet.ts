import 'leaflet/dist/leaflet.css';
import * as L from 'leaflet';

// protomaps-leaflet looks for Leaflet as a global of this name.
(globalThis as { L?: typeof L }).L = L;

/** Leaflet's canvas has two dots to a pixel on screens that have; on paper it always needs them. */
export function drawForPaper(): void {
  (L.Browser as { retina: boolean }).retina = true;
}

export { L };
