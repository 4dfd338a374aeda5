import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { autosave } from './autosave';
import { useSession } from './session';

interface Sealed<T> {
  /** What the form held before anything was typed, as text. */
  readonly begun: string;
  readonly value: T;
}

/**
 * A form outside an assessment, kept as an assessment's working copy is: sealed within a second of each keystroke, whenever the page is hidden and before a lock, and back
 * in place when the form is opened next. `state` is plain data; the form is shown once `ready`. A draft of another shape, from another Steading, is given up.
 */
export function useSealedDraft<T extends object>(id: string, state: Ref<T>) {
  const session = useSession();
  const ready = ref(false);
  const resumed = ref(false);
  /** What the form edits was saved since the draft was begun: saving the draft replaces it. */
  const changedSince = ref(false);
  /** Why the last keystrokes are not on the device. */
  const failure = ref<string | null>(null);
  const saving = autosave(write);
  let begun = JSON.stringify(state.value);
  let onDisk = false;
  let dirty = false;
  let committing = false;

  async function load(): Promise<void> {
    try {
      const draft = await session.openVault().readDraft<Sealed<T>>(id);
      if (draft === null) return;
      onDisk = true;
      if (keysOf(draft.value) !== keysOf(state.value)) return;
      state.value = draft.value;
      resumed.value = true;
      changedSince.value = draft.begun !== begun;
    } catch (error) {
      failure.value = saidBy(error);
    } finally {
      ready.value = true;
    }
  }

  async function write(): Promise<void> {
    if (!dirty || committing) return;
    dirty = false;
    const text = JSON.stringify(state.value);
    try {
      const vault = session.openVault();
      if (text === begun) await vault.dropDraft(id);
      else await vault.saveDraft(id, { begun, value: JSON.parse(text) as T } satisfies Sealed<T>);
      onDisk = text !== begun;
      failure.value = null;
    } catch (error) {
      dirty = true;
      failure.value = saidBy(error);
    }
  }

  async function flush(): Promise<void> {
    saving.cancel();
    await write();
  }

  watch(state, () => {
    if (committing || !ready.value) return;
    dirty = onDisk || JSON.stringify(state.value) !== begun;
    if (dirty) saving.soon();
    else saving.cancel();
  }, { deep: true, flush: 'sync' });

  /** `save` puts the form on record and drops this draft with it (`[id]` among the drafts to drop). Where it throws, the draft stays. */
  async function commit(save: () => Promise<void>): Promise<void> {
    saving.cancel();
    committing = true;
    try {
      await save();
      begun = JSON.stringify(state.value);
      onDisk = false;
      dirty = false;
      resumed.value = false;
      changedSince.value = false;
    } finally {
      committing = false;
      if (dirty) saving.soon();
    }
  }

  /** Back to what was there before. Throws where the draft cannot be taken off the disk: then nothing is given up. */
  async function giveUp(before: T): Promise<void> {
    await commit(async () => {
      await session.openVault().dropDraft(id);
      state.value = before;
    });
  }

  const takeBack = session.beforeLock(flush);
  onScopeDispose(() => {
    takeBack();
    void flush();
  });
  void load();
  return { id, ready, resumed, changedSince, failure, flush, commit, giveUp };
}

const keysOf = (value: object): string => Object.keys(value).sort().join(' ');
const saidBy = (error: unknown): string => (error instanceof Error ? error.message : 'The device did not take it.');
