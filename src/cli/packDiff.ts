import { openPack, packDiff as diffOf } from '@/geo';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { diffReport } from './diffReport';

export const packDiff: Command = {
  name: 'pack diff',
  usage: `steading pack diff OLD NEW [--json]
  What differs between two packs: sites added, gone, moved over 25 m, renamed or of another category, and categories
  whose sources, coverage or dates changed. Every byte is checked against its hash. A site that the newer pack does not
  tell about is never called gone. Exit code 0 whether anything differs or not; --json lists every site.`,
  run: async (args, edges) => {
    const { values, positionals } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true, strict: true });
    const [older, newer] = positionals;
    if (older === undefined || newer === undefined || positionals.length > 2) throw new UsageError('Give two packs: OLD and NEW.');
    const [then, now] = [await openPack(await edges.read(older), { sha256: edges.sha256 }), await openPack(await edges.read(newer), { sha256: edges.sha256 })];
    const diff = diffOf(then, now);
    edges.out(values.json === true ? JSON.stringify(diff, null, 2) : diffReport(diff).join('\n'));
    return EXIT.ok;
  },
};
