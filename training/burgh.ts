/** The fictional burgh of Kinlowrie: the constants that every part of the training area shares. See docs/adr/0005-training-area.md. */
export const BURGH = {
  name: 'Kinlowrie',
  title: 'Kinlowrie (fictional training area)',
  /** No GSS code begins with T, so no real council can answer to it. */
  councilCode: 'T12000001',
  /** South-west corner of the sheet: open North Sea, about 90 km east of Fife, where nobody lives. */
  origin: { lng: -1.02, lat: 56.34 },
  /** Side of the square sheet on which the burgh is drawn. */
  sheetMetres: 2500,
  /** How far past the sheet the full layers say they were searched: the widest circle that training needs from any address. */
  searchedMarginMetres: 1500,
} as const;

/** A fixed clock: the same source always gives the same bytes. */
export const TRAINING_DATES = {
  builtAt: '2026-04-01T09:00:00.000Z',
  asOf: '2026-03-31',
  /** Training data describes nothing real, so it does not age; the far date keeps exercises the same from year to year. */
  staleAfter: '2099-12-31',
  /** One layer is stale on purpose, so that the warning can be seen and practised. */
  staleLayer: { asOf: '2023-09-30', staleAfter: '2025-03-31' },
} as const;

export const TRAINING_LICENCE = {
  publisher: 'Steading training data',
  licence: 'Apache-2.0',
  attribution: 'Fictional training area. No real place, person or organisation.',
} as const;
