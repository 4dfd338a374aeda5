import { DamagedRow } from './errors';
import type { BackupContent } from './format/backupContent';
import type { SealedRow } from './format/sealedRow';
import type { SealedStore } from './format/sealedTable';
import type { Keys } from './keys';

/** Few enough that another call of the key worker never waits long, and that little is open there at a time. */
const BATCH_ROWS = 100;

export interface Resealing {
  readonly keys: Pick<Keys, 'reseal'>;
  /** Ids under which drafts may lie that do not tell their own. */
  readonly draftIds: readonly string[];
  readonly progress?: ((done: number, of: number) => void) | undefined;
}

const WORDS = { about: "list of the vault's officers", row: 'record', page: 'list of records', draft: 'draft' } as const satisfies Record<SealedStore, string>;

/** Every row under the new epoch's keys and names, the log as it is. Throws DamagedRow where one does not open: then nothing may be replaced. */
export async function resealAll(content: BackupContent, { keys, draftIds, progress }: Resealing): Promise<BackupContent> {
  const of = content.about.length + content.row.length + content.page.length + content.draft.length;
  let done = 0;

  async function store(name: SealedStore): Promise<readonly SealedRow[]> {
    const fresh: SealedRow[] = [];
    for (let at = 0; at < content[name].length; at += BATCH_ROWS) {
      const batch = content[name].slice(at, at + BATCH_ROWS);
      for (const row of await keys.reseal(name, batch, name === 'draft' ? draftIds : [])) {
        if (!row) throw new DamagedRow(WORDS[name]);
        fresh.push(row);
      }
      done += batch.length;
      progress?.(done, of);
    }
    return fresh;
  }

  progress?.(0, of);
  return { about: await store('about'), row: await store('row'), page: await store('page'), draft: await store('draft'), log: content.log };
}
