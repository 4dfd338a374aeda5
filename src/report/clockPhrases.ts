import type { ClockStart, CountedDay, Deadline, Extension } from '@/rules';
import { AGENCIES } from '@/terms';
import { dayPhrase, weekdayPhrase } from './dates';

const DAY_MS = 86_400_000;

/** Why a day does not count, or is the first of calendar days; a holiday says its name. */
const WHY = { start: 'the day of the event', weekend: 'weekend', nationalHoliday: 'bank holiday', localHoliday: 'local holiday' } as const;

function whyPhrase({ why, name }: CountedDay): string | null {
  if (why === 'working' || why === 'calendar') return null;
  if (why === 'localHoliday' && name !== null) return `${name} (${WHY.localHoliday})`;
  return name ?? WHY[why];
}

/** 'Monday 30 November 2026: does not count, St Andrew’s Day', 'Tuesday 1 December 2026: counts as 3'. */
export function countedPhrase(day: CountedDay): string {
  const counts = day.number === null ? 'does not count' : `counts as ${day.number}`;
  return `${weekdayPhrase(day.on)} ${dayPhrase(day.on)}: ${[counts, whyPhrase(day)].filter((part) => part !== null).join(', ')}`;
}

const KINDS_OF_DAY = { clearWorkingDays: 'clear working days', calendarDays: 'calendar days', fixedDay: 'fixed day' } as const satisfies Record<Deadline['kind'], string>;

export const kindOfDayPhrase = (kind: Deadline['kind']): string => KINDS_OF_DAY[kind];

/** '7 clear working days'; a fixed day has no number. */
export const limitPhrase = ({ kind, limitDays }: Pick<Deadline, 'kind' | 'limitDays'>): string => (limitDays === null ? `A ${kindOfDayPhrase(kind)}` : `${limitDays} ${kindOfDayPhrase(kind)}`);

/** Which event, of which agency, on which day. */
export function startPhrase(start: ClockStart | null): string {
  if (start === null) return 'Not counted: the day was set';
  return [start.event.trim() || 'Event not given', start.agency === null ? null : AGENCIES[start.agency], start.on === null ? 'day not given' : dayPhrase(start.on)].filter((part) => part !== null).join(', ');
}

/** As it stands in a record, where parts of it may still be missing. */
export function extensionPhrase({ to, reason, decidedOn, by }: Pick<Extension, 'reason' | 'by'> & { readonly to: string | null; readonly decidedOn: string | null }): string {
  const decided = [`decided by ${by.trim() || 'somebody who is not named'}`, decidedOn ? `on ${dayPhrase(decidedOn)}` : 'day not given'].join(', ');
  return `To ${to === null ? 'a day that is not given' : dayPhrase(to)}, ${decided}. Reason: ${reason.trim() || 'none given'}`;
}

/** One deadline in one sentence, for screens; the print has a table of the same parts. */
export function deadlinePhrase(deadline: Deadline): string {
  const { for: words, firstDueOn, dueOn, extension, unknown, countedFrom, ruledOn } = deadline;
  const shown = ruledOn ? '' : ' Shown, never ruled on.';
  if (dueOn === null) return `${words}: not known yet. ${unknown?.say ?? ''}`.trimEnd() + shown;
  const first = extension === null ? '' : `, first ${dayPhrase(firstDueOn)}`;
  const counted = countedFrom === null ? '' : `; ${limitPhrase(deadline)}, counted from: ${startPhrase(countedFrom)}`;
  return `${words}: ${weekdayPhrase(dueOn)} ${dayPhrase(dueOn)}${first}${counted}.${shown}`;
}

const calendarDays = (days: number): string => `${days} calendar ${days === 1 ? 'day' : 'days'}`;

/** ISO dates. In calendar days, whatever the deadline was counted in. */
export function daysLeftPhrase(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
  if (days === 0) return 'Due today';
  return days > 0 ? `${calendarDays(days)} left` : `Past by ${calendarDays(-days)}`;
}
