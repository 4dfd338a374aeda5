import 'leaflet/dist/leaflet.css';
import * as L from 'leaflet';

// protomaps-leaflet looks for Leaflet as a global of this name.
(globalThis as { L?: typeof L }).L = L;

export { L };
