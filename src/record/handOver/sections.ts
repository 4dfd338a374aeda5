/** A record in sections, as a hand-over shows and takes it: by the start of a field's path; the first that fits is taken. */
export const SECTIONS = {
  address: { label: 'Address', paths: ['address', 'assessment.addressKind'] },
  person: { label: 'Person', paths: ['person'] },
  reference: { label: 'Reference and start', paths: ['assessment.reference', 'assessment.startedAt'] },
  trigger: { label: 'What started it', paths: ['assessment.trigger', 'assessment.changes', 'assessment.lastEra', 'assessment.lastReview', 'assessment.local'] },
  placement: { label: 'Kind of case', paths: ['assessment.placement'] },
  conduct: { label: 'Conduct decision', paths: ['assessment.conduct'] },
  clocks: { label: 'Clocks', paths: ['assessment.clocks'] },
  property: { label: 'Property', paths: ['assessment.property'] },
  neighbours: { label: 'Nearby households', paths: ['assessment.neighbours'] },
  children: { label: 'Contact with children', paths: ['assessment.children'] },
  statements: { label: 'Statements', paths: ['assessment.statements'] },
  sites: { label: 'Sites near the address', paths: ['assessment.surroundings', 'assessment.judgements', 'assessment.exceptions', 'assessment.addedSites', 'assessment.splits', 'assessment.checks'] },
  agencies: { label: 'Agencies and databases', paths: ['assessment.agencies', 'assessment.propertyRequests'] },
  homeVisit: { label: 'Home visit', paths: ['assessment.homeVisit'] },
  physicalCheck: { label: 'Physical check', paths: ['assessment.physicalCheck'] },
  formulation: { label: 'Risk formulation', paths: ['assessment.formulation'] },
  outcome: { label: 'Decision', paths: ['assessment.outcome', 'assessment.views'] },
  panels: { label: 'Panel', paths: ['assessment.panels'] },
  review: { label: 'Review', paths: ['assessment.review'] },
} as const satisfies Record<string, { readonly label: string; readonly paths: readonly string[] }>;

export type SectionId = keyof typeof SECTIONS;

export const isSectionId = (id: string): id is SectionId => Object.hasOwn(SECTIONS, id);

/** null: a part of the record that no hand-over holds. */
export function sectionOf(path: string): SectionId | null {
  const found = Object.entries(SECTIONS).find(([, { paths }]) => paths.some((start) => path === start || path.startsWith(`${start}.`)));
  return found ? found[0] as SectionId : null;
}
