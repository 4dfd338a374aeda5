import { newPublisherKey, WeakPassphrase } from '@/vault/format';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { passphraseOf } from './publisherKeyFile';

export const packKeygen: Command = {
  name: 'pack keygen',
  usage: `steading pack keygen --out KEYFILE [--passphrase-file FILE]
  Makes a publisher's key (Ed25519), sealed with a passphrase of at least 15 characters, in a file that you alone can read.
  The passphrase is asked for at the terminal, or is the first line of FILE. A key that is there is never overwritten.`,
  run: async (args, edges) => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { out: text, 'passphrase-file': text }, strict: true });
    const file = values['passphrase-file'] ?? null;
    if (values.out === undefined) throw new UsageError('--out KEYFILE is missing: where the key is to be written.');
    const passphrase = await passphraseOf(file, 'Passphrase for the new key, at least 15 characters: ', edges);
    if (file === null && (await passphraseOf(null, 'Once more: ', edges)) !== passphrase) {
      edges.err('The two passphrases differ. No key was made.');
      return EXIT.data;
    }
    try {
      const key = await newPublisherKey(passphrase);
      await edges.writeSecret(values.out, new TextEncoder().encode(key.text));
      edges.out(key.fingerprint);
      edges.err(`The key is in ${values.out}. Its fingerprint is ${key.fingerprint}: give it to the officers by another way than the packs, on paper or by telephone.`);
      edges.err('Keep the file and its passphrase under lock, apart from each other, with a copy of each. Whoever has both can sign in your name; without them, every officer is asked about the next key.');
      return EXIT.ok;
    } catch (error) {
      if (error instanceof WeakPassphrase) edges.err(`${error.message} No key was made.`);
      else if (error instanceof Error && 'code' in error && error.code === 'EEXIST') edges.err(`${values.out} is there already, and a key is never overwritten: packs that it signed could not be followed by others. Give another name.`);
      else throw error;
      return EXIT.data;
    }
  },
};
