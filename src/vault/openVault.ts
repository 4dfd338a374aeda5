import { authorityOf } from './authority';
import { backupsOf } from './backup';
import { drillsOf } from './drill';
import { documentsOf } from './documents';
import { epochsOf } from './epochs';
import { vaultCode } from './format/vaultId';
import { copiesOf, tellOfRepair } from './copies';
import { handOverOf } from './handOver';
import { logBookOf } from './logBook';
import { logExportsOf } from './logExports';
import { officersOf } from './officers';
import { secretsOf } from './secrets';
import { visitsOf } from './visits/visits';
import type { LogNote, OpenVault, RepairFinding } from './types';
import { createVaultCore, type Opening } from './vaultCore';
import { within } from './within';

/** Plus what other tabs bring about. */
export interface OwnedVault extends OpenVault {
  /** Another tab asks for the vault: callbacks first, then lock. */
  giveWay(): Promise<void>;
  /** Another tab has taken it: no more writing, the keys end at once. */
  abandon(): void;
  /** What opening it found and mended. */
  tell(notes: readonly LogNote[], finding: RepairFinding | null): Promise<void>;
}

/** A callback that hangs must not keep the other tab waiting until it takes the vault by force. */
const DRAFT_PATIENCE_MS = 4_000;

/** Each part of an open vault works through the same core; this puts them together. */
export function createOpenVault(opening: Opening): OwnedVault {
  const takenOver = new Set<Parameters<OpenVault['onTakenOver']>[0]>();
  const core = createVaultCore(opening, () => { letGo('newer'); });
  const { vaultId, kind } = opening.keyring;

  function letGo(why: 'takenOver' | 'newer'): void {
    core.drop();
    for (const callback of takenOver) void callback(why);
  }

  return {
    vaultId, kind, code: vaultCode(vaultId), officer: opening.officer, lock: core.lock,
    ...documentsOf(core), ...logBookOf(core), ...logExportsOf(core), ...secretsOf(core), ...backupsOf(core), ...drillsOf(core), ...handOverOf(core),
    ...officersOf(core), ...epochsOf(core), ...authorityOf(core), ...copiesOf(core), ...visitsOf(core),
    onTakenOver(callback) {
      takenOver.add(callback);
      return () => { takenOver.delete(callback); };
    },
    tell: (notes, finding) => tellOfRepair(core, notes, finding),
    async giveWay() {
      const kept = Promise.allSettled([...takenOver].map(async (callback) => { await callback(); }));
      await within(DRAFT_PATIENCE_MS, kept).catch(() => undefined);
      await core.lock();
    },
    abandon() { letGo('takenOver'); },
  };
}
