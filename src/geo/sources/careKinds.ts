import type { CategoryId } from '@/terms';

/** What a registered service is to an assessment: a place of some category, one whose address is withheld, or no place at all. */
export type CareKind =
  | { readonly is: 'place'; readonly category: CategoryId }
  | { readonly is: 'withheld'; readonly category: 'childminder' | 'childrensHome' }
  | { readonly is: 'noPlace'; readonly reason: string };

interface Service { readonly careService: string; readonly subtype: string; readonly additional: string }

const place = (category: CategoryId): CareKind => ({ is: 'place', category });

/** By CareService, Subtype and AdditionalSubtypes (';' between several), first line that fits. Other services are offices that send people out. */
const KINDS: readonly (readonly [careService: string, subtype: RegExp, kind: CareKind])[] = [
  ['Day Care of Children', /./u, place('nursery')],
  ['Child Minding', /^/u, { is: 'withheld', category: 'childminder' }],
  ['Care Home Service', /Children/u, { is: 'withheld', category: 'childrensHome' }],
  ['Care Home Service', /^/u, place('careHome')],
  ['School Care Accommodation Service', /^/u, place('schoolCareAccommodation')],
  ['Secure Accommodation Service', /^/u, place('schoolCareAccommodation')],
  ['Support Service', /Adult Daycare/u, place('adultDayService')],
  // The register gives the office that runs the support, which is often not the housing itself.
  ['Housing Support Service', /^/u, place('housingSupportOffice')],
];

export function careKind({ careService, subtype, additional }: Service): CareKind {
  const found = KINDS.find(([service, pattern]) => service === careService && pattern.test(`${subtype};${additional}`));
  return found?.[2] ?? { is: 'noPlace', reason: `Not a place that is looked for: ${careService === '' ? 'no kind given' : careService}` };
}
