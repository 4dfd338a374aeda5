import { NODE_EDGES } from './edges';
import { runCommand } from './runCommand';
import { trainingBuild } from './trainingBuild';

process.exitCode = await runCommand([trainingBuild], process.argv.slice(2), NODE_EDGES);
