import { PackError } from '@/geo';
import { SourceError } from '@/geo/sources';
import { seeded } from '../geo/geodesic';
import { mutate } from './mutate';
import type { Subject } from './subjects';

/** `fault`: anything but a clean result and a refusal that tells what to do. */
export interface Outcome { readonly subject: string; readonly what: string; readonly is: 'read' | 'refused' | 'fault'; readonly message: string }

/** Words by which a message tells what to do, or what would do. */
const TELLS = /\b(?:[Gg]ive|[Cc]heck|[Dd]ownload|[Cc]opy|[Ee]xport|[Ss]ave|[Cc]hoose|[Bb]uild|[Uu]pdate|[Cc]orrect|[Cc]onvert|[Uu]npack|[Mm]erge|[Rr]ename|[Ll]ook|leave the file out)\b|\b(?:Leave|Place|Say|Take|Cut|Use|Add|Keep|Draw|Ask)\b|\bneeds\b/u;

/** What is wrong with an error as a refusal; null: nothing. */
export function faultOf(error: unknown): string | null {
  if (!(error instanceof SourceError || error instanceof PackError)) return error instanceof Error ? `${error.stack ?? error.message}${error.cause instanceof Error ? `\n${error.cause.stack ?? ''}` : ''}` : String(error);
  return TELLS.test(error.message) ? null : `does not tell what to do: ${error.message}`;
}

/** Case n of a seed: always the same file with the same things wrong. */
export function caseOf(subjects: readonly Subject[], seed: number, n: number) {
  const subject = subjects[n % subjects.length];
  if (subject === undefined) throw new Error('There is nothing to try.');
  const random = seeded(seed * 1_000_003 + n);
  random();
  return { subject, ...mutate(subject.file, subject.format, random) };
}

export async function runCase(subjects: readonly Subject[], seed: number, n: number): Promise<Outcome> {
  const { subject, bytes, what } = caseOf(subjects, seed, n);
  const outcome = (is: Outcome['is'], message = ''): Outcome => ({ subject: subject.name, what: what.join(', then '), is, message });
  try {
    await subject.read(bytes);
    return outcome('read');
  } catch (error) {
    const fault = faultOf(error);
    return fault === null ? outcome('refused', (error as Error).message) : outcome('fault', fault);
  }
}
