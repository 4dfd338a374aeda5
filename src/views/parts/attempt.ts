import { nextTick, ref } from 'vue';
import { messageOf } from './messageOf';

/** One act at a time. `failure`: why the last one failed; with `told`, that goes to the field it belongs to instead. */
export function useAttempt(told?: (error: unknown) => void) {
  const busy = ref(false);
  const failure = ref<string | null>(null);
  async function attempt(act: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    // What is disabled while it is busy loses the focus: it comes back unless the act took it elsewhere.
    const pressed = document.activeElement;
    busy.value = true;
    failure.value = null;
    try {
      await act();
    } catch (error) {
      if (told) told(error);
      else failure.value = messageOf(error);
    } finally {
      busy.value = false;
      await nextTick();
      if (document.activeElement === document.body && pressed instanceof HTMLElement && pressed.isConnected) pressed.focus({ preventScroll: true });
    }
  }
  return { busy, failure, attempt };
}
