import type { ClockStart, Deadline, Extension } from '@/rules';
import { AGENCIES } from '@/terms';
import { dayPhrase } from './dates';

const DAY_MS = 86_400_000;

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

const calendarDays = (days: number): string => `${days} calendar ${days === 1 ? 'day' : 'days'}`;

/** ISO dates. In calendar days, whatever the deadline was counted in. */
export function daysLeftPhrase(dueOn: string, today: string): string {
  const days = Math.round((Date.parse(`${dueOn}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
  if (days === 0) return 'Due today';
  return days > 0 ? `${calendarDays(days)} left` : `Past by ${calendarDays(-days)}`;
}
