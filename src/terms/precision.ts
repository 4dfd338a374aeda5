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
  stated: { label: 'Grid reference, street or device, with an error of its own', errorMetres: null, source: 'Kept with the position: half the diagonal of a grid square, the reach of a street, what the device said.' },
  unknown: { label: 'Not known', errorMetres: null, source: 'Code-Point Open positional quality 20 or worse: the point is imputed, not surveyed. The name of a place says not how far the place reaches.' },
} as const satisfies Record<string, Precision>;

export type PrecisionId = keyof typeof PRECISIONS;

/** A precision; the error is there with 'stated' alone. */
export interface Exactness {
  readonly precision: PrecisionId;
  readonly errorMetres?: number;
}

/** Metres; null: no bound is known. */
export function errorMetresOf({ precision, errorMetres }: Exactness): number | null {
  return precision === 'stated' ? errorMetres ?? null : PRECISIONS[precision].errorMetres;
}

/** Worse than to its street: near and far are a guess. */
export function isVague(exactness: Exactness): boolean {
  return (errorMetresOf(exactness) ?? Infinity) > PRECISIONS.street.errorMetres;
}

/** Nobody places a building better than to its walls: an error below that of 'building' is 'building'; any other is kept, rounded up to the metre. */
export function exactnessWithin(errorMetres: number): Exactness {
  return errorMetres <= PRECISIONS.building.errorMetres ? { precision: 'building' } : { precision: 'stated', errorMetres: Math.ceil(errorMetres) };
}
