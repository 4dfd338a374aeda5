import { canonicalText } from './format/canonicalText';
import { openDraft } from './readSealed';
import type { LogNote, OpenVault, RepairAccount, RepairFinding } from './types';
import type { VaultCore } from './vaultCore';
import { isClosed } from './visits/visit';

/** A draft like others: sealed, in both stores, and gone when it is dismissed. */
export const REPAIR_DRAFT = 'vault:repair';

/** How the two copies of an open vault stand. */
export function copiesOf(core: VaultCore): Pick<OpenVault, 'secondCopy' | 'reserve' | 'readOnly' | 'lastRepair' | 'dismissRepair'> {
  const { journal, reserve, secondCopy, inTurn, writeDrafts } = core;
  return {
    secondCopy: () => secondCopy,
    reserve: () => reserve?.state() ?? 'none',
    readOnly: () => journal?.broken ?? null,
    lastRepair: () => inTurn(() => openDraft(core, REPAIR_DRAFT)) as Promise<RepairAccount | null>,
    dismissRepair: () => inTurn(() => writeDrafts([], [REPAIR_DRAFT])),
  };
}

/** What was found and mended goes on the log before anybody reads the vault, and stays to be read. */
export async function tellOfRepair(core: VaultCore, notes: readonly LogNote[], finding: RepairFinding | null): Promise<void> {
  if (notes.length > 0) await core.inTurn(() => core.write({ notes }));
  // A copy that is closed for a visit keeps no drafts; the log tells of the repair.
  if (!finding || isClosed(core.state().about.visit)) return;
  const { tail, index } = core.state();
  const account: RepairAccount = {
    at: core.clock().toISOString(), finding,
    restored: { documents: index.size, drafts: await core.db.draft.count(), logEntries: tail.head.seq - notes.length },
  };
  await core.inTurn(() => core.writeDrafts([{ table: 'draft', id: REPAIR_DRAFT, rev: 1, text: canonicalText({ id: REPAIR_DRAFT, value: account }) }], []));
}
