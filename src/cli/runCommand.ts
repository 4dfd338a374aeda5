import { PackError } from '@/geo';
import { EXIT, UsageError, type Command, type ExitCode } from './command';
import type { Edges } from './edges';

/** Finds the command named by the first words and runs it; whatever goes wrong ends in a plain sentence on stderr and an exit code. */
export async function runCommand(commands: readonly Command[], words: readonly string[], edges: Edges): Promise<ExitCode> {
  const command = commands.find(({ name }) => name.split(' ').every((part, i) => words[i] === part));
  if (!command) {
    const asked = words.length === 0 || words.includes('--help');
    if (!asked) edges.err(`steading has no command '${words.slice(0, 2).join(' ')}'.`);
    edges.err(`Commands:\n\n${commands.map(({ usage }) => usage).join('\n\n')}`);
    return asked && words.length > 0 ? EXIT.ok : EXIT.usage;
  }
  const rest = words.slice(command.name.split(' ').length);
  if (rest.includes('--help')) {
    edges.err(command.usage);
    return EXIT.ok;
  }
  try {
    return await command.run(rest, edges);
  } catch (error) {
    return explain(error, command, edges);
  }
}

function explain(error: unknown, command: Command, edges: Edges): ExitCode {
  // node:util parseArgs marks its own complaints (unknown option, missing value) with these codes.
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (error instanceof UsageError || code.startsWith('ERR_PARSE_ARGS')) {
    edges.err(`${(error as Error).message}\n\n${command.usage}`);
    return EXIT.usage;
  }
  if (error instanceof PackError || (error instanceof Error && (error.name === 'SourceError' || code.startsWith('E')))) {
    edges.err(command.name.endsWith('build') ? `Nothing was built. ${error.message}` : error.message);
    return EXIT.data;
  }
  throw error;
}
