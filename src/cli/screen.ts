import { openPack } from '@/geo';
import { readOstn15 } from '@/geo/sources';
import { lookAroundStock, readStock, type Stock, stockFile } from '@/geo/stock';
import { dayInScotland } from '@/terms';
import { checkPackSignature } from '@/vault/format';
import { EXIT, type Command } from './command';
import type { Edges } from './edges';
import { screenOptions } from './screenOptions';
import { SCREEN_USAGE } from './screenUsage';
import { signedBy } from './signedBy';

/** A stock of this size takes long enough for people to want to know how far it is. */
const TELL_EVERY = 10_000;
const SOURCES = ['coordinates', 'uprn', 'grid', 'postcode'] as const;

export const screenCommand: Command = {
  name: 'screen',
  usage: SCREEN_USAGE,
  run: async (args, edges) => {
    const plan = screenOptions(args);
    const pack = await openPack(await edges.read(plan.pack), { sha256: edges.sha256, checkSignature: checkPackSignature });
    const shift = plan.ostn15 === null ? undefined : readOstn15({ name: plan.ostn15, bytes: await edges.read(plan.ostn15) });
    const stock = readStock(plan.addresses, await edges.read(plan.addresses), pack, shift);
    let told = 0;
    const screening = await lookAroundStock(pack, stock, { radiusMetres: plan.radiusMetres, asOn: dayInScotland(edges.now()) }, {
      onProgress: (done, all) => {
        if (done < told + TELL_EVERY) return;
        told = done;
        edges.err(`${String(done)} of ${String(all)} addresses looked around.`);
      },
      pause: () => new Promise((resolve) => { setImmediate(resolve); }),
    });
    await edges.writeParts(plan.out, stockFile(screening, plan.format));
    tell(stock, pack.header.title, pack.header.training, plan.out, edges);
    edges.err(`${signedBy(pack.signature, pack.header.training)}.`);
    return stock.placed.length === 0 ? EXIT.data : EXIT.ok;
  },
};

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
