import { decide } from './decide';
import { NODE_EDGES } from './edges';
import { packBuild } from './packBuild';
import { packDiff } from './packDiff';
import { packInfo } from './packInfo';
import { packKeygen } from './packKeygen';
import { packSign } from './packSign';
import { packVerify } from './packVerify';
import { runCommand } from './runCommand';
import { screenCommand } from './screen';
import { trainingBuild } from './trainingBuild';

process.exitCode = await runCommand([packBuild, packDiff, packInfo, packVerify, packKeygen, packSign, trainingBuild, decide, screenCommand], process.argv.slice(2), NODE_EDGES);
