import { onScopeDispose } from 'vue';
import { useSession } from './session';

/** Another tab has let a newer Steading take over: this tab's code is old from then on, so it keeps its drafts and locks; the reload brings the new one. */
export function useNewerApp(workers: EventTarget | null = (navigator as Partial<Navigator>).serviceWorker ?? null): void {
  const session = useSession();
  const changed = () => { void session.lock('newer'); };
  workers?.addEventListener('controllerchange', changed);
  onScopeDispose(() => { workers?.removeEventListener('controllerchange', changed); });
}
