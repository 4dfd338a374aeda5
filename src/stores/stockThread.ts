import type { StockPage, StockRequest, StockRoom, StockRun } from '@/geo/stock';
import { proxy } from 'comlink';
import { inThread } from './inThread';

/** A stock's run in a thread of its own. */
export interface StockThread {
  run(request: StockRequest, onProgress: (done: number, all: number) => void): Promise<StockRun>;
  page(having: string, from: number, count: number): Promise<StockPage>;
  file(format: 'json' | 'csv'): Promise<Blob>;
  end(): void;
}

export function stockInWorker(): StockThread {
  const { room, answered, end } = inThread<StockRoom>(new Worker(new URL('./stockWorker.ts', import.meta.url), { type: 'module', name: 'stock' }), 'looks around many addresses');
  return {
    run: (request, onProgress) => answered(room.run(request, proxy(onProgress))),
    page: (...asked) => answered(room.page(...asked)),
    file: (format) => answered(room.file(format)),
    end,
  };
}
