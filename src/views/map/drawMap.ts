import type { BlobLike, MapFrame, MapScene, StreetMap } from '@/stores';
import type { LngLat } from '@/terms';
import type { Position } from 'geojson';
import { FLAVOURS, type FlavourName } from './flavour';
import { drawForPaper, L } from './leaflet';
import { siteNames } from './siteNames';
import { streetLayer } from './streetLayer';

export interface MapBackground {
  readonly streets: StreetMap | null;
  readonly basemap: BlobLike | null;
  readonly key: string;
}

/** What the sites lie on. 'unreadable': the pack has a background map, and it is damaged. */
export type Ground = 'tiles' | 'streets' | 'none' | 'unreadable';

export interface DrawnMap {
  readonly ground: Ground;
  /** Resolves when the background in view is drawn, or after a while without it. */
  settled(): Promise<void>;
  show(scene: MapScene): void;
  /** Brings pin, circle and sites into view; with a frame, just that part of the map. */
  fit(framed?: MapFrame): void;
  /** The part of the map in view. */
  inView(): MapFrame;
  /** By a share of the map's width and height: right and down. */
  moveBy(right: number, down: number): void;
  centre(): LngLat;
  zoomBy(levels: number): void;
  /** By shares of the map's own width and height. */
  panBy(by: { across: number; down: number }): void;
  /** A round number of metres and its length in pixels, at the middle of the map. */
  scale(): { metres: number; pixels: number };
  remove(): void;
}

/** One ink for every site: nothing is coloured or sized by distance (digest, harm 2). */
const SITE: L.PathOptions = { color: '#4b2e83', weight: 2, fillColor: '#4b2e83', fillOpacity: 0.14 };
const LOOKED: L.PathOptions = { color: '#1a1a1a', weight: 1.5, dashArray: '6 5', fill: false, interactive: false };
const DOUBT: L.PathOptions = { color: '#0065bd', weight: 1, fillColor: '#0065bd', fillOpacity: 0.1, interactive: false };
/** The walk: one look, whatever its length. */
const WALK: L.PathOptions = { color: '#0b5d8a', weight: 5, lineCap: 'round', fill: false, interactive: false };
const WALK_CASE: L.PathOptions = { ...WALK, color: '#ffffff', weight: 9 };
const OFF_STREET: L.PathOptions = { ...WALK, weight: 3, dashArray: '1 7' };
/** While a walk is shown, numbers of other sites let it through. */
const BESIDE_A_WALK = 0.35;
const MAX_ZOOM = 19;
/** A map on a slow device is shown as it is by then. */
const LONGEST_WAIT_MS = 8000;

const at = ({ lng, lat }: LngLat): L.LatLngExpression => [lat, lng];

function badge(text: string, className: string): L.DivIcon {
  const node = document.createElement('span');
  node.textContent = text;
  return L.divIcon({ html: node, className, iconSize: [24, 24], iconAnchor: [12, 12] });
}

/** Draws into `element` until removed. Kept out of Vue's reactivity: the scene is handed over whole. */
export async function drawMap(element: HTMLElement, background: MapBackground, options: { interactive: boolean; flavour: FlavourName; onPick?: (point: LngLat) => void; onView?: () => void }): Promise<DrawnMap> {
  if (options.flavour === 'print') drawForPaper();
  const renderer = L.canvas({ padding: 0.3 });
  const map = L.map(element, {
    zoomControl: false, attributionControl: false, preferCanvas: true, renderer, maxZoom: MAX_ZOOM, minZoom: 11,
    dragging: options.interactive, scrollWheelZoom: options.interactive, doubleClickZoom: options.interactive, keyboard: options.interactive,
    touchZoom: options.interactive, boxZoom: false, zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, zoomSnap: options.flavour === 'print' ? 0.25 : 1, zoomDelta: options.flavour === 'print' ? 0.5 : 1,
  });
  map.setView([56.3, -3], 13);
  // Leaflet hears keys from the moment the focus comes: it may have come while the map was being loaded.
  if (options.interactive && document.activeElement === element) element.dispatchEvent(new FocusEvent('focus'));
  const flavour = FLAVOURS[options.flavour];
  const tiles = background.basemap && (await import('./tileLayer')).tileLayer(background.basemap, { key: background.key, flavour, still: !options.interactive });
  // Damage in the background must not cost the sites.
  const tileGround = await tiles?.catch((error: unknown) => { console.error(error); return null; });
  const ground: Ground = tileGround ? 'tiles' : tiles ? 'unreadable' : background.streets ? 'streets' : 'none';
  tileGround?.addTo(map);
  if (ground === 'streets' && background.streets) streetLayer(background.streets, renderer, flavour).addTo(map);
  const drawn = L.layerGroup().addTo(map);
  const names = siteNames();
  let bounds = L.latLngBounds([]);
  let framedTo: MapFrame | undefined;
  // Paper shows the same whatever the window's width.
  if (!options.interactive) map.on('resize', () => { fit(framedTo); });
  if (options.onView) map.on('zoomend moveend', options.onView);
  if (options.onPick) map.on('click', (event) => { options.onPick?.({ lng: event.latlng.lng, lat: event.latlng.lat }); });

  function fit(framed?: MapFrame): void {
    framedTo = framed;
    if (framed !== undefined) {
      const [west, south, east, north] = framed;
      map.options.zoomSnap = 0;
      map.fitBounds([[south, west], [north, east]]);
      map.options.zoomSnap = 0.25;
    } else if (bounds.isValid()) {
      map.fitBounds(bounds, { padding: [16, 16], maxZoom: 17 });
    }
  }

  const allDrawn = () => new Promise<void>((resolve) => {
    if (tileGround?.isLoading() !== true) resolve();
    else tileGround.once('load', () => { resolve(); });
  });

  function drawSite(site: MapScene['sites'][number], walk: MapScene['walk']): void {
    const shape = L.geoJSON(site.geometry, {
      style: { ...SITE, renderer } as L.PathOptions,
      pointToLayer: (_feature, point) => L.circleMarker(point, { ...SITE, renderer, radius: 5 }),
    });
    names.name(shape, `${site.number}. ${site.label}`);
    drawn.addLayer(shape);
    const box = shape.getBounds();
    const isAside = walk !== undefined && walk.to !== site.number;
    const mark = L.marker(box.getCenter(), { icon: badge(String(site.number), 'st_map-badge'), keyboard: false, riseOnHover: true, opacity: isAside ? BESIDE_A_WALK : 1, zIndexOffset: walk && !isAside ? 900 : 0 });
    names.name(mark, `${site.number}. ${site.label}`);
    drawn.addLayer(mark);
    if (site.frame && walk === undefined) bounds.extend(box);
  }

  function drawWalk(path: readonly Position[], pin: LngLat): void {
    const line = path.map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng]);
    if (line[0]) drawn.addLayer(L.polyline([at(pin), line[0]], { ...OFF_STREET, renderer }));
    for (const look of [WALK_CASE, WALK]) drawn.addLayer(L.polyline(line, { ...look, renderer }));
    bounds.extend(L.latLngBounds(line));
  }

  return {
    ground,
    settled: () => Promise.race([allDrawn(), new Promise<void>((resolve) => { setTimeout(resolve, LONGEST_WAIT_MS); })]),
    show(scene) {
      drawn.clearLayers();
      bounds = L.latLngBounds([]);
      for (const site of scene.sites) drawSite(site, scene.walk);
      if (scene.pin) {
        bounds.extend(at(scene.pin));
        if (scene.errorMetres) {
          const doubt = L.circle(at(scene.pin), { ...DOUBT, renderer, radius: scene.errorMetres });
          drawn.addLayer(doubt);
          if (scene.walk === undefined) bounds.extend(doubt.getBounds());
        }
        if (scene.radiusMetres) {
          const circle = L.circle(at(scene.pin), { ...LOOKED, renderer, radius: scene.radiusMetres });
          drawn.addLayer(circle);
          if (scene.walk === undefined) bounds.extend(circle.getBounds());
        }
        if (scene.walk && scene.walk.path.length > 0) drawWalk(scene.walk.path, scene.pin);
        drawn.addLayer(L.marker(at(scene.pin), { icon: badge('', 'st_map-pin'), keyboard: false, interactive: false, zIndexOffset: 1000 }));
      } else {
        map.setView(at(scene.centre), Math.max(map.getZoom(), 14));
      }
    },
    fit,
    inView() {
      const view = map.getBounds();
      return [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
    },
    moveBy(right, down) {
      const { x, y } = map.getSize();
      map.panBy([right * x, down * y], { animate: false });
    },
    centre() {
      const { lng, lat } = map.getCenter();
      return { lng, lat };
    },
    scale() {
      const middle = map.getSize().divideBy(2);
      const metresAPixel = map.distance(map.containerPointToLatLng(middle), map.containerPointToLatLng(middle.add([100, 0]))) / 100;
      const metres = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000].findLast((round) => round / metresAPixel <= 110) ?? 10;
      return { metres, pixels: Math.round(metres / metresAPixel) };
    },
    zoomBy(levels) { map.setZoom(map.getZoom() + levels); },
    panBy({ across, down }) { map.panBy(map.getSize().scaleBy(L.point(across, down)), { animate: false }); },
    /** A frame that Leaflet asked for draws first (it throws on a map that has gone); an ended resize calls back 200 ms later, to nobody. */
    remove() {
      names.stop();
      requestAnimationFrame(() => {
        map.remove();
        map.off();
      });
    },
  };
}
