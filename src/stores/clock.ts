import { inject, type InjectionKey } from 'vue';

/** The edge: the only clock of the screens. */
export interface Clock {
  now(): Date;
}

export const clockKey: InjectionKey<Clock> = Symbol('clock');

export function useClock(): Clock {
  return inject(clockKey, { now: () => new Date() });
}

/** The calendar day in Scotland, yyyy-mm-dd, wherever the device thinks it is. */
export function dayInScotland(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** '21 November 2026 at 14:05', as read in Scotland. */
export function momentInWords(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}

/** '21 November 2026' for an ISO date. */
export function dayInWords(isoDate: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${isoDate}T00:00:00Z`));
}
