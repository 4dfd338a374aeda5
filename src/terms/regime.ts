/**
 * Whose law the vault's records fall under. It changes no rule of the assessment, only what screens and prints cite (Data Protection Act 2018; UK GDPR).
 * `rationale`: what asks for each is named by the clause, never paraphrased as more than it says.
 */
export const REGIMES = {
  part3: {
    title: 'Law enforcement: Data Protection Act 2018, Part 3', who: 'Police Scotland, justice social work and other competent authorities, for law enforcement purposes',
    log: 'Data Protection Act 2018, section 62', keeping: 'Data Protection Act 2018, section 39', erasing: 'Data Protection Act 2018, section 47', typed: 'Data Protection Act 2018, section 38',
  },
  ukGdpr: {
    title: 'General: UK GDPR, with Article 10', who: 'Registered social landlords and council housing, and any other purpose',
    log: 'UK GDPR, Article 5(2)', keeping: 'UK GDPR, Article 5(1)(e)', erasing: 'UK GDPR, Article 17', typed: 'UK GDPR, Article 5(1)(d)',
  },
} as const;
export type RegimeId = keyof typeof REGIMES;
type Clause = 'log' | 'keeping' | 'erasing' | 'typed';

/** The clause that asks for it; both where the office has not said which law it works under. */
export function clauseOf(regime: RegimeId | null, what: Clause): string {
  return regime === null ? `${REGIMES.part3[what]}; ${REGIMES.ukGdpr[what]}` : REGIMES[regime][what];
}
