import { describe, expect, it } from 'vitest';
import type { OpenVault, ToHandOver } from '@/vault';
import { keysInThisThread } from '@/vault/keyHolder';
import type { MakeKeys } from '@/vault/keys';
import { openAgeFile, recipientOf, sealForRecipients } from '@/vault/format/age';
import { utf8 } from '@/vault/format/bytes';
import { addressKey, importVaultKey } from '@/vault/format/vaultKeys';
import { newVault, PASSPHRASE, reopened, testDoor, forgetDevice } from './testDoor';
import { PARTS } from './format/handOver/team';

const toHandOver = (address: string): ToHandOver => ({
  team: 'SOPU Kinlowrie', regime: 'part3', kind: 'share', to: [{ team: 'Kinlowrie Homes', agency: 'rsl', address }], grounds: { duty: 'coOperate' }, purpose: 'To plan the allocation.', profile: 'rsl',
  asOf: '2026-11-20T09:00:00.000Z', source: 'Home visit', reliability: 'Checked', expiresOn: '2027-02-20', concerns: null, ids: {}, parts: PARTS,
});

describe('hand-over between two vaults', () => {
  it('arrives whole, is signed by the officer, and opens for both vaults and for no third', async () => {
    const [{ vault: ours }, { vault: theirs }, { vault: third }] = [await newVault(), await newVault(), await newVault()];
    const { address } = await theirs.address();
    const { bytes, fileId, fileName } = await ours.sealHandOver(toHandOver(address));
    for (const vault of [theirs, ours]) {
      const { manifest, parts } = await vault.openHandOver(bytes);
      expect(parts).toEqual(PARTS);
      expect(manifest).toMatchObject({ fileId, kind: 'share', sender: { team: 'SOPU Kinlowrie', officer: { name: ours.officer.name }, keys: { vaultId: ours.vaultId, address: (await ours.address()).address }, logHeadCode: await ours.logHeadCode() } });
    }
    await expect(third.openHandOver(bytes)).rejects.toThrow('sealed to another address');
    expect(fileName).toMatch(/^steading-[0-9a-f]{8}\.age$/u);
    expect(await ours.readLog()).toEqual([]);
  });

  it('keeps no save waiting while a file is opened', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => { go = resolve; });
    const makeKeys: MakeKeys = () => {
      const made = keysInThisThread();
      return { ...made, keys: { ...made.keys, openAddressed: async (file) => { await held; return made.keys.openAddressed(file); } } };
    };
    const { vault } = await newVault(testDoor({ makeKeys }));
    const { bytes } = await vault.sealHandOver(toHandOver((await vault.address()).address));
    const opening = vault.openHandOver(bytes);
    await vault.saveDraft('d1', { of: 'somebody' });
    expect(await vault.readDraft('d1')).toEqual({ of: 'somebody' });
    go();
    expect((await opening).parts).toEqual(PARTS);
    await vault.lock();
    await expect(vault.openHandOver(bytes)).rejects.toThrow();
  });

  it('needs addresses that hold', async () => {
    const { vault } = await newVault();
    await expect(vault.sealHandOver({ ...toHandOver(''), to: [{ team: 'x', agency: 'y', address: 'age1nothing' }] })).rejects.toThrow();
  });

  it('has an address that a lock and a restored backup keep', async () => {
    const door = testDoor();
    const { vault } = await newVault(door);
    const { address, words } = await vault.address();
    const { bytes } = await vault.backup();
    const { bytes: file } = await vault.sealHandOver(toHandOver(address));
    await vault.lock();
    forgetDevice();
    await door.restore(bytes, { passphrase: PASSPHRASE });
    const again: OpenVault = await reopened(vault.vaultId, door);
    expect(await again.address()).toEqual({ address, words, vaultId: vault.vaultId, older: [] });
    expect((await again.openHandOver(file)).parts).toEqual(PARTS);
    await again.lock();
  });

  it('has another address in each epoch, and keys that cannot be taken out', async () => {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const [first, second] = await Promise.all([1, 2].map(async (epoch) => addressKey(await importVaultKey('a'.repeat(32), epoch, raw))));
    if (!first || !second) throw new Error('No keys.');
    const [to, other] = [await recipientOf(first), await recipientOf(second)];
    expect(to).not.toBe(other);
    expect(first.extractable).toBe(false);
    const file = await sealForRecipients([to], utf8('words'));
    expect(await openAgeFile([second], file)).toBeNull();
    expect(await openAgeFile([second, first], file)).toEqual(utf8('words'));
  });

  it('tells a team by a card that it signed', async () => {
    const [{ vault: ours }, { vault: theirs }] = [await newVault(), await newVault()];
    const { bytes } = await theirs.teamCard({ team: 'Kinlowrie Homes', agency: 'rsl', regime: 'ukGdpr' });
    const card = await ours.readTeamCard(bytes);
    expect(card).toMatchObject({ team: 'Kinlowrie Homes', regime: 'ukGdpr', keys: { vaultId: theirs.vaultId } });
    expect(await ours.wordsOf(card.keys)).toBe((await theirs.address()).words);
  });
});
