import type { BuildRoom } from '@/geo/build';
import { proxy, wrap } from 'comlink';

/** Reading source files and building packs in a thread of its own. `end` stops it at once, whatever it is at; whoever waits for it is told so. */
export interface BuildThread extends BuildRoom {
  end(): void;
}

export function buildInWorker(): BuildThread {
  const worker = new Worker(new URL('./buildWorker.ts', import.meta.url), { type: 'module', name: 'build' });
  const room = wrap<BuildRoom>(worker);
  let over: (why: Error) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => { over = reject; });
  // With nobody waiting for an answer, an end is no failure of the page.
  ended.catch(() => undefined);
  worker.addEventListener('error', () => { over(new Error('The part of Steading that builds area packs could not start. Reload the page once while online, so that the missing part is fetched.')); });
  return {
    recognise: (...asked) => Promise.race([room.recognise(...asked), ended]),
    councils: (...asked) => Promise.race([room.councils(...asked), ended]),
    columns: (...asked) => Promise.race([room.columns(...asked), ended]),
    preview: (...asked) => Promise.race([room.preview(...asked), ended]),
    build: (plan, files, builtAt, onStep) => Promise.race([room.build(plan, files, builtAt, proxy(onStep)), ended]),
    end() {
      worker.terminate();
      over(new Error('It was stopped.'));
    },
  };
}
