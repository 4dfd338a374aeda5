import type { BuildRoom } from '@/geo/build';
import { proxy } from 'comlink';
import { inThread } from './inThread';

/** Reading source files and building packs in a thread of its own. */
export interface BuildThread extends BuildRoom {
  end(): void;
}

export function buildInWorker(): BuildThread {
  const { room, answered, end } = inThread<BuildRoom>(new Worker(new URL('./buildWorker.ts', import.meta.url), { type: 'module', name: 'build' }), 'builds area packs');
  return {
    recognise: (...asked) => answered(room.recognise(...asked)),
    councils: (...asked) => answered(room.councils(...asked)),
    columns: (...asked) => answered(room.columns(...asked)),
    preview: (...asked) => answered(room.preview(...asked)),
    build: (plan, files, builtAt, onStep) => answered(room.build(plan, files, builtAt, proxy(onStep))),
    end,
  };
}
