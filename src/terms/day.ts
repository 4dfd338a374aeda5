const MIDNIGHT = 'T00:00:00.000Z';
const WORDS = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' });
/** sv-SE writes yyyy-mm-dd. */
const SCOTLAND = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** A day of the calendar as yyyy-mm-dd and nothing else: 2027-02-29 is none. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && value.length === 10 && new Date(`${value}${MIDNIGHT}`).toJSON() === `${value}${MIDNIGHT}`;
}

/** The day in Scotland (yyyy-mm-dd) at an instant, wherever the device thinks it is. */
export const dayInScotland = (instant: Date | string): string => SCOTLAND.format(new Date(instant));

/** '2026-03-02' → '2 March 2026'. */
export const dayInWords = (isoDate: string): string => WORDS.format(new Date(`${isoDate}${MIDNIGHT}`));

/** '2 March 2026 at 10:00', as read in Scotland. */
export const momentInWords = (instant: string): string => MOMENT.format(new Date(instant));

/** '2026-03-02', 7 → '2026-03-09'; days of the calendar. */
export function daysLater(isoDate: string, days: number): string {
  const at = new Date(`${isoDate}${MIDNIGHT}`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
