/** What a review takes over from the record that it begins from: what a year seldom changes. Contact with children, agencies, visits, the clocks and both decisions are asked anew each time. */
export const CARRIED_PARTS = {
  placement: 'Kind of case',
  property: 'Property and building',
  sites: 'Judgements of sites, and places added by hand',
  formulation: 'What is done about findings, and the risk formulation',
} as const;
export type CarriedPart = keyof typeof CARRIED_PARTS;
