import { COMMANDS } from './commands';
import { NODE_EDGES } from './edges';
import { runCommand } from './runCommand';

process.exitCode = await runCommand(COMMANDS, process.argv.slice(2), NODE_EDGES);
