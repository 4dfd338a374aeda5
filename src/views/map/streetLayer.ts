import type { StreetKind, StreetMap } from '@/stores';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { Flavour } from './flavour';
import { L } from './leaflet';

const areasIn = (flavour: Flavour): Readonly<Partial<Record<StreetKind, L.PathOptions>>> => ({
  water: { color: flavour.waterLine, weight: 1, fill: true, fillColor: flavour.water, fillOpacity: 1 },
  green: { weight: 0, fill: true, fillColor: flavour.green, fillOpacity: 1 },
  building: { color: flavour.minorRoad.edge, weight: 0.6, fill: true, fillColor: flavour.building, fillOpacity: 1 },
});
/** From the ground up; a road has a case under it. */
const linesIn = (flavour: Flavour): readonly { readonly kind: StreetKind; readonly look: L.PathOptions; readonly fromZoom: number }[] => [
  { kind: 'water', look: { color: flavour.waterLine, weight: 3 }, fromZoom: 0 },
  { kind: 'path', look: { color: flavour.path, weight: 1.6, dashArray: '4 4' }, fromZoom: 15 },
  { kind: 'rail', look: { color: flavour.rail, weight: 2, dashArray: '8 5' }, fromZoom: 0 },
  { kind: 'road', look: { color: flavour.minorRoad.edge, weight: 8 }, fromZoom: 0 },
  { kind: 'road', look: { color: flavour.minorRoad.fill, weight: 6 }, fromZoom: 0 },
];
/** Of the width at zoom 16 and closer. */
const widthAt = (zoom: number): number => Math.min(1, 0.35 + 0.2 * Math.max(0, zoom - 12.75));
/** Beyond the view, so that a small move draws nothing anew. */
const PAD = 0.4;
/** Pixels that a name keeps clear of another. */
const CLEAR = { x: 90, y: 18 } as const;

interface Line { readonly kind: StreetKind; readonly name: string; readonly box: L.LatLngBounds; readonly at: L.LatLngTuple[] }

function nameMark(name: string, kind: 'road' | 'place', at: L.LatLngExpression): L.Marker {
  const text = document.createElement('span');
  text.textContent = name;
  return L.marker(at, { interactive: false, keyboard: false, zIndexOffset: -10_000, icon: L.divIcon({ html: text, className: `st_map-name st_map-name--${kind}`, iconSize: [0, 0] }) });
}

const latLngs = (positions: readonly Position[]) => positions.map(([lng = 0, lat = 0]): L.LatLngTuple => [lat, lng]);

function linesOf(geometry: Geometry): L.LatLngTuple[][] {
  if (geometry.type === 'LineString') return [latLngs(geometry.coordinates)];
  return geometry.type === 'MultiLineString' ? geometry.coordinates.map(latLngs) : [];
}

/** The background of a pack that carries its streets itself: areas first, then lines (roads cased), then names. Lines and names are drawn where the view is: a council has 100,000. */
export function streetLayer(streets: StreetMap, renderer: L.Renderer, flavour: Flavour): L.LayerGroup {
  const group = L.layerGroup();
  for (const [kind, look] of Object.entries(areasIn(flavour))) {
    const features = streets.features.filter(({ geometry, properties }) => properties.kind === kind && geometry.type.endsWith('Polygon'));
    group.addLayer(L.geoJSON({ type: 'FeatureCollection', features } as FeatureCollection, { style: { renderer, ...look } as L.PathOptions, interactive: false }));
  }
  const lines = streets.features.flatMap(({ geometry, properties: { kind, name } }): Line[] => linesOf(geometry).map((at) => ({ kind, name: name ?? '', box: L.latLngBounds(at), at })));
  const places = streets.features.flatMap(({ geometry, properties: { kind, name } }) => (kind === 'place' && name && geometry.type === 'Point' ? latLngs([geometry.coordinates]).map((at) => ({ name, at })) : []));
  const drawn = linesIn(flavour).map(({ kind, look, fromZoom }) => ({ kind, fromZoom, weight: look.weight ?? 1, line: L.polyline([], { ...look, renderer, interactive: false, fill: false }).addTo(group) }));
  const names = L.layerGroup().addTo(group);

  function draw(map: L.Map): void {
    const view = map.getBounds().pad(PAD);
    const seen = lines.filter(({ box }) => view.intersects(box));
    for (const { kind, fromZoom, weight, line } of drawn) line.setStyle({ weight: weight * widthAt(map.getZoom()) }).setLatLngs(map.getZoom() < fromZoom ? [] : seen.filter((one) => one.kind === kind).map(({ at }) => at));
    names.clearLayers();
    const taken: L.Point[] = [];
    const write = (name: string, kind: 'road' | 'place', at: L.LatLngTuple): boolean => {
      const spot = map.latLngToContainerPoint(at);
      if (taken.some(({ x, y }) => Math.abs(x - spot.x) < CLEAR.x && Math.abs(y - spot.y) < CLEAR.y)) return false;
      taken.push(spot);
      names.addLayer(nameMark(name, kind, at));
      return true;
    };
    for (const { name, at } of places) if (view.contains(at)) write(name, 'place', at);
    const named = new Set<string>();
    for (const { kind, name, at } of map.getZoom() < 15 ? [] : seen.toSorted((a, b) => b.at.length - a.at.length)) {
      const middle = at[Math.floor(at.length / 2)];
      if (kind === 'road' && name !== '' && middle && !named.has(name) && write(name, 'road', middle)) named.add(name);
    }
  }

  group.on('add', ({ target }) => {
    const map = (target as unknown as { _map: L.Map })._map;
    const again = () => { draw(map); };
    map.on('moveend', again);
    group.once('remove', () => { map.off('moveend', again); });
    draw(map);
  });
  return group;
}
