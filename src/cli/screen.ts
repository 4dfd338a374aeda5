import { openPack, screen, type ScreenChunk } from '@/geo';
import { dayInScotland } from '@/terms';
import { EXIT, type Command } from './command';
import type { Edges } from './edges';
import { readStock, type Stock } from './screenAddresses';
import { screenAnswers } from './screenAnswers';
import { screenCsv, screenJson } from './screenFiles';
import { screenOptions } from './screenOptions';
import { SCREEN_USAGE } from './screenUsage';

/** A stock of this size takes long enough for people to want to know how far it is. */
const TELL_EVERY = 10_000;
const SOURCES = ['coordinates', 'uprn', 'grid', 'postcode'] as const;

export const screenCommand: Command = {
  name: 'screen',
  usage: SCREEN_USAGE,
  run: async (args, edges) => {
    const plan = screenOptions(args);
    const pack = await openPack(await edges.read(plan.pack), { sha256: edges.sha256 });
    const stock = readStock(plan.addresses, await edges.read(plan.addresses), pack);
    const { placed, notPlaced } = stock;
    const asOn = dayInScotland(edges.now());
    const lngLat = new Float64Array(2 * placed.length);
    placed.forEach(({ point }, i) => { lngLat.set([point.lng, point.lat], 2 * i); });
    const errorMetres = Float64Array.from(placed, ({ precisionMetres }) => precisionMetres ?? NaN);
    const chunks: ScreenChunk[] = [];
    let told = 0;
    await screen(pack, { lngLat, errorMetres, radiusMetres: plan.radiusMetres, asOn }, {
      onChunk: (chunk) => { chunks.push(chunk); },
      onProgress: (done, all) => {
        if (done < told + TELL_EVERY) return;
        told = done;
        edges.err(`${String(done)} of ${String(all)} addresses looked around.`);
      },
      pause: () => new Promise((resolve) => { setImmediate(resolve); }),
    });
    const screening = { pack, radiusMetres: plan.radiusMetres, asOn, count: placed.length, addressOf: screenAnswers(pack, placed, chunks), notPlaced };
    await edges.writeParts(plan.out, encoded(plan.format === 'json' ? screenJson(screening) : screenCsv(screening)));
    tell(stock, pack.header.title, pack.header.training, plan.out, edges);
    return placed.length === 0 ? EXIT.data : EXIT.ok;
  },
};

/** A write for each address would be many. */
const BLOCK_CHARACTERS = 1_000_000;

function* encoded(texts: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK_CHARACTERS) continue;
    yield encoder.encode(block);
    block = '';
  }
  yield encoder.encode(block);
}

/** What became of the rows of the file; of what lies near them nothing is counted here. */
function tell({ placed, notPlaced }: Stock, title: string, training: boolean, out: string, edges: Edges): void {
  const bySource = SOURCES.map((source) => ({ source, count: placed.filter((each) => each.source === source).length })).filter(({ count }) => count > 0).map(({ source, count }) => `${String(count)} by ${source}`);
  edges.err(`${title}${training ? ' (training: fictional)' : ''}: ${String(placed.length)} addresses placed${bySource.length > 0 ? ` (${bySource.join(', ')})` : ''}, ${String(notPlaced.length)} not placed; written to ${out}.`);
  for (const { id, reason } of notPlaced.slice(0, 10)) edges.err(`Not placed: ${oneLine(id)}: ${oneLine(reason)}`);
  if (notPlaced.length > 10) edges.err(`… and ${String(notPlaced.length - 10)} more, under notPlaced.`);
  if (placed.length === 0) edges.err('None of the addresses could be placed: nothing was looked around.');
}

/** Nothing of a file can break a line or write over it. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');
