import type { OversightGroup } from '@/record';
import { LEAST_TOLD } from '@/record';
import { momentInWords } from '@/terms';
import type { RecordDocument } from './document';
import { facts, note, row } from './words';

/** A count as it is told: what is held back says so, and is never a nought. */
export const countPhrase = (count: number | null): string => (count === null ? 'Held back' : count.toLocaleString('en-GB'));

/** '12 of 15 (80 %)'; null: something is held back, or there is nothing to have a share of. */
export function sharePhrase({ rows }: OversightGroup): string | null {
  const counts = rows.map(({ count }) => count);
  const [first = null] = counts;
  if (first === null || counts.includes(null)) return null;
  const all = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return all === 0 ? null : `${first.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} (${Math.round((first / all) * 100)} %)`;
}

const CLOCKED = ['initialEra', 'annualReview'];
export const shareOf = (group: OversightGroup): string | null => (CLOCKED.includes(group.id) ? sharePhrase(group) : null);

/** '1 April 2026 to 31 March 2027' of '2026-27'. */
export const yearWords = (label: string): string => `1 April ${label.slice(0, 4)} to 31 March ${String(Number(label.slice(0, 4)) + 1)}`;

export const HELD_WORDS = `Counts below ${LEAST_TOLD} are held back, and where the rest would tell what was held, the next smallest too. Steading’s own choice, in the custom of Scottish public statistics.`;

/** One page for a Strategic Oversight Group: counts of one vault, without people. */
export function oversightDocument({ groups, year, area, printedAt, logHeadCode, training }: { readonly groups: readonly OversightGroup[]; readonly year: string; readonly area: string; readonly printedAt: string; readonly logHeadCode: string; readonly training: boolean }): RecordDocument {
  const shown = groups.filter(({ rows }) => rows.some(({ count }) => count !== 0));
  return {
    title: 'Counts for oversight', reference: area, training, watermark: `Counts for oversight, as at ${momentInWords(printedAt)}, log ${logHeadCode}`,
    sections: [
      { id: 'oversight', heading: 'What is counted', blocks: [
        facts(row('Area', area), row('MAPPA year', yearWords(year)), row('As at', momentInWords(printedAt))),
        note(`Assessments of this one vault, each in the year in which it was decided. ${HELD_WORDS} They measure no officer and no office, and no low or high number is an aim.`),
      ] },
      ...shown.map((group) => ({
        id: group.id, heading: group.heading,
        blocks: [
          { kind: 'table' as const, caption: 'Number of each', columns: ['', 'Number'], rows: group.rows.map(({ label, count }) => [label, countPhrase(count)]) },
          ...(shareOf(group) === null ? [] : [note(`Within the recommended days: ${shareOf(group) ?? ''}.`)]),
        ],
      })),
    ],
  };
}
