import type { LogBodyEntry, Manifest } from '@/vault/format';

/** What `steading verify` found. Nothing in it counts what an officer did: the log is no measure of staff. */
export interface FileAccount {
  readonly what: 'log export' | 'backup' | 'hand-over' | 'team card' | 'age file' | 'key' | 'unknown';
  /** All that could be checked. */
  readonly holds: boolean;
  readonly about: readonly string[];
  readonly checks: readonly FileCheck[];
  /** What the file, or the want of a key, did not let us see. */
  readonly notSeen: readonly string[];
  /** null: none was opened. */
  readonly entries: readonly ReadEntry[] | null;
  /** The head of an opened hand-over; never the content of its parts. */
  readonly handOver?: HandOverTold;
}

/** As in the manifest (ADR 22), with six words in place of keys. */
export interface HandOverTold extends Omit<Manifest, 'format' | 'sender' | 'to' | 'ids'> {
  readonly sender: Pick<Manifest['sender'], 'team' | 'regime' | 'logHeadCode'> & {
    readonly vault: string; readonly isTraining: boolean; readonly epoch: number; readonly words: string; readonly officer: Omit<Manifest['sender']['officer'], 'officerId'>;
  };
  readonly to: readonly (Manifest['to'][number] & { readonly words: string })[];
}

export interface FileCheck {
  readonly check: string;
  readonly result: 'holds' | 'fails' | 'notChecked';
  readonly says: string;
}

export type ReadEntry = Omit<LogBodyEntry, 'is'> & { readonly seq: number };

const RESULT = { holds: 'holds', fails: 'FAILS', notChecked: 'not checked' } as const;

/** Nothing of a file can break a line or write over it. */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ');

export function accountLines(path: string, { what, about, checks, notSeen, holds }: FileAccount): readonly string[] {
  if (what === 'key') return about.map(onOneLine);
  const lines = [
    `${path}: ${about.join('. ')}`,
    ...checks.flatMap(({ check, result, says }) => [`${RESULT[result]}: ${check}`, ...(says === '' ? [] : [`  ${says}`])]),
    ...notSeen.map((what) => `not seen: ${what}`),
    holds ? 'All that could be checked holds.' : 'Do not rely on this file. Keep it as it is, and tell whoever sent it what failed.',
  ];
  return lines.map(onOneLine);
}

/** One step after the other: what fails ends it, and is told with why; what was not reached is not checked. */
export async function tryChecks(steps: readonly { readonly check: string; readonly run: () => Promise<string> }[]): Promise<readonly FileCheck[]> {
  const checks: FileCheck[] = [];
  let failed = false;
  for (const { check, run } of steps) {
    if (failed) {
      checks.push({ check, result: 'notChecked', says: '' });
      continue;
    }
    try {
      checks.push({ check, result: 'holds', says: await run() });
    } catch (error) {
      failed = true;
      checks.push({ check, result: 'fails', says: whyOf(error) });
    }
  }
  return checks;
}

/** A fault of ours is no fault of the file: it is not caught. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error) || !('why' in error || error.name === 'NewerFormat')) throw error;
  if ('atSeq' in error) return `At entry ${String(error.atSeq)}: ${String((error as { why?: unknown }).why)}.`;
  return 'why' in error ? `${String(error.why)}.` : error.message;
}
