import { createVaultDoor, type DrillResult, type LogNote, type OpenVault, type UnlockResult, type VaultDoor, type VaultOnDevice, type VaultRepair, type Visit, type VisitFile } from '@/vault';
import { defineStore } from 'pinia';
import { computed, inject, type InjectionKey, ref, shallowRef } from 'vue';
import { rememberCause, takeCause } from './lockCause';
import type { LockCause } from './lockTimer';

export const doorKey: InjectionKey<VaultDoor> = Symbol('vault door');
/** Leaving the page is the only thing that empties the renderer's memory (vault.md), so a lock ends in a reload. */
export const reloadKey: InjectionKey<() => void> = Symbol('reload');

/** As long as another tab is given to keep its draft (vault/openVault.ts). */
const FLUSH_PATIENCE_MILLISECONDS = 4_000;

/** Which vault is open, by whom, and the way in and out of it. */
export const useSession = defineStore('session', () => {
  const door = inject(doorKey, () => createVaultDoor(), true);
  const reload = inject(reloadKey, () => () => { location.reload(); }, true);
  /** Counts backups, as the vault's own account of the last one tells nobody that it changed. */
  const backups = ref(0);
  /** The same for the steps of a visit. */
  const steps = ref(0);

  const onDevice = ref<readonly VaultOnDevice[]>([]);
  const vault = shallowRef<OpenVault | null>(null);
  /** Shown once, after a vault was made; until then the vault is not used. */
  const recoveryCode = ref<string | null>(null);
  /** The device's two copies differ: shown, and mended when the officer says so. */
  const repair = shallowRef<VaultRepair | null>(null);
  const locking = ref(false);
  /** Why the page was loaded anew; null: nothing locked it. Taken once a page: a lock shows the gate for a moment before the reload. */
  const lockedBy = takeCause();
  const preparing = ref(false);
  /** A camera or a file picker that Steading opened has not answered yet. */
  const picking = ref(false);
  const visit = computed<Visit | null>(() => steps.value < 0 ? null : vault.value?.visit() ?? null);
  /** The open copy gave the vault out of its hand: nothing of it is shown but where it is. */
  const isClosed = computed(() => visit.value !== null && visit.value.side !== 'visiting');
  /** A vault that the screens may read: open, its recovery code kept, its first content written, and not closed for a visit. */
  const isOpen = computed(() => vault.value !== null && recoveryCode.value === null && !preparing.value && !isClosed.value);
  /** A file was refused after the copy had been locked for it: only a new page goes on. */
  const lostHold = ref(false);
  /** Its keys are in this page's worker: open, or waiting to be repaired. */
  const hasKeys = computed(() => vault.value !== null || repair.value !== null);
  const flushes = new Set<() => Promise<void>>();

  const isTraining = computed(() => vault.value?.kind === 'training');

  async function refresh(): Promise<void> {
    onDevice.value = await door.list();
  }

  function opened(open: OpenVault): void {
    open.onTakenOver(async (why = 'takenOver') => { await lock(why); });
    vault.value = open;
  }

  /** `prepare` fills the new vault before any screen reads it. */
  async function create({ prepare, ...request }: Parameters<VaultDoor['create']>[0] & { prepare?: () => Promise<void> }): Promise<void> {
    const made = await door.create(request);
    preparing.value = true;
    if (request.kind === 'work') recoveryCode.value = made.recoveryCode;
    opened(made.vault);
    try {
      await prepare?.();
    } finally {
      preparing.value = false;
    }
    await refresh();
  }

  function entered<T extends UnlockResult | { readonly is: 'cancelled' }>(result: T): T {
    if (result.is === 'open') opened(result.vault);
    if (result.is === 'repair') {
      repair.value = result.repair;
      result.repair.onTaken(() => { void lock('takenOver'); });
    }
    return result;
  }

  async function unlock(how: { vaultId: string; takeOver?: boolean } & ({ passphrase: string } | { recoveryCode: string })): Promise<UnlockResult> {
    const options = { takeOver: how.takeOver ?? false };
    const result = 'passphrase' in how
      ? await door.unlock(how.vaultId, how.passphrase, options)
      : await door.unlockWithRecoveryCode(how.vaultId, how.recoveryCode, options);
    return entered(result);
  }

  /** The device asks for face, finger or PIN first. */
  async function unlockWithPasskey({ vaultId, takeOver = false }: { vaultId: string; takeOver?: boolean }): Promise<UnlockResult | { readonly is: 'cancelled' }> {
    return entered(await door.unlockWithPasskey(vaultId, { takeOver }));
  }

  /** Both copies anew from what was found; then the vault is open. */
  async function mend(): Promise<void> {
    const now = repair.value;
    if (now === null) return;
    opened(await now.run());
    repair.value = null;
  }

  function leaveRepair(): void {
    repair.value?.leave();
    repair.value = null;
  }

  /** The open vault; a screen that asks for it while locked is a fault of ours. */
  function openVault(): OpenVault {
    if (vault.value === null) throw new Error('No vault is open.');
    return vault.value;
  }

  /** When the last backup was made, by this vault's own account; null: never. */
  function lastBackupAt(): string | null {
    return backups.value < 0 ? null : vault.value?.lastBackupAt() ?? null;
  }

  /** Tries a backup: opened whole, written nowhere. One of this vault is remembered as tried. */
  async function tryBackup(file: Uint8Array, secret: Parameters<VaultDoor['drill']>[1]): Promise<DrillResult & { readonly ofThisVault: boolean }> {
    const vaultOpen = openVault();
    const found = await door.drill(file, secret);
    const ofThisVault = found.is === 'opened' && found.vaultId === vaultOpen.vaultId;
    if (found.is === 'opened' && ofThisVault) await vaultOpen.noteDrill(found.headCode);
    return { ...found, ofThisVault };
  }

  async function backUp(): ReturnType<OpenVault['backup']> {
    try {
      return await openVault().backup();
    } finally {
      backups.value += 1;
    }
  }

  async function step<T>(act: (open: OpenVault) => Promise<T>): Promise<T> {
    try {
      return await act(openVault());
    } finally {
      steps.value += 1;
    }
  }

  /** Whatever is typed goes with it. */
  async function takeOnVisit(request: Parameters<OpenVault['takeOnVisit']>[0]): Promise<VisitFile> {
    await keepDrafts();
    return step((open) => open.takeOnVisit(request));
  }

  async function bringBack(): Promise<VisitFile> {
    await keepDrafts();
    return step((open) => open.bringBack());
  }

  const endVisit = (reason: string): Promise<void> => step((open) => open.endVisit(reason));

  /** The return file in the place of the open, closed copy, which is locked once nothing speaks against the file; then the page is loaded anew. wrong: nothing was changed. */
  async function readReturn(file: Uint8Array, secret: Parameters<VaultDoor['drill']>[1]): Promise<'back' | 'wrong'> {
    const open = openVault();
    let gone = false;
    const letGo = async (): Promise<void> => {
      gone = true;
      await open.lock();
    };
    try {
      if ((await door.restore(file, secret, { expected: open.vaultId, visit: open.visit(), letGo })).is === 'wrong') return 'wrong';
      rememberCause('broughtBack');
      vault.value = null;
      reload();
      return 'back';
    } catch (error) {
      if (gone) lostHold.value = true;
      throw error;
    }
  }

  async function note(entry: LogNote): Promise<void> {
    await openVault().note(entry);
  }

  /** What must be on disk before a lock: each open form adds its own. Returns the way to take it back. */
  function beforeLock(flush: () => Promise<void>): () => void {
    flushes.add(flush);
    return () => flushes.delete(flush);
  }

  /** Seals what every open form holds. Never rejects: a form tells of its own failure. */
  async function keepDrafts(): Promise<void> {
    await Promise.allSettled([...flushes].map(async (flush) => { await flush(); }));
  }

  /** The page may be hidden by a camera or a file picker now: it is not locked as soon as otherwise. Returns what to call when it has answered. */
  function awaitsPicker(): () => void {
    picking.value = true;
    return () => { picking.value = false; };
  }

  async function lock(cause: LockCause = 'officer'): Promise<void> {
    if (!hasKeys.value || locking.value) return;
    locking.value = true;
    rememberCause(cause);
    leaveRepair();
    try {
      // A draft that cannot be sealed, or a disk that does not answer, must not keep the vault open.
      await Promise.race([keepDrafts(), new Promise<void>((resolve) => { setTimeout(resolve, FLUSH_PATIENCE_MILLISECONDS); })]);
      await vault.value?.lock();
    } finally {
      vault.value = null;
      reload();
    }
  }

  return { onDevice, vault, repair, mend, leaveRepair, recoveryCode, locking, isOpen, hasKeys, isClosed, visit, takeOnVisit, bringBack, endVisit, readReturn, lostHold, isTraining, refresh, create, unlock, unlockWithPasskey, hasPasskey: (vaultId: string) => door.hasPasskey(vaultId), restore: door.restore.bind(door), storagePersisted: () => door.storagePersisted(), openVault, lastBackupAt, backUp, tryBackup, note, beforeLock, keepDrafts, picking, awaitsPicker, lockedBy, lock };
});
