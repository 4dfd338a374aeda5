const IN_WORDS = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });

/** '2026-03-02' → '2 March 2026'. */
export const dayInWords = (isoDate: string): string => IN_WORDS.format(new Date(`${isoDate}T00:00:00Z`));

const IN_SCOTLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day in Scotland on which the assessment was begun: ISO date. */
export const dayBegun = ({ startedAt }: { readonly startedAt: string }): string => IN_SCOTLAND.format(new Date(startedAt));
