import type { StockPage, StockRequest, StockRoom, StockRun } from '@/geo/stock';
import { proxy, wrap } from 'comlink';

/** A stock's run in a thread of its own. `end` stops it at once, whatever it is at; whoever waits for it is told so. */
export interface StockThread {
  run(request: StockRequest, onProgress: (done: number, all: number) => void): Promise<StockRun>;
  page(having: string, from: number, count: number): Promise<StockPage>;
  file(format: 'json' | 'csv'): Promise<Blob>;
  end(): void;
}

export function stockInWorker(): StockThread {
  const worker = new Worker(new URL('./stockWorker.ts', import.meta.url), { type: 'module', name: 'stock' });
  const room = wrap<StockRoom>(worker);
  let over: (why: Error) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => { over = reject; });
  // With nobody waiting for an answer, an end is no failure of the page.
  ended.catch(() => undefined);
  worker.addEventListener('error', () => { over(new Error('The part of Steading that looks around many addresses could not start. Reload the page once while online, so that the missing part is fetched.')); });
  return {
    run: (request, onProgress) => Promise.race([room.run(request, proxy(onProgress)), ended]),
    page: (having, from, count) => Promise.race([room.page(having, from, count), ended]),
    file: (format) => Promise.race([room.file(format), ended]),
    end() {
      worker.terminate();
      over(new Error('It was stopped.'));
    },
  };
}
