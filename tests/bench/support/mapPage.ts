import { openPack } from '@/geo';
import L from 'leaflet';
import Supercluster from 'supercluster';

/** In the page of tests/bench/map.ts: sites out of a pack, or clusters of them, onto a canvas of Leaflet's. Milliseconds. */
export interface Painted {
  readonly drawn: number;
  /** From the bytes in memory to the painted view. */
  readonly firstMs: number;
  /** Frames that one step of panning takes, the longest of several. */
  readonly panFrames: number;
}

type Drawing = (bounds: L.LatLngBounds, zoom: number, draw: (lat: number, lng: number) => void) => void;

const painted = () => new Promise<void>((resolve) => { requestAnimationFrame(() => { requestAnimationFrame(() => { resolve(); }); }); });

async function measured(prepare: () => Promise<Drawing>, { lat, lng, zoom }: { lat: number; lng: number; zoom: number }): Promise<Painted> {
  const element = document.createElement('div');
  element.style.cssText = 'position:absolute;inset:0';
  document.body.replaceChildren(element);
  const from = performance.now();
  const drawing = await prepare();
  const map = L.map(element, { zoomAnimation: false, fadeAnimation: false, inertia: false }).setView([lat, lng], zoom);
  const canvas = document.createElement('canvas');
  canvas.style.cssText = 'position:absolute;inset:0;z-index:500;pointer-events:none';
  element.append(canvas);
  const { x: width, y: height } = map.getSize();
  [canvas.width, canvas.height] = [width, height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas.');
  let drawn = 0;
  /** One canvas of what is in view, by the map's own projection (web Mercator). */
  const show = (): void => {
    const world = 256 * 2 ** map.getZoom();
    const { x: left, y: top } = map.getPixelBounds().min ?? { x: 0, y: 0 };
    context.clearRect(0, 0, width, height);
    context.fillStyle = '#1b3a4b';
    drawn = 0;
    drawing(map.getBounds(), map.getZoom(), (y, x) => {
      drawn += 1;
      const sine = Math.sin((y * Math.PI) / 180);
      context.fillRect(((x + 180) / 360) * world - left - 3, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * world - top - 3, 6, 6);
    });
  };
  show();
  await painted();
  const firstMs = performance.now() - from;
  const atFirst = drawn;
  let panFrames = 0;
  for (let step = 0; step < 5; step += 1) {
    const start = performance.now();
    map.panBy([120, 40], { animate: false });
    show();
    await painted();
    panFrames = Math.max(panFrames, (performance.now() - start) / (1000 / 60));
  }
  map.remove();
  return { drawn: atFirst, firstMs, panFrames };
}

/** Ours: what is in view, and nothing else, read out of the pack as it lies. */
export const fromPack = (bytes: Uint8Array, view: { lat: number; lng: number; zoom: number }) => measured(async () => {
  const pack = await openPack(bytes, { sha256: async (some) => [...new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(some)))].map((byte) => byte.toString(16).padStart(2, '0')).join(''), verify: false });
  const [boxes] = [pack.packed.sites];
  return (bounds, _zoom, draw) => {
    for (const place of pack.sitesInBox(bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth())) {
      const vertex = boxes.shapes.firstVertex[boxes.shapes.firstRing[place] ?? 0] ?? 0;
      draw((boxes.shapes.lngLat[2 * vertex + 1] ?? 0) / 1e7, (boxes.shapes.lngLat[2 * vertex] ?? 0) / 1e7);
    }
  };
}, view);

/** The anchor: GeoJSON points parsed and clustered, and the clusters of the view drawn. */
export const fromClusters = (geojson: string, view: { lat: number; lng: number; zoom: number }) => measured(() => {
  const index = new Supercluster({ radius: 40, maxZoom: 16 });
  index.load((JSON.parse(geojson) as GeoJSON.FeatureCollection<GeoJSON.Point, Record<string, unknown>>).features);
  return Promise.resolve((bounds: L.LatLngBounds, zoom: number, draw: (lat: number, lng: number) => void) => {
    for (const { geometry: { coordinates: [x = 0, y = 0] } } of index.getClusters([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], Math.round(zoom))) draw(y, x);
  });
}, view);
