import { dayInWords } from '@/terms';

/** '2026-03-02' → '2 March 2026'; null → 'Not given'. */
export const dayPhrase = (isoDate: string | null): string => (isoDate === null ? 'Not given' : dayInWords(isoDate.slice(0, 10)));

/** Of a source of data, within a sentence. */
export const asOfPhrase = (isoDate: string | null): string => (isoDate === null ? 'date not given' : `as of ${dayPhrase(isoDate)}`);
