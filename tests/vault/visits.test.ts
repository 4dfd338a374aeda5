import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { AwayOnVisit, type OpenVault, RefusedReturn, VaultAlreadyHere } from '@/vault';
import { VaultDatabase } from '@/vault/database';
import { MemoryFiles } from './journal/memoryFiles';
import { forgetDevice, newVault, NOTE, OFFICER, opened, PASSPHRASE, testDoor, write } from './testDoor';

/** Two devices, each with a database and private files of its own; one of them is in the hand. */
class Device {
  readonly files = new MemoryFiles();
  readonly #indexedDB = new IDBFactory();
  /** Takes it in the hand. */
  door(locks: LockManager | null = null) {
    Dexie.dependencies = { indexedDB: this.#indexedDB, IDBKeyRange };
    return testDoor({ files: this.files, locks });
  }
  async open(vaultId: string, passphrase = PASSPHRASE): Promise<OpenVault> {
    return opened(await this.door().unlock(vaultId, passphrase));
  }
}

let desk: Device;
let tablet: Device;
beforeEach(() => { [desk, tablet] = [new Device(), new Device()]; });
afterEach(() => {
  vi.restoreAllMocks();
  forgetDevice();
});

const REQUEST = { backBy: '2026-11-21' };
const acts = async (vault: OpenVault) => (await vault.readLog()).map(({ act }) => act);

async function deskVault() {
  const { vault, recoveryCode } = await newVault(desk.door());
  await vault.save([write('a1', 'of the desk')], [NOTE]);
  await vault.saveDraft('assessment:a1', 'half typed at the desk');
  return { vault, recoveryCode, vaultId: vault.vaultId };
}

async function lent() {
  const made = await deskVault();
  const { bytes } = await made.vault.takeOnVisit(REQUEST);
  await made.vault.lock();
  return { ...made, bytes };
}

/** Desk lent, tablet open. */
async function visiting() {
  const made = await lent();
  await tablet.door().restore(made.bytes, { passphrase: PASSPHRASE });
  return { ...made, vault: await tablet.open(made.vaultId) };
}

/** Desk lent, tablet closed again with a record and a draft more. */
async function returned(work: (vault: OpenVault) => Promise<unknown> = () => Promise.resolve()) {
  const made = await visiting();
  await made.vault.save([write('a1', 'of the visit', 1), write('a2', 'new on the visit')], [NOTE]);
  await made.vault.saveDraft('assessment:a2', 'half typed on the visit');
  await work(made.vault);
  const { bytes } = await made.vault.bringBack();
  await made.vault.lock();
  return { ...made, outgoing: made.bytes, bytes };
}

async function expectBack(vault: OpenVault): Promise<void> {
  expect(vault.visit()).toBeNull();
  expect(await vault.read('assessment', 'a1')).toMatchObject({ rev: 2, value: 'of the visit' });
  expect(await vault.read('assessment', 'a2')).toMatchObject({ rev: 1, value: 'new on the visit' });
  expect(await vault.readDraft('assessment:a1')).toBe('half typed at the desk');
  expect(await vault.readDraft('assessment:a2')).toBe('half typed on the visit');
  await vault.verifyLog();
  await vault.save([write('a1', 'goes on', 2)], [NOTE]);
}

const refusal = (door: ReturnType<typeof testDoor>, bytes: Uint8Array, how = {}) => door.restore(bytes, { passphrase: PASSPHRASE }, how).then(() => null, (error: unknown) => error);

describe('a vault that is taken on a visit', () => {
  it('is closed on the desk, works on the tablet, and comes home with everything that was done there', async () => {
    const { vaultId, bytes } = await returned();
    expect(await desk.door().restore(bytes, { passphrase: PASSPHRASE })).toEqual({ is: 'restored', vaultId, visit: 'back' });
    const home = await desk.open(vaultId);
    expect(home.secondCopy()).toEqual({ is: 'kept' });
    expect((await acts(home)).slice(-4)).toEqual(['taken on a visit', 'assessment started', 'return file of a visit made', 'brought back from a visit']);
    await expectBack(home);
  });

  it('is neither read nor written on the desk meanwhile, drafts and officers included; on the tablet it is (control)', async () => {
    const { vaultId, recoveryCode } = await lent();
    const away = await desk.open(vaultId);
    const attempts: (() => Promise<unknown>)[] = [
      () => away.save([write('a1', 'x', 1)], [NOTE]), () => away.saveDraft('d', 1), () => away.dropDraft('assessment:a1'), () => away.read('assessment', 'a1'),
      () => away.readDraft('assessment:a1'), () => away.erase([{ table: 'assessment', id: 'a1', baseRev: 1 }], [NOTE]), () => away.changePassphrase('another passphrase of mine'),
      () => away.addOfficer({ ...OFFICER, passphrase: 'another passphrase of mine' }), () => away.newEpoch(), () => away.backup(), () => away.takeOnVisit(REQUEST),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(AwayOnVisit);
    expect(() => away.list('assessment')).toThrow(AwayOnVisit);
    await expect(away.save([write('a1', 'x', 1)], [NOTE])).rejects.toThrow(/bring the visit back first, or give it up/u);
    await away.lock();
    expect(opened(await desk.door().unlockWithRecoveryCode(vaultId, recoveryCode)).visit()?.side).toBe('lent');
  });

  it('is told as visiting by the tablet, with its days, and all works there', async () => {
    const { vault } = await visiting();
    expect(vault.visit()).toEqual({ visitId: expect.stringMatching(/^[0-9a-f]{32}$/u), side: 'visiting', takenAt: '2026-11-20T09:00:00.000Z', backBy: '2026-11-21' });
    await vault.save([write('a1', 'x', 1)], [NOTE]);
    await vault.changePassphrase('another passphrase of mine');
    await expect(vault.takeOnVisit(REQUEST)).rejects.toThrow(AwayOnVisit);
    expect((await vault.verifyLog()).headCode).toHaveLength(8);
  });

  it('goes out and comes home twice; the tablet’s closed copy gives way to the next file', async () => {
    const first = await returned();
    await desk.door().restore(first.bytes, { passphrase: PASSPHRASE });
    const home = await desk.open(first.vaultId);
    await home.save([write('a3', 'between the visits')], [NOTE]);
    const next = await home.takeOnVisit({ ...REQUEST, note: 'Second' });
    await home.lock();
    expect(await tablet.door().restore(next.bytes, { passphrase: PASSPHRASE })).toMatchObject({ visit: 'again' });
    const again = await tablet.open(first.vaultId);
    expect(again.secondCopy()).toEqual({ is: 'kept' });
    expect(await again.read('assessment', 'a3')).toMatchObject({ value: 'between the visits' });
    expect(again.visit()).toMatchObject({ side: 'visiting', note: 'Second' });
    const back = await again.bringBack();
    await again.lock();
    await desk.door().restore(back.bytes, { passphrase: PASSPHRASE });
    await expectBack(await desk.open(first.vaultId));
  });

  it.each<[string, (vault: OpenVault) => Promise<unknown>, string]>([
    ['a passphrase changed', (vault) => vault.changePassphrase('another passphrase of mine'), 'another passphrase of mine'],
    ['an officer added', (vault) => vault.addOfficer({ name: 'Second', role: 'Officer', agency: 'police', passphrase: 'passphrase of the second' }), PASSPHRASE],
    ['new keys made', (vault) => vault.newEpoch(), PASSPHRASE],
  ])('comes home with %s on the tablet', async (_, work, passphrase) => {
    const { vaultId, bytes } = await returned(work);
    const away = await desk.open(vaultId);
    expect(await desk.door().restore(bytes, { passphrase }, { expected: vaultId, visit: away.visit(), letGo: () => away.lock() })).toMatchObject({ visit: 'back' });
    const home = await desk.open(vaultId, passphrase);
    await expectBack(home);
    if (passphrase !== PASSPHRASE) {
      await home.lock();
      expect(await desk.door().unlock(vaultId, PASSPHRASE)).toMatchObject({ is: 'wrong' });
    }
  });

  it('goes out under new keys of the desk: the tablet’s closed copy is known by its log alone', async () => {
    const { vaultId, bytes } = await returned();
    await desk.door().restore(bytes, { passphrase: PASSPHRASE });
    const home = await desk.open(vaultId);
    await home.newEpoch();
    const next = await home.takeOnVisit(REQUEST);
    await home.lock();
    expect(await tablet.door().restore(next.bytes, { passphrase: PASSPHRASE })).toMatchObject({ visit: 'again' });
    expect(await (await tablet.open(vaultId)).read('assessment', 'a2')).toMatchObject({ value: 'new on the visit' });
  });

  it('is not taken home under new keys from the gate, where nothing says how the copy stands', async () => {
    const { bytes } = await returned((vault) => vault.newEpoch());
    expect(await refusal(desk.door(), bytes)).toMatchObject({ name: 'RefusedReturn', message: expect.stringContaining('unlock the vault here first') });
  });

  it('does not go out from a training vault, nor without a day', async () => {
    const { vault } = await newVault(desk.door());
    await expect(vault.takeOnVisit({ backBy: '' })).rejects.toThrow(TypeError);
    const { vault: training } = await desk.door().create({ kind: 'training', officer: OFFICER, passphrase: PASSPHRASE });
    await expect(training.takeOnVisit(REQUEST)).rejects.toThrow(/does not travel/u);
  });
});

describe('what is logged on a closed copy', () => {
  it('goes on the log at the return, told apart, where the file does not hold it', async () => {
    const { vaultId, recoveryCode, bytes } = await returned();
    const away = opened(await desk.door().unlockWithRecoveryCode(vaultId, recoveryCode));
    await away.lock();
    await desk.door().restore(bytes, { passphrase: PASSPHRASE });
    const log = await (await desk.open(vaultId)).readLog();
    expect(log.slice(-2)).toMatchObject([
      { act: 'opened with the recovery code', detail: { loggedBeside: '2026-11-20T09:00:00.000Z', by: OFFICER.name } }, { act: 'brought back from a visit' },
    ]);
  });

  it('keeps the chain whole over more entries than a signature may wait for', async () => {
    const { vaultId, bytes } = await returned();
    const away = await desk.open(vaultId);
    for (let at = 0; at < 120; at += 1) await away.note({ event: 'consultation', act: `looked ${String(at)}`, about: [], detail: {} });
    await away.lock();
    await desk.door().restore(bytes, { passphrase: PASSPHRASE });
    const home = await desk.open(vaultId);
    expect((await acts(home)).filter((act) => act.startsWith('looked'))).toHaveLength(120);
    expect((await home.verifyLog()).unsigned).toBeNull();
  });

  it('does not go on twice where the file was made again after it', async () => {
    const { vaultId } = await lent();
    const away = await desk.open(vaultId);
    const { bytes } = await away.visitFile();
    await away.lock();
    await tablet.door().restore(bytes, { passphrase: PASSPHRASE });
    const out = await tablet.open(vaultId);
    const back = await out.bringBack();
    await out.lock();
    await desk.door().restore(back.bytes, { passphrase: PASSPHRASE });
    expect((await acts(await desk.open(vaultId))).filter((act) => act === 'file for the visit made again')).toHaveLength(1);
  });
});

describe('a file that is not the return of this visit', () => {
  it.each<[string, RegExp, () => Promise<{ bytes: Uint8Array; vaultId: string }>]>([
    ['the file that went out', /the file that went out/u, lent],
    ['an ordinary backup', /an ordinary backup/u, async () => {
      const { vault, vaultId } = await deskVault();
      const { bytes } = await vault.backup();
      await vault.takeOnVisit(REQUEST);
      await vault.lock();
      return { bytes, vaultId };
    }],
    ['a backup made on the tablet', /or a backup made on the way/u, async () => {
      const { vault, vaultId } = await visiting();
      return { ...(await vault.backup()), vaultId };
    }],
    ['a return that was read already', /brought back here already/u, async () => {
      const made = await returned();
      await desk.door().restore(made.bytes, { passphrase: PASSPHRASE });
      return made;
    }],
    ['an older return, of an earlier visit', /brought back here already/u, async () => {
      const made = await returned();
      await desk.door().restore(made.bytes, { passphrase: PASSPHRASE });
      await (await desk.open(made.vaultId)).takeOnVisit(REQUEST);
      desk.files.restart();
      return made;
    }],
    ['the return of a visit that was given up', /given up here.*hand-over files/u, async () => {
      const made = await returned();
      const away = await desk.open(made.vaultId);
      await away.endVisit('The tablet was left on a train.');
      await away.lock();
      return made;
    }],
  ])('is refused and changes nothing: %s', async (_, why, make) => {
    const { bytes, vaultId } = await make();
    const before = await fingerprint(vaultId);
    const error = await refusal(desk.door(), bytes);
    expect(error).toBeInstanceOf(RefusedReturn);
    expect((error as Error).message).toMatch(why);
    expect((error as Error).message).toContain('Nothing here was changed.');
    expect(await fingerprint(vaultId)).toBe(before);
  });

  async function fingerprint(vaultId: string): Promise<string> {
    desk.door();
    const db = new VaultDatabase(vaultId);
    const text = JSON.stringify([await db.about.toArray(), await db.row.toArray(), await db.draft.toArray(), await db.log.toArray()]);
    db.close();
    return text;
  }

  it('is refused where it is of another vault, before anything is asked of its passphrase', async () => {
    const { vaultId } = await lent();
    const { vault } = await newVault(tablet.door());
    const { bytes } = await vault.backup();
    expect(await refusal(desk.door(), bytes, { expected: vaultId })).toMatchObject({ name: 'RefusedReturn', why: expect.stringContaining('of another vault') });
  });

  it('changes nothing where the passphrase is wrong, and does not lock what is open', async () => {
    const { vaultId, bytes } = await returned();
    const letGo = vi.fn(() => Promise.resolve());
    expect(await desk.door().restore(bytes, { passphrase: 'quite the wrong passphrase' }, { expected: vaultId, letGo })).toEqual({ is: 'wrong' });
    expect(letGo).not.toHaveBeenCalled();
  });

  it('is taken from an open copy, which is let go of first (control)', async () => {
    const { vaultId, bytes } = await returned();
    const away = await desk.open(vaultId);
    expect(await refusal(desk.door(), bytes)).toMatchObject({ why: 'this vault is open in another tab' });
    expect(await refusal(desk.door(), bytes, { expected: vaultId, letGo: () => away.lock() })).toBeNull();
    await expectBack(await desk.open(vaultId));
  });
});

describe('a tablet that still holds a copy', () => {
  it('keeps a copy that works: a new file never goes over it', async () => {
    const { vaultId, bytes } = await visiting();
    expect(await refusal(tablet.door(), bytes)).toBeInstanceOf(VaultAlreadyHere);
    expect((await (await tablet.open(vaultId)).read('assessment', 'a1'))?.value).toBe('of the desk');
  });

  it('keeps a closed copy whose return was never read: its work is in no other place', async () => {
    const { vaultId } = await returned();
    const away = await desk.open(vaultId);
    await away.endVisit('The tablet did not come back.');
    const next = await away.takeOnVisit(REQUEST);
    await away.lock();
    expect(await refusal(tablet.door(), next.bytes)).toMatchObject({ name: 'RefusedReturn', why: 'something that is on this device is not in it' });
    const kept = await tablet.open(vaultId);
    expect(kept.visit()?.side).toBe('returned');
    await kept.endVisit('Refused at the desk.');
    expect(await kept.read('assessment', 'a2')).toMatchObject({ value: 'new on the visit' });
  });

  it('makes its return file again, until the desk has it', async () => {
    const { vaultId } = await returned();
    const closed = await tablet.open(vaultId);
    await expect(closed.save([write('a1', 'x', 2)], [NOTE])).rejects.toThrow(/went into a return file/u);
    const { bytes, fileName } = await closed.visitFile();
    expect(fileName).toMatch(/^steading-[A-Z0-9]{8}-return-2026-11-20-log-[A-Z0-9]{8}\.steadingbackup$/u);
    await closed.lock();
    await desk.door().restore(bytes, { passphrase: PASSPHRASE });
    await expectBack(await desk.open(vaultId));
  });

  it('lets a return file be the vault where the desk is gone', async () => {
    const { vaultId, bytes } = await returned();
    const third = new Device();
    await third.door().restore(bytes, { passphrase: PASSPHRASE });
    const vault = await third.open(vaultId);
    expect(vault.visit()?.side).toBe('returned');
    await vault.endVisit('The desk computer is broken.');
    await expectBack(vault);
  });
});

describe('a visit that is given up', () => {
  it('opens the desk’s copy again, with its reason on the log', async () => {
    const { vaultId } = await lent();
    const away = await desk.open(vaultId);
    await expect(away.endVisit(' ')).rejects.toThrow(TypeError);
    await away.endVisit('The tablet was left on a train.');
    expect(await away.read('assessment', 'a1')).toMatchObject({ value: 'of the desk' });
    await away.saveDraft('assessment:a1', 'goes on');
    expect((await away.readLog()).at(-1)).toMatchObject({ event: 'alteration', act: 'visit given up', detail: { reason: 'The tablet was left on a train.', copy: 'lent' } });
  });
});

describe('a device that goes off', () => {
  function cutDatabase(files: MemoryFiles): void {
    const transact = VaultDatabase.prototype.transaction;
    vi.spyOn(VaultDatabase.prototype, 'transaction').mockImplementation(function mocked(this: VaultDatabase, ...args: unknown[]) {
      if (files.isCut && args[0] === 'rw') throw new Error('The device is off.');
      return (transact as (...all: unknown[]) => never).apply(this, args);
    });
  }

  const CUTS = Array.from({ length: 9 }, (_, after) => [0, 0.7].map((share) => ({ after, share }))).flat();

  it('in the middle of a return has the closed copy, which takes the file again, or all that came back', async () => {
    const { vaultId, bytes } = await returned();
    const files = desk.files.copy();
    const content = await dump(desk, vaultId);
    const ends = new Set<string>();
    for (const cut of CUTS) {
      desk.files.putBack(files);
      await refill(desk, vaultId, content);
      const door = desk.door();
      desk.files.cutAfter(cut);
      cutDatabase(desk.files);
      await refusal(door, bytes);
      vi.restoreAllMocks();
      desk.files.restart();
      const after = await desk.open(vaultId);
      ends.add(after.visit()?.side ?? 'back');
      await after.lock();
      if (after.visit()) expect(await desk.door().restore(bytes, { passphrase: PASSPHRASE })).toMatchObject({ visit: 'back' });
      const home = await desk.open(vaultId);
      await expectBack(home);
      await home.lock();
    }
    expect(ends).toEqual(new Set(['lent', 'back']));
  });

  it('in the middle of going out, or of making the return, is where it was or closed, and makes the file then', async () => {
    for (const step of ['take', 'bring'] as const) {
      for (const cut of CUTS.slice(0, 12)) {
        [desk, tablet] = [new Device(), new Device()];
        const { vault, vaultId } = step === 'take' ? await deskVault() : await visiting();
        const device = step === 'take' ? desk : tablet;
        device.files.cutAfter(cut);
        cutDatabase(device.files);
        await (step === 'take' ? vault.takeOnVisit(REQUEST) : vault.bringBack()).catch(() => undefined);
        await vault.lock();
        vi.restoreAllMocks();
        device.files.restart();
        const after = await device.open(vaultId);
        const open = step === 'take' ? undefined : 'visiting';
        expect([open, step === 'take' ? 'lent' : 'returned']).toContain(after.visit()?.side);
        const file = after.visit()?.side === open ? await (step === 'take' ? after.takeOnVisit(REQUEST) : after.bringBack()) : await after.visitFile();
        await after.lock();
        const other = step === 'take' ? tablet : desk;
        await other.door().restore(file.bytes, { passphrase: PASSPHRASE });
        expect(await (await other.open(vaultId)).read('assessment', 'a1')).toMatchObject({ value: 'of the desk' });
      }
    }
  });

  async function dump(device: Device, vaultId: string) {
    device.door();
    const db = new VaultDatabase(vaultId);
    const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
    db.close();
    return tables;
  }

  async function refill(device: Device, vaultId: string, tables: Awaited<ReturnType<typeof dump>>): Promise<void> {
    device.door();
    const db = new VaultDatabase(vaultId);
    for (const [name, rows] of tables) {
      await db.table(name).clear();
      await db.table(name).bulkAdd([...rows]);
    }
    db.close();
  }
});
