import type { BlobLike } from '../pack/blobLike';
import { openPack } from '../pack/read';
import type { Sha256 } from '../pack/sha256';
import type { SignatureCheck } from '../pack/signature';
import { lookAroundStock } from './lookAroundStock';
import { readStock, type Stock, type StockAddress } from './readStock';
import { type Screening, stockFile } from './stockFiles';

/** `pack`: the pack in use, which was checked when it was taken in. `asOn`: ISO date on which the age of the data is judged. */
export interface StockRequest {
  readonly pack: BlobLike;
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  readonly radiusMetres: number;
  readonly asOn: string;
}

/** What became of the rows of the file; of what lies near them nothing is counted. */
export interface StockRun {
  readonly placed: number;
  readonly notPlaced: Stock['notPlaced'];
}

export interface StockPage {
  /** How many ids hold the text that was asked for. */
  readonly all: number;
  readonly addresses: readonly StockAddress[];
}

/** One run over a stock and what came of it. It works without a pause: it is for a thread of its own, and is stopped by ending that. */
export interface StockRoom {
  /** @throws PackError, SourceError for a file that is of no use as a whole, RangeError for a distance that cannot be meant */
  run(request: StockRequest, onProgress: (done: number, all: number) => void): Promise<StockRun>;
  /** Addresses that were placed and whose id holds the text (any case), in the order of the file. */
  page(having: string, from: number, count: number): StockPage;
  /** Everything, as `steading screen` writes it. */
  file(format: 'json' | 'csv'): Blob;
}

export function createStockRoom({ sha256, checkSignature }: { sha256: Sha256; checkSignature?: SignatureCheck }): StockRoom {
  let done: { readonly stock: Stock; readonly screening: Screening } | null = null;
  const ran = () => done ?? (() => { throw new Error('No addresses have been looked around yet.'); })();
  return {
    async run({ pack: file, file: { name, bytes }, radiusMetres, asOn }, onProgress) {
      done = null;
      const pack = await openPack(file, { sha256, ...(checkSignature && { checkSignature }), verify: false });
      const stock = readStock(name, bytes, pack);
      const screening = await lookAroundStock(pack, stock, { radiusMetres, asOn }, { onProgress, pause: () => Promise.resolve() });
      done = { stock, screening };
      return { placed: stock.placed.length, notPlaced: stock.notPlaced };
    },
    page(having, from, count) {
      const wanted = having.trim().toLowerCase();
      const { placed } = ran().stock;
      const found = wanted === '' ? placed : placed.filter(({ id }) => id.toLowerCase().includes(wanted));
      return { all: found.length, addresses: found.slice(from, from + count) };
    },
    file: (format) => new Blob([...stockFile(ran().screening, format)], { type: format === 'json' ? 'application/json' : 'text/csv;charset=utf-8' }),
  };
}
