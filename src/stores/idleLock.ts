import { onScopeDispose, ref, watch } from 'vue';
import { useClock, useSteady } from './clock';
import { lockTimer, type Moment } from './lockTimer';
import { useOffice } from './office';
import { useSession } from './session';

const TICK_MILLISECONDS = 1_000;
/** WCAG 2.2.1 asks for at least 20 seconds in which one simple act gives more time. */
const WARN_MILLISECONDS = 30_000;
const MINUTE = 60_000;

const TOUCHES = ['pointerdown', 'keydown', 'input', 'click', 'scroll', 'touchstart'] as const;

/** The office's own; in minutes. */
function officeMinutes() {
  const office = useOffice();
  return () => ({ idle: office.office.lockAfterMinutes, away: office.office.lockHiddenMinutes });
}

/**
 * Locks an open vault that nobody uses, that is hidden for too long, or whose device slept; drafts go on disk whenever the page is hidden, frozen or left.
 * `secondsLeft`: null until the warning is due. While the page is hidden or locking it is covered, so that neither a picture of it in a list of open
 * applications nor the first frame after a sleep shows a case.
 */
export function useIdleLock(minutes = officeMinutes()) {
  const session = useSession();
  const clock = useClock();
  const steady = useSteady();
  const secondsLeft = ref<number | null>(null);

  const isHidden = () => document.visibilityState === 'hidden';
  const moment = (hidden = isHidden()): Moment => ({ wallMs: clock.now().getTime(), steadyMs: steady(), hidden });
  const limits = () => ({ idleMs: minutes().idle * MINUTE, awayMs: minutes().away * MINUTE });
  let timer = lockTimer(limits, moment());

  function cover(): void {
    document.documentElement.classList.toggle('st_covered', session.hasKeys && (isHidden() || session.locking));
  }

  function act(state: ReturnType<typeof timer.look>): void {
    if (!session.hasKeys) return;
    if (state.is === 'lock') {
      secondsLeft.value = null;
      void session.lock(state.cause);
      return;
    }
    secondsLeft.value = state.idleLeftMs > WARN_MILLISECONDS ? null : Math.ceil(state.idleLeftMs / 1_000);
  }

  const look = () => { act(timer.look(moment())); };
  const touched = ({ type }: Event) => {
    // What scrolls by itself is no sign that a camera or a file picker has answered.
    if (type !== 'scroll') session.picking = false;
    act(timer.touch(moment()));
  };
  function turned(): void {
    look();
    if (isHidden()) void session.keepDrafts();
    else session.picking = false;
    cover();
  }
  const keep = () => { void session.keepDrafts(); };
  // Out of the browser's back-forward store, where the keys lay with the page: nobody knows for how long.
  const shown = (event: PageTransitionEvent) => { if (event.persisted && session.hasKeys) void session.lock('away'); };

  for (const event of TOUCHES) document.addEventListener(event, touched, { passive: true, capture: true });
  document.addEventListener('visibilitychange', turned);
  document.addEventListener('freeze', keep);
  document.addEventListener('resume', look);
  window.addEventListener('pagehide', keep);
  window.addEventListener('pageshow', shown);
  window.addEventListener('focus', look);
  const ticker = setInterval(look, TICK_MILLISECONDS);
  watch(() => session.hasKeys, () => { timer = lockTimer(limits, moment()); });
  watch(() => session.picking, (picking) => { timer.awaitPicker(picking); }, { flush: 'sync' });
  watch(() => session.locking, cover, { flush: 'sync' });

  onScopeDispose(() => {
    for (const event of TOUCHES) document.removeEventListener(event, touched, { capture: true });
    document.removeEventListener('visibilitychange', turned);
    document.removeEventListener('freeze', keep);
    document.removeEventListener('resume', look);
    window.removeEventListener('pagehide', keep);
    window.removeEventListener('pageshow', shown);
    window.removeEventListener('focus', look);
    clearInterval(ticker);
  });

  return { secondsLeft };
}
