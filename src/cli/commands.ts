import type { Command } from './command';
import { decide } from './decide';
import { packBuild } from './packBuild';
import { packDiff } from './packDiff';
import { packInfo } from './packInfo';
import { packKeygen } from './packKeygen';
import { packSign } from './packSign';
import { packVerify } from './packVerify';
import { screenCommand } from './screen';
import { trainingBuild } from './trainingBuild';
import { verify } from './verify';

export const COMMANDS: readonly Command[] = [packBuild, packDiff, packInfo, packVerify, packKeygen, packSign, trainingBuild, decide, screenCommand, verify];
