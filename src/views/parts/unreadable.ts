import { inject, type InjectionKey, onBeforeUnmount, provide, watch } from 'vue';
import type { Fault } from './fault';

const unreadableKey: InjectionKey<Map<string, Fault>> = Symbol('unreadable fields');

/** For a form: what its fields hold that cannot be read as what they ask for. Saving over it would drop what somebody typed without a word. */
export function gatherUnreadable(): () => readonly Fault[] {
  const faults = new Map<string, Fault>();
  provide(unreadableKey, faults);
  return () => [...faults.values()];
}

/** For a field: tells the form around it, if there is one, as long as `say` is not null. */
export function tellUnreadable(field: string, say: () => string | null): void {
  const faults = inject(unreadableKey, null);
  if (faults === null) return;
  // At once: Enter in the field saves in the same turn.
  watch(say, (words) => {
    if (words === null) faults.delete(field);
    else faults.set(field, { field, say: words });
  }, { flush: 'sync', immediate: true });
  onBeforeUnmount(() => { faults.delete(field); });
}
