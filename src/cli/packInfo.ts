import { openPack } from '@/geo';
import { checkPackSignature } from '@/vault/format';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { datesInWords } from '@/geo/build';
import { signedBy } from './signedBy';

export const packInfo: Command = {
  name: 'pack info',
  usage: 'steading pack info FILE [--json]\n  What a pack holds: its area, publisher, layers, dates and counts. Every byte is checked against its hash.',
  run: async (args, edges) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true, strict: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('Give one pack FILE.');
    const { header, signature, siteCount, mergedCount } = await openPack(await edges.read(path), { sha256: edges.sha256, checkSignature: checkPackSignature });
    if (values.json === true) {
      edges.out(JSON.stringify({ ...header, signature, siteCount, mergedCount }, null, 2));
      return EXIT.ok;
    }
    edges.out(`${header.title}${header.training ? ' (training)' : ''}: ${header.area.name}, built ${header.builtAt}, ${String(siteCount)} sites`);
    edges.out(`${mergedCount === 1 ? '1 place' : `${String(mergedCount)} places`} told by more than one source`);
    edges.out(`Pack ${header.packId}`);
    edges.out(signedBy(signature, header.training));
    for (const layer of header.layers) {
      edges.out(`${layer.title} [${layer.id}]: ${String(layer.counts.kept)} kept of ${String(layer.counts.read)}, ${datesInWords(layer)}. ${layer.attribution} (${layer.licence})`);
    }
    return EXIT.ok;
  },
};
