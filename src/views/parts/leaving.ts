import type { useSealedDraft } from '@/stores';
import type { Ref } from 'vue';
import type { Fault } from './fault';

interface Leaving {
  /** Id of the field that asks why. */
  readonly field: string;
  /** Its form holds the reason as `why`; it goes with the file. */
  readonly draft: Pick<ReturnType<typeof useSealedDraft<{ why: string }>>, 'form' | 'commit'>;
  readonly faults: Ref<readonly Fault[]> | Ref<Fault[]>;
  readonly attempt: (act: () => Promise<void>) => Promise<void>;
  readonly leave: (why: string) => Promise<void>;
  readonly left: () => void;
}

/** A received file is set aside with a reason, whatever kind it is. */
export function useLeaving({ field, draft, faults, attempt, leave, left }: Leaving): () => Promise<void> {
  return () => attempt(async () => {
    const why = draft.form.value.why.trim();
    faults.value = why === '' ? [{ field, say: 'Say why it is left.' }] : [];
    if (faults.value.length > 0) return;
    await draft.commit(() => leave(why));
    left();
  });
}
