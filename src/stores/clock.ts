import { inject, type InjectionKey } from 'vue';

/** The edge: the only clock of the screens. */
export interface Clock {
  now(): Date;
}

export const clockKey: InjectionKey<Clock> = Symbol('clock');

export function useClock(): Clock {
  return inject(clockKey, { now: () => new Date() });
}
