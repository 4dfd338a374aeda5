import { inject, type InjectionKey } from 'vue';

/** The edge: the only clock of the screens. */
export interface Clock {
  now(): Date;
}

export const clockKey: InjectionKey<Clock> = Symbol('clock');

export function useClock(): Clock {
  return inject(clockKey, { now: () => new Date() });
}

/** The edge: milliseconds that nobody can set. They may stand still while the device sleeps (they do under Linux, Android and macOS). */
export const steadyKey: InjectionKey<() => number> = Symbol('steady clock');

export function useSteady(): () => number {
  return inject(steadyKey, () => () => performance.now(), true);
}
