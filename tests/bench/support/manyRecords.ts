import { type AddressSummary, type AssessmentSummary, noAgencyAnswers, summaryOfAddress, summaryOfAssessment } from '@/record';
import { daysLater } from '@/terms';
import { ADDRESS, caseOf, CONDUCTED } from '../../cases/caseFile';
import { seeded } from '../../geo/geodesic';
import { somewhere } from './syntheticScotland';

interface Entry<S> { readonly id: string; readonly summary: S }

export interface ManyRecords {
  readonly people: readonly Entry<{ readonly reference: string }>[];
  readonly addresses: readonly Entry<AddressSummary>[];
  readonly assessments: readonly Entry<AssessmentSummary>[];
}

const STREETS = ['Inverburnie Crescent', 'Auchtonwick Road', 'North Bridge Street', 'Balmuirford Avenue', 'Old Mill Lane'];

/** A vault's lists: so many records, of which the share `open` is in progress, begun in the year before `today` (ISO date). */
export function manyRecords(count: number, open: number, today: string): ManyRecords {
  const random = seeded(5);
  const complete = summaryOfAssessment(caseOf(CONDUCTED));
  const inProgress = summaryOfAssessment(caseOf({ ...CONDUCTED, agencies: noAgencyAnswers, review: { ...CONDUCTED.review, reviewOn: null } }));
  const { due } = inProgress;
  if (due === null) throw new Error('Nothing is counted of a record in progress.');
  const every = Array.from({ length: count }, (_, n) => n);
  return {
    people: every.map((n) => ({ id: `p${String(n)}`, summary: { reference: `V-2026-${String(n).padStart(5, '0')}` } })),
    addresses: every.map((n) => ({ id: `a${String(n)}`, summary: summaryOfAddress({ ...ADDRESS, flat: `${String(n % 4)}/${String(n % 3)}`, text: `${String(n % 200)} ${STREETS[n % STREETS.length] ?? ''}`, position: { point: somewhere(random), precision: 'building', from: 'pin' } }) })),
    assessments: every.map((n) => {
      const begun = daysLater(today, -Math.floor(365 * random()));
      const of = { reference: `ST-${String(n).padStart(5, '0')}`, personId: `p${String(n)}`, addressId: `a${String(n)}`, startedAt: `${begun}T09:00:00.000Z` };
      const isOpen = random() < open;
      return { id: `s${String(n)}`, summary: isOpen ? { ...inProgress, ...of, due: { ...due, clock: { ...due.clock, notification: { ...due.clock.notification, on: begun } } } } : { ...complete, ...of, reviewOn: daysLater(begun, 365) } };
    }),
  };
}
