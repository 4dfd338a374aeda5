/** en-CA writes yyyy-mm-dd. */
export const DAY_IN_SCOTLAND = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
