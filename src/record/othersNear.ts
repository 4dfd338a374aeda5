import { distanceMetres } from '@/geo';
import { inForce } from './proposals';
import type { AddressSummary, AssessmentSummary } from './summaries';

/** Another record of this vault in force here or near; `metres` null: at this very address. */
export interface OtherRecord {
  readonly id: string;
  readonly summary: AssessmentSummary;
  readonly metres: number | null;
}

interface Entry<S> { readonly id: string; readonly summary: S }

interface Asked {
  readonly assessmentId: string;
  readonly personId: string;
  readonly addressId: string;
  readonly assessments: readonly Entry<AssessmentSummary>[];
  readonly addresses: readonly Entry<AddressSummary>[];
  /** The office's own distance; null: none chosen, so only this very address is told. */
  readonly withinMetres: number | null;
}

/** One degree of latitude, roughly; a box that is too large costs a measurement, one too small would lose a record. */
const METRES_A_DEGREE = 110_000;

const words = ({ text, flat, postcode }: AddressSummary): string => [flat, text, postcode].join('|').toLowerCase().replaceAll(/[\s,.]+/gu, ' ').trim();

/**
 * Records of other people in force at this address or within the office's distance of it: several in one place is for the Strategic Oversight Group (NASSO-2019 7.2). What
 * is no building position is told by its words alone. At the address first, then by reference: there is no order of distance.
 */
export function othersNear({ assessmentId, personId, addressId, assessments, addresses, withinMetres }: Asked): readonly OtherRecord[] {
  const places = new Map(addresses.map(({ id, summary }) => [id, summary]));
  const here = places.get(addressId);
  if (here === undefined) return [];
  const point = here.point ?? null;
  const others = assessments.filter(({ id, summary }) => id !== assessmentId && summary.personId !== personId);
  const found = inForce(others).flatMap(({ id, summary }): OtherRecord[] => {
    const there = places.get(summary.addressId);
    if (there === undefined) return [];
    const sameWords = here.text.trim() !== '' && words(here) === words(there);
    if (summary.addressId === addressId || sameWords) return [{ id, summary, metres: null }];
    if (point === null || withinMetres === null || !there.point || Math.abs(there.point.lat - point.lat) * METRES_A_DEGREE > withinMetres * 1.1) return [];
    const metres = distanceMetres(point, there.point);
    return metres <= withinMetres ? [{ id, summary, metres: Math.round(metres) }] : [];
  });
  return found.toSorted((a, b) => Number(a.metres !== null) - Number(b.metres !== null) || a.summary.reference.localeCompare(b.summary.reference));
}
