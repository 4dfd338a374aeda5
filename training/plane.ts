import type { Position } from 'geojson';
import { BURGH } from './burgh';

/** Metres east and north of the sheet's south-west corner. */
export type Metres = readonly [eastMetres: number, northMetres: number];

/** Radii of curvature of WGS84 at the sheet (IERS a = 6,378,137 m, e² = 0.00669438). */
const E2 = 0.00669438;
const sinLat = Math.sin((BURGH.origin.lat * Math.PI) / 180);
const w = 1 - E2 * sinLat * sinLat;
const METRES_PER_LAT = (Math.PI / 180) * 6_378_137 * (1 - E2) / w ** 1.5;
const METRES_PER_LNG = (Math.PI / 180) * (6_378_137 / Math.sqrt(w)) * Math.cos((BURGH.origin.lat * Math.PI) / 180);

/** Six decimals: a tenth of a metre, finer than the drawing. */
const round = (degrees: number) => Number(degrees.toFixed(6));

/** A place on the sheet as a GeoJSON position (lng, lat). */
export function toPosition([east, north]: Metres): Position {
  return [round(BURGH.origin.lng + east / METRES_PER_LNG), round(BURGH.origin.lat + north / METRES_PER_LAT)];
}

export function toRing(corners: readonly Metres[]): Position[] {
  const ring = corners.map(toPosition);
  const first = ring[0];
  return first ? [...ring, first] : ring;
}

/** A smooth line through the given points (centripetal Catmull-Rom), a point about every `stepMetres`. */
export function curve(points: readonly Metres[], stepMetres = 14): Metres[] {
  const out: Metres[] = [];
  points.forEach((from, i) => {
    const to = points[i + 1];
    if (!to) { out.push(from); return; }
    const before = points[i - 1] ?? mirror(from, to);
    const after = points[i + 2] ?? mirror(to, from);
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / stepMetres));
    out.push(from);
    for (let s = 1; s < steps; s += 1) out.push(catmullRom(before, from, to, after, s / steps));
  });
  return out;
}

/** A smooth closed outline through the given corners. */
export function blob(corners: readonly Metres[], stepMetres = 14): Metres[] {
  const [a, b, c] = [corners.at(-1), corners[0], corners[1]];
  if (!a || !b || !c) return [...corners];
  const line = curve([a, ...corners, b, c], stepMetres);
  const start = line.findIndex((p) => p[0] === b[0] && p[1] === b[1]);
  const end = line.findLastIndex((p) => p[0] === b[0] && p[1] === b[1]);
  return line.slice(start, end);
}

/** A rectangle by its centre, size and the bearing of its long side (degrees anticlockwise from east). */
export function block(centre: Metres, widthMetres: number, depthMetres: number, turnDegrees = 0): Metres[] {
  const turn = (turnDegrees * Math.PI) / 180;
  const corners: Metres[] = [[-1, -1], [1, -1], [1, 1], [-1, 1]];
  return corners.map(([x, y]) => {
    const [dx, dy] = [(x * widthMetres) / 2, (y * depthMetres) / 2];
    return [centre[0] + dx * Math.cos(turn) - dy * Math.sin(turn), centre[1] + dx * Math.sin(turn) + dy * Math.cos(turn)];
  });
}

/** The band of given half-widths along a line: rivers. */
export function band(line: readonly Metres[], halfWidthAt: (share: number) => number): Metres[] {
  const left: Metres[] = [];
  const right: Metres[] = [];
  line.forEach((p, i) => {
    const a = line[i - 1] ?? p;
    const b = line[i + 1] ?? p;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    const half = halfWidthAt(i / (line.length - 1));
    const [nx, ny] = [(-(b[1] - a[1]) / length) * half, ((b[0] - a[0]) / length) * half];
    left.push([p[0] + nx, p[1] + ny]);
    right.push([p[0] - nx, p[1] - ny]);
  });
  return [...left, ...right.reverse()];
}

const mirror = (at: Metres, of: Metres): Metres => [2 * at[0] - of[0], 2 * at[1] - of[1]];

function catmullRom(p0: Metres, p1: Metres, p2: Metres, p3: Metres, share: number): Metres {
  const knot = (t: number, a: Metres, b: Metres) => t + Math.sqrt(Math.hypot(b[0] - a[0], b[1] - a[1]));
  const t1 = knot(0, p0, p1);
  const t2 = knot(t1, p1, p2);
  const t3 = knot(t2, p2, p3);
  const t = t1 + (t2 - t1) * share;
  const mix = (a: Metres, b: Metres, ta: number, tb: number): Metres => [
    (a[0] * (tb - t) + b[0] * (t - ta)) / (tb - ta), (a[1] * (tb - t) + b[1] * (t - ta)) / (tb - ta),
  ];
  const [a1, a2, a3] = [mix(p0, p1, 0, t1), mix(p1, p2, t1, t2), mix(p2, p3, t2, t3)];
  return mix(mix(a1, a2, 0, t2), mix(a2, a3, t1, t3), t1, t2);
}
