import { planeAt } from '@/geo/plane';
import { packShapes } from '@/geo/pack/shapes';
import { nearest, nearestOfShape, siteMetres } from '@/geo/shapeDistance';
import { centroid } from '@turf/turf';
import { geodesicMetres, seeded, trueMetres } from '../geo/geodesic';
import { table } from './support/measure';
import { syntheticSites } from './support/syntheticScotland';
import { turfMetres } from './support/turfSites';

export const title = '100,000 pairs of address and site up to 1 km apart, against geodesics on the ellipsoid (goal 1)';
const PAIRS = 100_000;
const RADIUS = 500;

export function run(): void {
  const random = seeded(11);
  const sites = syntheticSites(30_000, 5);
  const shapes = packShapes(sites.map(({ geometry }) => geometry), (i) => `site ${String(i)}`);
  const out = nearest();
  const others = { ours: tally(), Turf: tally(), 'centre in place of edge': tally() };
  for (let pair = 0; pair < PAIRS;) {
    const i = Math.floor(random() * sites.length);
    const site = sites[i];
    if (site === undefined) continue;
    const [lng = NaN, lat = NaN] = centroid(site.geometry).geometry.coordinates;
    const at = { lng: lng + 0.034 * (random() - 0.5), lat: lat + 0.019 * (random() - 0.5) };
    const truth = trueMetres(at, site.geometry);
    if (truth > 1_000) continue;
    pair++;
    nearestOfShape(shapes, i, planeAt(at), out);
    others.ours.add(siteMetres(out), truth);
    others.Turf.add(turfMetres(at, site), truth);
    others['centre in place of edge'].add(geodesicMetres(at, { lng, lat }), truth);
  }
  table(Object.entries(others).map(([approach, { worst, wrong }]) => ({ approach, 'worst error, mm': worst * 1_000, 'wrong at 500 m': wrong })));
  console.log('  goal: worst error < 5 mm, 0 wrong');
}

function tally() {
  return {
    worst: 0,
    wrong: 0,
    add(metres: number, truth: number) {
      this.worst = Math.max(this.worst, Math.abs(metres - truth));
      if (metres <= RADIUS !== truth <= RADIUS) this.wrong++;
    },
  };
}
