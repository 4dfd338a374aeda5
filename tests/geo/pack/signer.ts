import { type PackContent, signPack, writePack } from '@/geo';
import { newPublisherKey, openPublisherKey, type PublisherKey } from '@/vault/format';
import { sha256 } from '../contentFixture';

const PASSPHRASE = 'a passphrase of tests';
/** The least that is allowed: a test waits for it. */
const QUICK = { memoryKiB: 64 * 1024, iterations: 1, parallelism: 1 };

export async function newSigner(): Promise<PublisherKey> {
  const key = await openPublisherKey((await newPublisherKey(PASSPHRASE, QUICK)).text, PASSPHRASE);
  if (typeof key === 'string') throw new Error(key);
  return key;
}

export async function signedPack(content: PackContent, publisher: string, signer: PublisherKey): Promise<Uint8Array<ArrayBuffer>> {
  return signPack(await writePack(content, { sha256 }), { sha256, publisher, signer });
}
