import { writePack } from '@/geo';
import { parseArgs } from 'node:util';
import { trainingBasemap } from '../../training/basemap';
import { trainingContent } from '../../training/trainingContent';
import { EXIT, UsageError, type Command } from './command';

export const trainingBuild: Command = {
  name: 'training build',
  usage: 'steading training build --out FILE\n  Builds the pack of the fictional training area.',
  run: async (args, edges) => {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string' } }, strict: true });
    if (values.out === undefined) throw new UsageError('--out FILE is missing: where the pack is to be written.');
    const drawn = trainingContent();
    const content = { ...drawn, basemap: trainingBasemap(drawn) };
    const bytes = await writePack(content, { sha256: edges.sha256 });
    await edges.writeWhole(values.out, bytes);
    edges.err(`${content.title}: ${content.sites.length} sites, ${content.addresses.length} addresses, ${content.layers.length} layers; ${bytes.byteLength} bytes in ${values.out}.`);
    return EXIT.ok;
  },
};
