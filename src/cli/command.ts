import type { Edges } from './edges';

/** 0: done; 1: nothing built, or done with errors, because of the data; 2: asked for in a wrong way. */
export const EXIT = { ok: 0, data: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One `steading` command. */
export interface Command {
  /** The words that name it, e.g. 'pack build'. */
  readonly name: string;
  /** Shown on --help and after a wrong call. */
  readonly usage: string;
  readonly run: (args: readonly string[], edges: Edges) => Promise<ExitCode>;
}

/** The command was called in a wrong way; the message says what is missing and why it is needed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
