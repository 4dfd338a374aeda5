import { housesAlong, type Free, type House } from './frontage';
import { CIVIC_BUILDINGS, LAND } from './land';
import { curve, type Metres } from './plane';
import { ROADS } from './roads';
import { BUILDING_SITES } from './siteBuildings';
import { BURGH } from './burgh';

/** Clear width either side of a centreline (metres): half a carriageway with its pavement, half a path, half a railway with its banks. */
const CLEARANCE = { road: 6, path: 3, rail: 9 } as const;

/** Every house of the burgh, in the order of the streets. Deterministic. */
export function houses(): House[] {
  const ways = ROADS.map((road) => ({ name: road.name, clear: CLEARANCE[road.kind], line: curve(road.through, 5) }));
  const solids = [...LAND.map((area) => area.outline), ...CIVIC_BUILDINGS.map((b) => b.outline), ...BUILDING_SITES.map((b) => b.outline)];
  const built: House[] = [];
  const free: Free = (outline) => {
    const probes = probesOf(outline);
    if (probes.some(([x, y]) => x < 0 || y < 0 || x > BURGH.sheetMetres || y > BURGH.sheetMetres)) return false;
    if (solids.some((solid) => overlap(probes, outline, solid))) return false;
    if (ways.some((way) => way.line.some((p) => probes.some((q) => near(p, q, way.clear)) || inside(p, outline)))) return false;
    return !built.some((house) => near(centreOf(house.outline), centreOf(outline), 60) && overlap(probes, outline, house.outline));
  };
  for (const road of ROADS) for (const house of housesAlong(road, free)) built.push(house);
  return built;
}

function overlap(probes: readonly Metres[], outline: readonly Metres[], other: readonly Metres[]): boolean {
  return probes.some((p) => inside(p, other)) || other.some((p) => inside(p, outline));
}

/** Corners, edges every few metres and the middle of an outline. */
function probesOf(outline: readonly Metres[]): Metres[] {
  const edge = outline.flatMap((a, i): Metres[] => {
    const b = outline[(i + 1) % outline.length] ?? a;
    return [0, 0.25, 0.5, 0.75].map((t): Metres => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
  });
  return [...edge, centreOf(outline)];
}

export function centreOf(outline: readonly Metres[]): Metres {
  const sum = outline.reduce<Metres>((s, p) => [s[0] + p[0], s[1] + p[1]], [0, 0]);
  return [sum[0] / outline.length, sum[1] / outline.length];
}

const near = (a: Metres, b: Metres, metres: number) => Math.abs(a[0] - b[0]) < metres && Math.hypot(a[0] - b[0], a[1] - b[1]) < metres;

/** Even-odd rule; outlines here are open (the last corner is not the first). */
export function inside([x, y]: Metres, outline: readonly Metres[]): boolean {
  let within = false;
  outline.forEach((a, i) => {
    const b = outline.at(i - 1) ?? a;
    if ((a[1] > y) !== (b[1] > y) && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) within = !within;
  });
  return within;
}
