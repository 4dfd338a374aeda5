import { onScopeDispose, type Ref, ref, watch } from 'vue';
import { autosave } from './autosave';
import { useSession } from './session';

interface Sealed<T> {
  /** What the form held before anything was typed, as text. */
  readonly begun: string;
  readonly value: T;
}

/** What a screen shows of a draft. */
export interface DraftShown {
  readonly resumed: Readonly<Ref<boolean>>;
  readonly changedSince: Readonly<Ref<boolean>>;
  readonly failure: Readonly<Ref<string | null>>;
  readonly giveUp: () => Promise<void>;
}

/**
 * A form outside an assessment, kept as an assessment's working copy is: sealed within a second of each keystroke, whenever the page is hidden and before a lock, and back
 * in place when the form is opened next. `before`: the form as it begins, plain data without secrets; it is shown once `ready`. A draft of another shape, from another Steading, is given up.
 * `form`: where the form lives elsewhere.
 */
export function useSealedDraft<T extends object>(id: string, before: () => T, form: Ref<T> = ref(before()) as Ref<T>) {
  const session = useSession();
  const ready = ref(false);
  const resumed = ref(false);
  /** What the form edits was saved since the draft was begun: saving the draft replaces it. */
  const changedSince = ref(false);
  /** Why the last keystrokes are not on the device. */
  const failure = ref<string | null>(null);
  const saving = autosave(write);
  let begun = JSON.stringify(before());
  let onDisk = false;
  let dirty = false;
  let committing = false;

  async function load(): Promise<void> {
    try {
      const draft = await session.openVault().readDraft<Sealed<T>>(id);
      if (draft === null) return;
      onDisk = true;
      if (keysOf(draft.value) !== keysOf(form.value)) return;
      form.value = draft.value;
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
    const text = JSON.stringify(form.value);
    try {
      const vault = session.openVault();
      // The vault does one thing after the other: what is asked of it last holds, whenever it is done.
      onDisk = text !== begun;
      if (onDisk) await vault.saveDraft(id, { begun, value: JSON.parse(text) as T } satisfies Sealed<T>);
      else await vault.dropDraft(id);
      failure.value = null;
    } catch (error) {
      [dirty, onDisk] = [true, true];
      failure.value = saidBy(error);
    }
  }

  async function flush(): Promise<void> {
    saving.cancel();
    await write();
  }

  watch(form, () => {
    if (committing || !ready.value) return;
    dirty = onDisk || JSON.stringify(form.value) !== begun;
    if (dirty) saving.soon();
    else saving.cancel();
  }, { deep: true, flush: 'sync' });

  /** `save` puts the form on record and drops this draft with it (`[id]` among the drafts to drop). Where it throws, the draft stays. */
  async function commit<R>(save: () => Promise<R>): Promise<R> {
    saving.cancel();
    committing = true;
    try {
      const saved = await save();
      begun = JSON.stringify(form.value);
      onDisk = false;
      dirty = false;
      resumed.value = false;
      changedSince.value = false;
      return saved;
    } catch (error) {
      dirty = JSON.stringify(form.value) !== begun;
      throw error;
    } finally {
      committing = false;
      if (dirty) saving.soon();
    }
  }

  /** Back to what was there before. Throws where the draft cannot be taken off the disk: then nothing is given up. */
  async function giveUp(): Promise<void> {
    await commit(async () => {
      await session.openVault().dropDraft(id);
      form.value = before();
    });
  }

  /** What was asked for is done: the form begins anew, or these of its parts alone, and nothing of them stays on disk. Never rejects: what is done stays done; `failure` tells. */
  async function finish(...parts: readonly (keyof T)[]): Promise<void> {
    saving.cancel();
    const anew = before();
    begun = JSON.stringify(anew);
    form.value = parts.length === 0 ? anew : Object.assign({ ...form.value }, ...parts.map((part) => ({ [part]: anew[part] })));
    dirty = onDisk || JSON.stringify(form.value) !== begun;
    resumed.value = false;
    changedSince.value = false;
    await flush();
  }

  const takeBack = session.beforeLock(flush);
  onScopeDispose(() => {
    takeBack();
    void flush();
  });
  void load();
  return { id, form, ready, resumed, changedSince, failure, flush, commit, giveUp, finish };
}

const keysOf = (value: object): string => Object.keys(value).sort().join(' ');
const saidBy = (error: unknown): string => (error instanceof Error ? error.message : 'The device did not take it.');
