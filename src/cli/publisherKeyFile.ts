import { isPublisherName } from '@/geo';
import { openPublisherKey, type PublisherKey } from '@/vault/format';
import { UsageError } from './command';
import type { Edges } from './edges';

/** How a key's passphrase is given: in a file, or at the terminal. Never as a word of the command, which other users of the machine can see. */
export interface KeyGiven {
  readonly key: string;
  readonly passphraseFile: string | null;
}

const NO_TERMINAL = 'There is no terminal to ask for the passphrase: give --passphrase-file FILE.';

/** The passphrase alone on the first line of a file, or as typed. @throws UsageError */
export async function passphraseOf(file: string | null, ask: string, edges: Edges): Promise<string> {
  if (file !== null) return (/^[^\r\n]*/u.exec(new TextDecoder().decode(await edges.read(file))) ?? [''])[0];
  const typed = await edges.askSecret(ask);
  if (typed === null) throw new UsageError(NO_TERMINAL);
  return typed;
}

/** The key, opened; null where it does not open, which is told. @throws UsageError */
export async function openKey({ key: path, passphraseFile }: KeyGiven, edges: Edges): Promise<PublisherKey | null> {
  const text = new TextDecoder().decode(await edges.read(path));
  const key = await openPublisherKey(text, await passphraseOf(passphraseFile, `Passphrase of ${path}: `, edges));
  if (key === 'notAKey') edges.err(`${path} is not the file of a publisher's key. Make one with pack keygen.`);
  if (key === 'wrong') edges.err(`${path} does not open: the passphrase is another, or the file is damaged.`);
  return typeof key === 'string' ? null : key;
}

/** @throws UsageError */
export function publisherOf(name: string | undefined): string {
  if (name === undefined) throw new UsageError('--publisher TEXT is missing: who answers for the pack, as officers are to read it.');
  if (!isPublisherName(name)) throw new UsageError('--publisher is to be one line of 1 to 200 characters.');
  return name;
}
