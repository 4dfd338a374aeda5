/** The parts of a risk formulation as FRAME has them (digest, 'The record'): structured professional judgement in words; no part has a scale, and nothing is added up. */
export const FRAME_PARTS = {
  nature: { label: 'Nature', ask: 'What harm is it about, and how could it come about from this address?' },
  severity: { label: 'Severity', ask: 'How serious would it be, and for whom?' },
  imminence: { label: 'Imminence', ask: 'How soon could it happen, and what would come before it?' },
  likelihood: { label: 'Likelihood', ask: 'How likely is it here, in words and with the reason? No figure.' },
  whoIsAtRisk: { label: 'Who is at risk', ask: 'Which groups of people, the individual among them? Never a name, never where a victim is.' },
  raises: { label: 'What raises risk', ask: 'Of the person, of the household, of the place.' },
  lowers: { label: 'What lowers risk', ask: 'What protects, and what has held before.' },
} as const satisfies Record<string, { readonly label: string; readonly ask: string }>;
export type FramePart = keyof typeof FRAME_PARTS;

/** Tools whose outcome, found elsewhere, may be recorded; none is computed here (digest, 'The record'). */
export const RISK_TOOLS = { rm2000: 'RM2000', sa07: 'SA07', lscmi: 'LS/CMI', cport: 'CPORT', kirat2: 'KIRAT-2' } as const;
export type RiskToolId = keyof typeof RISK_TOOLS;

/** What is done about a finding. None of them says that it is solved. */
export const DEALINGS = {
  measure: 'A measure is taken',
  accepted: 'It is accepted, with a reason',
  notRelevant: 'It is not relevant here, with a reason',
} as const;
export type DealingId = keyof typeof DEALINGS;

/** What was found, by where it was found. The order is one of reading, not of weight. */
export const FINDING_KINDS = {
  sites: 'Sites near the address',
  visits: 'Visits',
  agencies: 'Agencies and databases',
  people: 'Household, children and other people',
  place: 'The kind of place and the building',
  conflict: 'Victims and conditions',
  statements: 'Statements',
  clocks: 'Clocks',
  departures: 'Departures',
} as const;
export type FindingKind = keyof typeof FINDING_KINDS;
