const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const ISO_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** '2026-03-02' → '2 March 2026'; null → 'Not given'. */
export const dayPhrase = (isoDate: string | null): string => (isoDate === null ? 'Not given' : DAY.format(new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)));

/** Of a source of data, within a sentence. */
export const asOfPhrase = (isoDate: string | null): string => (isoDate === null ? 'date not given' : `as of ${dayPhrase(isoDate)}`);

/** An ISO instant by Scottish clocks, e.g. '2 March 2026 at 10:00'. */
export const momentPhrase = (instant: string): string => MOMENT.format(new Date(instant));

/** The ISO date in Scotland at that instant. */
export const dayOf = (instant: string): string => ISO_DAY.format(new Date(instant));
