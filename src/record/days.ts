const IN_WORDS = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** '2026-03-02' → '2 March 2026'. */
export const dayInWords = (isoDate: string): string => IN_WORDS.format(new Date(`${isoDate}T00:00:00Z`));

/** The day on which the assessment was begun: ISO date. */
export const dayBegun = ({ startedAt }: { readonly startedAt: string }): string => startedAt.slice(0, 10);
