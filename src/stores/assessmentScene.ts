import { type Address, type Assessment, type NumberedSite, numberedSites } from '@/record';
import { alsoListedPhrase, onVisitPhrase } from '@/report';
import type { MapScene } from './mapScene';

const visited = (site: NumberedSite) => { const said = onVisitPhrase(site); return said === '' ? '' : `On the physical check: ${said}`; };

/** A site that was met in another place: there too, under its number. Where the map has it, it stays. */
function met({ number, name, onVisit }: NumberedSite): MapScene['sites'][number][] {
  const point = onVisit?.seen.found === 'elsewhere' ? onVisit.seen.point : null;
  return point === null ? [] : [{ number, label: `${name}: where it was met on the physical check`, geometry: { type: 'Point', coordinates: [point.lng, point.lat] }, frame: true }];
}

/** The map of an assessment: the position that was looked from, the circle looked at, and the numbered sites of its table. */
export function assessmentScene({ address, assessment }: { address: Address; assessment: Assessment }): MapScene | null {
  const { surroundings, mapFrame = null } = assessment;
  const at = surroundings?.answer.at;
  const point = at?.point ?? address.position?.point;
  if (point === undefined) return null;
  return {
    centre: point, pin: point, errorMetres: at?.errorMetres ?? null, radiusMetres: surroundings?.answer.radiusMetres ?? null,
    ...(mapFrame !== null && { framed: mapFrame }),
    sites: numberedSites(assessment).flatMap((site) => [...met(site), ...(site.geometry === null
      ? []
      : [{ number: site.number, label: [site.name, alsoListedPhrase(site), visited(site)].filter(Boolean).join('. '), geometry: site.geometry, frame: site.nearby === null || site.nearby.relation === 'inside' }])]),
  };
}
