import { openPack, signPack } from '@/geo';
import { checkPackSignature } from '@/vault/format';
import { parseArgs } from 'node:util';
import { EXIT, UsageError, type Command } from './command';
import { openKey, publisherOf } from './publisherKeyFile';
import { signedBy } from './signedBy';

export const packSign: Command = {
  name: 'pack sign',
  usage: `steading pack sign --pack FILE --key KEYFILE --publisher TEXT [--out FILE] [--passphrase-file FILE]
  Signs a pack as it is, in place of any signature that it has; every byte is checked against its hash first. Verify it before you sign it.
  --publisher TEXT   who answers for it, as officers are to read it
  --out FILE         not given: the pack itself, replaced whole or not at all`,
  run: async (args, edges) => {
    const text = { type: 'string' } as const;
    const { values: { pack: path, key, publisher: named, out = path, 'passphrase-file': file } } = parseArgs({ args: [...args], options: { pack: text, key: text, publisher: text, out: text, 'passphrase-file': text }, strict: true });
    if (path === undefined || out === undefined) throw new UsageError('--pack FILE is missing: the pack to sign.');
    if (key === undefined) throw new UsageError('--key KEYFILE is missing: the publisher\'s key (pack keygen).');
    const publisher = publisherOf(named);
    const bytes = await edges.read(path);
    const before = await openPack(bytes, { sha256: edges.sha256 });
    const signer = await openKey({ key, passphraseFile: file ?? null }, edges);
    if (signer === null) return EXIT.data;
    const signed = await signPack(bytes, { sha256: edges.sha256, publisher, signer });
    const { signature, header } = await openPack(signed, { sha256: edges.sha256, checkSignature: checkPackSignature, verify: false });
    await edges.writeWhole(out, signed);
    edges.err(`${before.header.title}, pack ${header.packId}: ${signedBy(signature, header.training)}; written to ${out}.`);
    return EXIT.ok;
  },
};
