import { sha256 } from '../format/bytes';
import type { JournalFiles, JournalFolder } from './files';

/** A folder that another window holds, to be looked at and nothing else. */
export function peeked(files: JournalFiles, vaultId: string): JournalFolder {
  const read = async (name: string) => {
    const bytes = await files.peek(vaultId, name);
    return bytes && bytes.length > 0 ? bytes : null;
  };
  const refused = () => Promise.reject(new TypeError('Another window holds these files.'));
  return {
    read,
    size: async (name) => (await read(name))?.length ?? 0,
    async measure(name) {
      const bytes = await read(name);
      return bytes && { hash: await sha256(bytes), bytes: bytes.length };
    },
    write: refused, truncate: refused, close: () => undefined,
  };
}
