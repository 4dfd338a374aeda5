import type { Limit, Protocol } from '@/stores';

/** What a local question asks for where it is answered yes. */
export const ASKS_FOR = {
  must: 'Must: an ERA must be carried out',
  complyOrExplain: 'Comply or explain: an ERA is carried out, or the reasons are documented',
  discretionary: 'Discretion: the agencies consider it, case by case',
} as const satisfies Record<Protocol['groups'][number]['asksFor'], string>;

/** How binding a check or a criterion is in itself. */
export const KINDS = {
  must: 'Must be done',
  recommended: 'Recommended, not in every case',
  discretionary: 'At the agencies’ discretion',
} as const satisfies Record<Protocol['checks'][number]['kind'], string>;

/** How the days of a limit are counted. */
export const LIMIT_UNITS = { clearWorkingDays: 'clear working days', calendarDays: 'calendar days, beginning with the event' } as const satisfies Record<Limit['unit'], string>;
