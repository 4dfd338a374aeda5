/**
 * How well the position of an address is known.
 * `errorMetres` is the furthest that the true place is taken to lie from the point; null: no bound is known, so nothing nearby can be ruled in or out.
 */
export interface Precision {
  readonly label: string;
  readonly errorMetres: number | null;
  readonly source: string;
}

export const PRECISIONS = {
  building: { label: 'Building (pin placed on it, or its UPRN)', errorMetres: 10, source: 'Half the depth of a tenement block; UPRN points lie inside their building.' },
  street: { label: 'Street (pin placed on the street)', errorMetres: 50, source: "Steading's own allowance, shown with the result." },
  postcode: { label: "Postcode only (the postcode's published point)", errorMetres: 500, source: "95% of 2,471 surveyed Scottish schools lie within 487 m of their own postcode's point (Code-Point Open, November 2025)." },
  unknown: { label: 'Not known', errorMetres: null, source: 'Code-Point Open positional quality 20 or worse: the point is imputed, not surveyed.' },
} as const satisfies Record<string, Precision>;

export type PrecisionId = keyof typeof PRECISIONS;
