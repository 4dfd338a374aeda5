import { openAgeFile } from '@/vault/format';
import { tryChecks, type FileAccount } from './verifyAccount';

/** An age file of which no more is known. A file handed over tells more once its format is part of this (ADR 22): here is the place. */
export async function verifyAgeFile(file: Uint8Array, identities: readonly string[]): Promise<FileAccount> {
  const open = identities.length === 0 ? [] : await tryChecks([{
    check: 'It opens with this key',
    run: async () => {
      const plain = await openAgeFile(identities, file);
      if (plain === null) throw Object.assign(new Error('not for this key'), { why: 'An age file: not for this key, or changed on its way; which one, nobody can tell' });
      return `${String(plain.length)} bytes are inside, whole and unchanged since they were sealed. Who sealed them, age does not tell.`;
    },
  }]);
  return {
    what: 'age file', about: ['An age file', `${String(file.length)} bytes`], checks: open, holds: open.every(({ result }) => result === 'holds'), entries: null,
    notSeen: identities.length === 0 ? ['Anything in it: it is sealed. Give --identity KEYFILE.'] : [],
  };
}
