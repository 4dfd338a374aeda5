import { dayInScotland } from '@/terms';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { factsAnswer } from './factsAnswer';
import { factsFaults } from './factsFaults';
import { readFacts } from './factsFile';
import { givenFacts } from './factsGiven';

/** Nothing of a file can break a line or write over it. */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

export const decide: Command = {
  name: 'decide',
  usage: `steading decide FILE
  Whether an ERA is asked for by these facts, by which clauses, who leads, what is not known, by when,
  and what is departed from: as JSON on stdout. What a facts file holds: docs/facts.md.
  Bad facts: exit code 2, and each fault with its path on stderr.`,
  run: async (args, edges) => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true, strict: true });
    const [path] = positionals;
    if (path === undefined || positionals.length > 1) throw new UsageError('Give one FILE of facts.');
    const file = await readFacts(path, edges);
    if (file.is === 'unreadable') {
      edges.err(onOneLine(`${path}: ${file.say}`));
      return EXIT.usage;
    }
    const today = dayInScotland(edges.now());
    const faults = factsFaults(file.value, today);
    if (faults.length > 0) {
      for (const fault of faults) edges.err(onOneLine(`${fault.path === '' ? path : fault.path}: ${fault.say}`));
      return EXIT.usage;
    }
    edges.out(JSON.stringify(factsAnswer(givenFacts(file.value, today)), null, 2));
    return EXIT.ok;
  },
};
