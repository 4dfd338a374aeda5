import { CATEGORY_IDS } from '@/terms';
import { allowancesOf } from '../allowances';
import { checkQuestion } from '../checkQuestion';
import { allowanceMetres, UNKNOWN_ERROR_SEARCH_METRES } from '../doubt';
import type { OpenPack } from '../pack/openPack';
import { planeAt } from '../plane';
import { candidatesOf, measured, measureFrom } from './candidates';
import { cellCoverage, coveragesOf } from './cellCoverage';
import { cellsOf } from './cells';
import type { ScreenChunk, ScreenQuestion } from './chunk';
import { chunkWriter } from './chunkWriter';
import { edgeRunsOf } from './edgeRuns';
import { extentOf } from './extent';
import { look, lookFrom } from './lookFrom';
import { siteGroupsOf } from './siteGroups';
import { verdicts } from './verdicts';

export interface ScreenOptions {
  readonly onChunk: (chunk: ScreenChunk) => void | Promise<void>;
  /** After each chunk: how many addresses have been looked around. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
  /** Between chunks, so that whoever shares the thread gets a turn. */
  readonly pause?: () => Promise<void>;
}

/**
 * What the pack knows within `radiusMetres` of many addresses: of each the same as `nearby` says, without the nearest beyond. Chunks come cell by
 * cell, not in the order of the question.
 * @throws RangeError for a question that cannot be meant (before the first chunk), the signal's reason when it is aborted (between chunks).
 */
export async function screen(pack: OpenPack, question: ScreenQuestion, { onChunk, onProgress, signal, pause = nextTurn }: ScreenOptions): Promise<void> {
  let done = 0;
  signal?.throwIfAborted();
  for (const chunk of screenChunks(pack, question)) {
    done += chunk.address.length;
    await onChunk(chunk);
    onProgress?.(done, question.errorMetres.length);
    await pause();
    signal?.throwIfAborted();
  }
}

const nextTurn = () => new Promise<void>((resolve) => { setTimeout(resolve); });

/** The same without waiting. @throws RangeError */
export function* screenChunks(pack: OpenPack, question: ScreenQuestion): Generator<ScreenChunk> {
  const { lngLat, errorMetres, radiusMetres, asOn } = question;
  errorMetres.forEach((error, i) => { checkQuestion({ point: pointOf(lngLat, i), errorMetres: Number.isNaN(error) ? null : error }, radiusMetres, asOn); });
  const { sites } = pack.packed;
  const allowances = allowancesOf(pack);
  const groups = siteGroupsOf(pack);
  const edges = edgeRunsOf(pack);
  const byCategory = coveragesOf(pack);
  const categoryPlace = Uint8Array.from(sites.categories, (id) => CATEGORY_IDS.indexOf(id));
  const writer = chunkWriter();
  const found = measured();
  const seen = look();
  const coverage = new Uint8Array(CATEGORY_IDS.length);
  const status = new Uint8Array(CATEGORY_IDS.length);
  const verdictsFor = new Map<number | null, ReturnType<typeof verdicts>>();
  for (const cell of cellsOf(question)) {
    const addressErrorMetres = cell.errorMetres;
    const reach = radiusMetres + (addressErrorMetres ?? UNKNOWN_ERROR_SEARCH_METRES);
    const extent = extentOf(cell.addresses, lngLat);
    const limitOf = (place: number) => radiusMetres + allowanceMetres(addressErrorMetres, allowances.errorMetres(place), allowances.extentMetres(place));
    const candidates = candidatesOf(sites, groups, extent, (group) => reach + group.allowanceMetres, limitOf);
    const coverageOf = cellCoverage(pack, byCategory, extent, reach);
    const verdict = verdictsFor.get(addressErrorMetres) ?? verdicts(pack, addressErrorMetres, asOn);
    verdictsFor.set(addressErrorMetres, verdict);
    const judge = { sites, allowances, categoryPlace, radiusMetres, addressErrorMetres, mostMetres: candidates.mostMetres };
    let before = -1;
    for (const address of cell.addresses) {
      // Flats of one building, or homes of one postcode, often stand on the same point.
      if (before < 0 || lngLat[2 * address] !== lngLat[2 * before] || lngLat[2 * address + 1] !== lngLat[2 * before + 1]) {
        const plane = planeAt(pointOf(lngLat, address));
        measureFrom(sites, edges, candidates, plane, found);
        lookFrom(found, judge, seen);
        coverageOf(plane, coverage);
        for (let c = 0; c < status.length; c++) status[c] = verdict(c, coverage[c] ?? 0, seen.seen[c] ?? 0);
      }
      before = address;
      writer.add(address, seen, status, coverage);
      if (writer.isFull()) yield writer.take();
    }
  }
  if (!writer.isEmpty()) yield writer.take();
}

function pointOf(lngLat: Float64Array, i: number) {
  return { lng: lngLat[2 * i] ?? NaN, lat: lngLat[2 * i + 1] ?? NaN };
}
