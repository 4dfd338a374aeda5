import type { OpenVault, UnlockResult, VaultDoor, VaultOnDevice } from '@/vault';

export const RECOVERY_CODE = 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4T01';
export const WORK: VaultOnDevice = { vaultId: 'work-1', kind: 'work', code: 'KDTWPMRA' };

/** An open vault that keeps nothing; a test says what matters to it. */
export function fakeVault(change: Partial<OpenVault> = {}): OpenVault {
  return {
    vaultId: 'work-1', kind: 'work', code: 'KDTWPMRA', officer: { officerId: 'o1', name: 'Morag Sinclair', role: 'SOLO', agency: 'solo' },
    list: () => [],
    read: () => Promise.resolve(null),
    save: (writes) => Promise.resolve(writes.map(({ id, baseRev }) => ({ id, rev: baseRev + 1 }))),
    erase: () => Promise.resolve(),
    saveDraft: () => Promise.resolve(),
    readDraft: () => Promise.resolve(null),
    dropDraft: () => Promise.resolve(),
    note: () => Promise.resolve(),
    readLog: () => Promise.resolve([]),
    verifyLog: () => Promise.resolve({ entries: [], linkCount: 0, headCode: '7Q2F9XKA', signatures: [], unsigned: null }),
    findLogHead: () => Promise.resolve({ is: 'nowhere' }),
    addressInWords: () => Promise.resolve('world trumpet hedge bell crisp pelican'),
    exportLog: () => Promise.resolve({ fileName: 'steading-KDTWPMRA-log-1-2-7Q2F9XKA.steadinglog', bytes: new Uint8Array(4), fromSeq: 1, toSeq: 2 }),
    logHeadCode: () => Promise.resolve('7Q2F9XKA'),
    backup: () => Promise.resolve({ fileName: 'steading-KDTWPMRA.backup', bytes: new Uint8Array(4) }),
    lastBackupAt: () => null,
    restoredAt: () => null,
    settleRestore: () => Promise.resolve(),
    noteDrill: () => Promise.resolve(),
    lastDrillAt: () => null,
    recordCount: () => 0,
    secondCopy: () => ({ is: 'kept' }),
    reserve: () => 'there',
    readOnly: () => null,
    lastRepair: () => Promise.resolve(null),
    dismissRepair: () => Promise.resolve(),
    changePassphrase: () => Promise.resolve(),
    newRecoveryCode: () => Promise.resolve('0000-1111-2222-3333-4444-5555-6666'),
    address: () => Promise.resolve({ address: `age1${'q'.repeat(58)}`, vaultId: 'a'.repeat(32), words: 'acorn birch cable daisy eagle fern', older: [] }),
    teamCard: () => Promise.resolve({ fileName: 'steading-address.steadingteam', bytes: new Uint8Array(4) }),
    readTeamCard: () => Promise.reject(new Error('No card.')),
    wordsOf: () => Promise.resolve('acorn birch cable daisy eagle fern'),
    sealHandOver: () => Promise.resolve({ fileId: 'b'.repeat(32), fileName: 'steading-b.age', bytes: new Uint8Array(4) }),
    openHandOver: () => Promise.reject(new Error('No file.')),
    openSealed: () => Promise.resolve(null),
    waysIn: () => [{ credentialId: 'c1', kind: 'passphrase', argon: { memoryKiB: 131_072, iterations: 3 } }, { credentialId: 'c2', kind: 'recoveryCode', argon: null }],
    passkeysPossible: () => false,
    addPasskey: () => Promise.resolve(false),
    removePasskey: () => Promise.resolve(),
    officers: () => [{ officerId: 'o1', name: 'Morag Sinclair', role: 'SOLO', agency: 'solo', isYou: true, hasLeft: false }],
    addOfficer: () => Promise.resolve({ recoveryCode: RECOVERY_CODE }),
    removeOfficer: () => Promise.resolve({ is: 'removed' }),
    visit: () => null,
    takeOnVisit: () => Promise.resolve({ fileName: 'steading-KDTWPMRA-visit.steadingbackup', bytes: new Uint8Array(4) }),
    bringBack: () => Promise.resolve({ fileName: 'steading-KDTWPMRA-return.steadingbackup', bytes: new Uint8Array(4) }),
    visitFile: () => Promise.resolve({ fileName: 'steading-KDTWPMRA-visit.steadingbackup', bytes: new Uint8Array(4) }),
    endVisit: () => Promise.resolve(),
    epoch: () => 1,
    newEpoch: () => Promise.resolve(),
    countersign: () => Promise.resolve({ is: 'wrong', freeTriesLeft: 4, waitUntil: null }),
    signOwn: () => Promise.resolve({ is: 'wrong', freeTriesLeft: 4, waitUntil: null }),
    signAnswer: () => Promise.resolve({ is: 'wrong', freeTriesLeft: 4, waitUntil: null }),
    checkAuthority: () => Promise.resolve(true),
    onTakenOver: () => () => undefined,
    lock: () => Promise.resolve(),
    ...change,
  };
}

export interface Tried { readonly vaultId: string; readonly secret: string; readonly takeOver: boolean }

/** A door whose unlocking answers what the test lines up, and which remembers what was tried. */
export function fakeDoor(change: Partial<VaultDoor> & { onDevice?: readonly VaultOnDevice[]; answers?: UnlockResult[] } = {}) {
  const { onDevice = [], answers = [], ...rest } = change;
  const tried: Tried[] = [];
  const unlock: VaultDoor['unlock'] = (vaultId, secret, options) => {
    tried.push({ vaultId, secret, takeOver: options?.takeOver ?? false });
    const answer = answers.shift();
    return answer === undefined ? Promise.reject(new Error('This vault is damaged.')) : Promise.resolve(answer);
  };
  const door: VaultDoor = {
    list: () => Promise.resolve(onDevice),
    create: () => Promise.resolve({ vault: fakeVault(), recoveryCode: RECOVERY_CODE }),
    unlock,
    unlockWithRecoveryCode: unlock,
    hasPasskey: () => Promise.resolve(false),
    unlockWithPasskey: () => Promise.resolve({ is: 'cancelled' }),
    restore: () => Promise.resolve({ is: 'wrong' }),
    drill: () => Promise.resolve({ is: 'wrong' }),
    storagePersisted: () => Promise.resolve(true),
    ...rest,
  };
  return { door, tried };
}
