import { onScopeDispose } from 'vue';
import { useSession } from './session';

/** For aria-keyshortcuts. Both, as a keyboard of another system may be plugged in. Chrome, Firefox and Safari leave the page first say in it. */
export const LOCK_KEYS = 'Control+Shift+L Meta+Shift+L';

/** Locks at one stroke, wherever the focus is. It needs three keys, so that nobody meets it by speech or by accident (WCAG 2.1.4). */
export function useLockKey(): void {
  const session = useSession();
  const pressed = (event: KeyboardEvent) => {
    if (!(session.isOpen || session.repair !== null) || event.key.toLowerCase() !== 'l' || !event.shiftKey || event.altKey || event.ctrlKey === event.metaKey) return;
    event.preventDefault();
    void session.lock();
  };
  document.addEventListener('keydown', pressed, { capture: true });
  onScopeDispose(() => { document.removeEventListener('keydown', pressed, { capture: true }); });
}
