import type { StreetKind, StreetMap } from '@/stores';
import type { FeatureCollection } from 'geojson';
import { L } from './leaflet';

const AREA: Readonly<Partial<Record<StreetKind, L.PathOptions>>> = {
  water: { color: '#a9c7d9', weight: 1, fill: true, fillColor: '#c5dbe8', fillOpacity: 1 },
  green: { color: '#c9dcc0', weight: 0, fill: true, fillColor: '#dcead4', fillOpacity: 1 },
  building: { color: '#cfc8bf', weight: 0.6, fill: true, fillColor: '#e2dcd4', fillOpacity: 1 },
};
const LINE: Readonly<Partial<Record<StreetKind, L.PathOptions>>> = {
  road: { color: '#ffffff', weight: 6 },
  path: { color: '#b9a98d', weight: 1.6, dashArray: '4 4' },
  rail: { color: '#7b7b7b', weight: 2, dashArray: '8 5' },
  water: { color: '#a9c7d9', weight: 3 },
};
const ORDER: readonly StreetKind[] = ['water', 'green', 'building', 'path', 'rail', 'road'];

function nameMark(name: string, kind: 'road' | 'place', at: L.LatLngExpression): L.Marker {
  const text = document.createElement('span');
  text.textContent = name;
  return L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ html: text, className: `st_map-name st_map-name--${kind}`, iconSize: [0, 0] }) });
}

/** The background of a pack that carries its streets as GeoJSON: areas first, then lines (roads cased), then names. */
export function streetLayer(streets: StreetMap, renderer: L.Renderer): L.LayerGroup {
  const group = L.layerGroup();
  for (const kind of ORDER) {
    const features = streets.features.filter((feature) => feature.properties.kind === kind);
    if (kind === 'road') {
      group.addLayer(L.geoJSON({ type: 'FeatureCollection', features } as FeatureCollection, { style: { renderer, color: '#c2bbb0', weight: 8 } as L.PathOptions, interactive: false }));
    }
    group.addLayer(L.geoJSON({ type: 'FeatureCollection', features } as FeatureCollection, {
      interactive: false,
      style: (feature) => ({ renderer, ...(feature?.geometry.type.endsWith('Polygon') ? AREA[kind] : LINE[kind]) }) as L.PathOptions,
    }));
  }
  const named = new Set<string>();
  for (const feature of streets.features) {
    const { kind, name } = feature.properties;
    if (!name || named.has(name)) continue;
    if (kind === 'place' && feature.geometry.type === 'Point') {
      const [lng = 0, lat = 0] = feature.geometry.coordinates;
      group.addLayer(nameMark(name, 'place', [lat, lng]));
    } else if (kind === 'road' && feature.geometry.type === 'LineString') {
      const middle = feature.geometry.coordinates[Math.floor(feature.geometry.coordinates.length / 2)];
      if (middle) group.addLayer(nameMark(name, 'road', [middle[1] ?? 0, middle[0] ?? 0]));
      named.add(name);
    }
  }
  return group;
}
