import { onScopeDispose, watch } from 'vue';
import { useClock } from './clock';
import { useSession } from './session';

const TICK_MILLISECONDS = 5_000;

/** Locks after so many idle minutes; a device that slept past them locks on waking; a hidden page puts its draft on disk at once. */
export function useIdleLock({ minutes, flush }: { minutes: () => number; flush: () => Promise<void> }): void {
  const session = useSession();
  const clock = useClock();
  let lastActive = clock.now().getTime();

  const begin = () => { lastActive = clock.now().getTime(); };
  const check = () => {
    if (session.vault !== null && clock.now().getTime() - lastActive >= minutes() * 60_000) void session.lock();
  };
  // The first touch after a sleep comes before the next tick: it must not pass for work that went on.
  const active = () => { check(); begin(); };
  const hidden = () => {
    if (document.visibilityState === 'hidden') void flush();
    else check();
  };

  const events = ['pointerdown', 'keydown', 'scroll', 'touchstart'] as const;
  for (const event of events) document.addEventListener(event, active, { passive: true, capture: true });
  document.addEventListener('visibilitychange', hidden);
  const ticker = setInterval(check, TICK_MILLISECONDS);
  watch(() => session.vault, begin);

  onScopeDispose(() => {
    for (const event of events) document.removeEventListener(event, active, { capture: true });
    document.removeEventListener('visibilitychange', hidden);
    clearInterval(ticker);
  });
}
