import { boxOfText } from '@/geo/build';
import type { Box } from '@/geo/sources';
import { isDay } from '@/terms';
import { UsageError } from './command';

/** `--bbox -3.2,…` as `--bbox=-3.2,…`: parseArgs takes a value that begins with a minus for another option. */
export function joinNegativeValues(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    const before = args[i - 1];
    if (/^-[\d.]/u.test(arg) && before?.startsWith('--')) return [];
    const next = args[i + 1];
    return arg.startsWith('--') && next !== undefined && /^-[\d.]/u.test(next) ? [`${arg}=${next}`] : [arg];
  });
}

/** 'W,S,E,N' in degrees. @throws UsageError */
export function toBox(option: string, text: string): Box {
  const box = boxOfText(text);
  if ('wrong' in box) throw new UsageError(`${option} ${text} ${box.wrong}`);
  return box;
}

/** A real day, yyyy-mm-dd; not after `latest` where one is given. @throws UsageError */
export function toDate(option: string, text: string, latest: string | null): string {
  if (!isDay(text)) {
    throw new UsageError(`${option} ${text} is not a day written yyyy-mm-dd.`);
  }
  if (latest !== null && text > latest) throw new UsageError(`${option} ${text} lies in the future.`);
  return text;
}
