import { type Clause, type CountedDay, type Deadline } from '@/stores';
import { daysLeftPhrase } from '@/report';
import { CHECK_AGENCIES, type CheckAgencyId, dayInWords } from '@/terms';

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' });

export const weekdayWords = (isoDate: string): string => WEEKDAY.format(new Date(`${isoDate}T00:00:00Z`));

/** What is left of a deadline; of the person's own duty the day alone is said, never whether it was kept (SOA-2003 s.84). */
export function leftWords({ dueOn, ruledOn }: Pick<Deadline, 'dueOn' | 'ruledOn'>, today: string): string {
  if (!ruledOn) return 'Shown, never ruled on: the duty is the person’s own.';
  return dueOn === null ? 'Not known' : daysLeftPhrase(dueOn, today);
}

/** 'ERA-2017 4.0 (confirmed, reading)': each clause once, with every label it carries here. */
export function clauseLabels(clauses: readonly Clause[]): readonly string[] {
  const labels = new Map<string, Set<string>>();
  for (const { document, clause, status } of clauses) {
    const name = `${document} ${clause}`;
    labels.set(name, (labels.get(name) ?? new Set<string>()).add(status));
  }
  return [...labels].map(([name, statuses]) => `${name} (${[...statuses].join(', ')})`);
}

/** For a table that has the date in a column of its own: why the day counts or does not. */
export function countedDayWords({ number, why, name }: CountedDay): string {
  if (number !== null) return why === 'start' ? `${String(number)}: the day of the event` : String(number);
  switch (why) {
    case 'start': return 'Does not count: the day of the event';
    case 'weekend': return 'Does not count: weekend';
    case 'nationalHoliday': return `Does not count: ${name ?? 'not named'} (Scottish bank holiday)`;
    case 'localHoliday': return `Does not count: ${name ?? 'not named'} (local holiday)`;
    case 'working': case 'calendar': return 'Does not count';
  }
}

export const AGENCY_IDS = Object.keys(CHECK_AGENCIES) as readonly CheckAgencyId[];

/** Why an extension moves nothing though its later day is given; null: it does, or it is not filled in yet. */
export function extensionFault({ deadlineId, to }: { readonly deadlineId: string; readonly to: string | null }, deadlines: readonly Deadline[]): string | null {
  const first = deadlines.find(({ id }) => id === deadlineId)?.firstDueOn ?? null;
  return to !== null && first !== null && to <= first ? `Enter a day after ${dayInWords(first)}, the first due day.` : null;
}
