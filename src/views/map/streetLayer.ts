import type { StreetKind, StreetMap } from '@/stores';
import type { FeatureCollection } from 'geojson';
import type { Flavour } from './flavour';
import { L } from './leaflet';

const area = (flavour: Flavour): Readonly<Partial<Record<StreetKind, L.PathOptions>>> => ({
  water: { color: flavour.waterLine, weight: 1, fill: true, fillColor: flavour.water, fillOpacity: 1 },
  green: { weight: 0, fill: true, fillColor: flavour.green, fillOpacity: 1 },
  building: { color: flavour.minorRoad.edge, weight: 0.6, fill: true, fillColor: flavour.building, fillOpacity: 1 },
});
const line = (flavour: Flavour): Readonly<Partial<Record<StreetKind, L.PathOptions>>> => ({
  road: { color: flavour.minorRoad.fill, weight: 6 },
  path: { color: flavour.path, weight: 1.6, dashArray: '4 4' },
  rail: { color: flavour.rail, weight: 2, dashArray: '8 5' },
  water: { color: flavour.waterLine, weight: 3 },
});
const ORDER: readonly StreetKind[] = ['water', 'green', 'building', 'path', 'rail', 'road'];

function nameMark(name: string, kind: 'road' | 'place', at: L.LatLngExpression): L.Marker {
  const text = document.createElement('span');
  text.textContent = name;
  return L.marker(at, { interactive: false, keyboard: false, icon: L.divIcon({ html: text, className: `st_map-name st_map-name--${kind}`, iconSize: [0, 0] }) });
}

/** The background of a pack that carries its streets as GeoJSON: areas first, then lines (roads cased), then names. */
export function streetLayer(streets: StreetMap, renderer: L.Renderer, flavour: Flavour): L.LayerGroup {
  const [areas, lines] = [area(flavour), line(flavour)];
  const group = L.layerGroup();
  for (const kind of ORDER) {
    const features = streets.features.filter((feature) => feature.properties.kind === kind);
    if (kind === 'road') {
      group.addLayer(L.geoJSON({ type: 'FeatureCollection', features } as FeatureCollection, { style: { renderer, color: flavour.minorRoad.edge, weight: 8 } as L.PathOptions, interactive: false }));
    }
    group.addLayer(L.geoJSON({ type: 'FeatureCollection', features } as FeatureCollection, {
      interactive: false,
      style: (feature) => ({ renderer, ...(feature?.geometry.type.endsWith('Polygon') ? areas[kind] : lines[kind]) }) as L.PathOptions,
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
