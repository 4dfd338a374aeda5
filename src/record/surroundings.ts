import type { NearbyAnswer, OpenPack, PackHeader } from '@/geo';
import { errorMetresOf } from '@/terms';
import type { Address } from './schema/address';
import type { Surroundings } from './schema/assessment';
import type { Office } from './schema/office';

/** Keeps an answer whole, with what a later reader needs about the layers that gave it. `at`: ISO instant; `by`: the officer's name. */
export function surroundingsFrom(given: {
  readonly answer: NearbyAnswer;
  readonly header: Pick<PackHeader, 'layers'>;
  readonly signature: OpenPack['signature'];
  readonly office: Pick<Office, 'radiusReason'>;
  readonly at: string;
  readonly by: string;
}): Surroundings {
  const { answer, header, signature, office, at, by } = given;
  const used = new Set(answer.categories.flatMap(({ layerIds }) => layerIds));
  const layers = header.layers
    .filter(({ id }) => used.has(id))
    .map(({ id, title, asOf, staleAfter, attribution, licence, leavesOut }) => ({
      id, title, asOf, staleAfter, attribution, licence, leavesOut: leavesOut.map(({ what, count, ask }) => ({ what, count, ask })),
    }));
  return { lookedUpAt: at, lookedUpBy: by, answer, layers, signature, radiusReason: office.radiusReason };
}

/** The pin, or how well it is known, is no longer what was looked up: the answer is about another place. */
export function movedSince(surroundings: Surroundings, address: Pick<Address, 'position'>): boolean {
  const { point, errorMetres } = surroundings.answer.at;
  const now = address.position;
  return now === null || now.point.lng !== point.lng || now.point.lat !== point.lat || errorMetresOf(now) !== errorMetres;
}
