import { type Address, type Assessment, numberedSites } from '@/record';
import { alsoListedPhrase } from '@/report';
import type { MapScene } from './mapScene';

/** The map of an assessment: the position that was looked from, the circle looked at, and the numbered sites of its table. */
export function assessmentScene({ address, assessment }: { address: Address; assessment: Assessment }): MapScene | null {
  const { surroundings } = assessment;
  const at = surroundings?.answer.at;
  const point = at?.point ?? address.position?.point;
  if (point === undefined) return null;
  return {
    centre: point, pin: point, errorMetres: at?.errorMetres ?? null, radiusMetres: surroundings?.answer.radiusMetres ?? null,
    sites: numberedSites(assessment).flatMap((site) => site.geometry === null
      ? []
      : [{ number: site.number, label: [site.name, alsoListedPhrase(site)].filter(Boolean).join('. '), geometry: site.geometry, frame: site.nearby === null || site.nearby.relation === 'inside' }]),
  };
}
