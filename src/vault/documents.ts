import { checkedChange } from './checkedChange';
import { canonicalText } from './format/canonicalText';
import { findDocument, openDocument, openDraft } from './readSealed';
import type { IndexEntry, OpenVault, Stored, TableName } from './types';
import type { VaultCore } from './vaultCore';

/** Records, drafts and single log entries of an open vault. */
export function documentsOf(core: VaultCore): Pick<OpenVault, 'list' | 'read' | 'save' | 'erase' | 'saveDraft' | 'readDraft' | 'dropDraft' | 'note'> {
  const { inTurn, write, writeDrafts, doubted, checkHere } = core;

  async function readDocument(table: TableName, id: string): Promise<Stored | null> {
    checkHere();
    const found = await findDocument(core, core.state().index, table, id);
    if (found.storedRev > found.listedRev) await core.readAgain();
    return openDocument(core, table, id, found);
  }

  return {
    list<S>(table: TableName) {
      checkHere();
      return core.state().index.list(table) as readonly IndexEntry<S>[];
    },
    read: <T>(table: TableName, id: string) => inTurn(() => doubted(() => readDocument(table, id))) as Promise<Stored<T> | null>,
    async save(writes, notes, dropDrafts = []) {
      const change = { ...checkedChange(writes, notes), dropDrafts: [...dropDrafts] };
      await inTurn(() => write(change));
      return change.writes.map(({ id, baseRev }) => ({ id, rev: baseRev + 1 }));
    },
    async erase(documents, notes, { writes = [], dropDrafts = [] } = {}) {
      const change = { ...checkedChange(writes, notes, documents), dropDrafts: [...dropDrafts] };
      await inTurn(() => write(change));
    },
    async saveDraft(draftId, value) {
      const text = canonicalText({ id: draftId, value });
      await inTurn(() => writeDrafts([{ table: 'draft', id: draftId, rev: 1, text }], []));
    },
    readDraft: <T>(draftId: string) => inTurn(() => {
      checkHere();
      return doubted(() => openDraft(core, draftId));
    }) as Promise<T | null>,
    dropDraft: (draftId) => inTurn(() => writeDrafts([], [draftId])),
    async note(note) {
      const change = checkedChange([], [note]);
      await inTurn(() => write(change));
    },
  };
}
