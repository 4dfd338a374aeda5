import { COMMANDS } from '../../src/cli/commands';
import type { Edges } from '../../src/cli/edges';
import { NODE_EDGES } from '../../src/cli/edges';
import { runCommand } from '../../src/cli/runCommand';

export interface Called {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** Calls the command line on files that stand in the test's text, or on the disk where `disk` is true; nothing is written but into the answer. */
export async function callSteading(words: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}, disk = false): Promise<Called> {
  const out: string[] = [];
  const err: string[] = [];
  const written = new Map<string, Uint8Array>();
  const edges: Edges = {
    ...NODE_EDGES,
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => new Date('2026-06-15T10:00:00Z'),
    list: disk ? NODE_EDGES.list : () => Promise.resolve(null),
    read: (path) => {
      const file = files[path];
      if (file !== undefined) return Promise.resolve(typeof file === 'string' ? new TextEncoder().encode(file) : file);
      return disk ? NODE_EDGES.read(path) : Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }));
    },
    stream: async function* (path) {
      yield await edges.read(path);
    },
    askSecret: () => Promise.resolve(null),
    writeSecret: (path, bytes) => { written.set(path, bytes); return Promise.resolve(); },
    writeWhole: (path, bytes) => { written.set(path, bytes); return Promise.resolve(); },
    writeParts: (path, parts) => { written.set(path, new Uint8Array(Buffer.concat([...parts]))); return Promise.resolve(); },
  };
  const exit = await runCommand(COMMANDS, words, edges);
  return { exit, out: out.join('\n'), err: err.join('\n'), written };
}
