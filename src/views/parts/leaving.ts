import type { Ref } from 'vue';
import type { Fault } from './fault';

interface Leaving {
  /** Id of the field that asks why. */
  readonly field: string;
  readonly why: Ref<string>;
  readonly faults: Ref<readonly Fault[]> | Ref<Fault[]>;
  readonly attempt: (act: () => Promise<void>) => Promise<void>;
  readonly leave: (why: string) => Promise<void>;
  readonly left: () => void;
}

/** A received file is set aside with a reason, whatever kind it is. */
export function useLeaving({ field, why, faults, attempt, leave, left }: Leaving): () => Promise<void> {
  return () => attempt(async () => {
    faults.value = why.value.trim() === '' ? [{ field, say: 'Say why it is left.' }] : [];
    if (faults.value.length > 0) return;
    await leave(why.value.trim());
    left();
  });
}
