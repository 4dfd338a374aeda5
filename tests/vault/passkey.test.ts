import { afterEach, describe, expect, it } from 'vitest';
import type { Authenticator } from '@/vault/authenticator';
import { forgetDevice, newVault, onDisk, opened, PASSPHRASE, reopened, testDoor } from './testDoor';

afterEach(forgetDevice);

/** A device with passkeys: what it keeps is a key for each, as an authenticator does. */
function testDevice() {
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const names: string[] = [];
  const answers: Uint8Array[] = [];
  let givenUp = false;
  const answer = async (webauthnId: string, salt: string) => {
    const mac = await crypto.subtle.importKey('raw', kept.get(webauthnId) ?? new Uint8Array(32), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const prf = new Uint8Array(await crypto.subtle.sign('HMAC', mac, new TextEncoder().encode(salt)));
    answers.push(prf);
    return { webauthnId, salt, prf };
  };
  const authenticator: Authenticator = {
    available: () => true,
    create: async (userName) => {
      names.push(userName);
      if (givenUp) return null;
      const webauthnId = Buffer.from(crypto.getRandomValues(new Uint8Array(20))).toString('base64');
      kept.set(webauthnId, crypto.getRandomValues(new Uint8Array(32)));
      return answer(webauthnId, Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64'));
    },
    get: async (passkeys) => {
      const known = passkeys.find(({ webauthnId }) => kept.has(webauthnId));
      return known && !givenUp ? answer(known.webauthnId, known.salt) : null;
    },
  };
  return { authenticator, names, answers, giveUp: () => { givenUp = true; } };
}

async function withPasskey() {
  const device = testDevice();
  const door = testDoor({ authenticator: device.authenticator });
  const { vault } = await newVault(door);
  expect(await vault.addPasskey()).toBe(true);
  return { vault, vaultId: vault.vaultId, device, door };
}

describe('a passkey', () => {
  it('opens the vault beside the passphrase, which still does', async () => {
    const { vault, vaultId, door } = await withPasskey();
    expect(vault.waysIn().map(({ kind }) => kind).sort()).toEqual(['passkey', 'passphrase', 'recoveryCode']);
    await vault.lock();
    expect(await door.hasPasskey(vaultId)).toBe(true);
    const again = opened(await door.unlockWithPasskey(vaultId) as Awaited<ReturnType<typeof door.unlock>>);
    expect(again.officer.officerId).toBe(vault.officer.officerId);
    await again.lock();
    const third = await reopened(vaultId);
    expect((await third.readLog()).map(({ act }) => act)).toEqual(['passkey added']);
  });

  it('is named after the vault and nobody, and its answer is wiped', async () => {
    const { vault, vaultId, device, door } = await withPasskey();
    expect(device.names).toEqual([`Vault ${vault.code}`]);
    await vault.lock();
    await door.unlockWithPasskey(vaultId);
    expect(device.answers).toHaveLength(2);
    expect(device.answers.every((answer) => answer.every((byte) => byte === 0))).toBe(true);
  });

  it('leaves nothing of its answer on the disk: the authenticator’s id and the salt only', async () => {
    const { vaultId } = await withPasskey();
    const text = await onDisk(vaultId, async (db) => { const stored = await db.clear.get('keyring'); return stored?.id === 'keyring' ? stored.text : ''; });
    const { credentials } = JSON.parse(text) as { credentials: { kind: string; kdf: object }[] };
    expect(credentials.filter(({ kind }) => kind === 'passkey').map(({ kdf }) => Object.keys(kdf).sort())).toEqual([['name', 'salt', 'webauthnId']]);
  });

  it('opens nothing on another device, and the officer is told that nothing was tried', async () => {
    const { vault, vaultId } = await withPasskey();
    await vault.lock();
    expect(await testDoor({ authenticator: testDevice().authenticator }).unlockWithPasskey(vaultId)).toEqual({ is: 'cancelled' });
  });

  it('that answers otherwise opens nothing (control)', async () => {
    const { vault, vaultId, device } = await withPasskey();
    await vault.lock();
    const { authenticator } = device;
    const other: Authenticator = { ...authenticator, get: async (passkeys) => { const found = await authenticator.get(passkeys); return found && { ...found, prf: found.prf.map((byte) => byte ^ 1) }; } };
    expect(await testDoor({ authenticator: other }).unlockWithPasskey(vaultId)).toMatchObject({ is: 'wrong' });
  });

  it('goes on through a new epoch, and opens nothing once it is removed', async () => {
    const { vault, vaultId, door } = await withPasskey();
    await vault.newEpoch();
    await vault.lock();
    const again = opened(await door.unlockWithPasskey(vaultId) as Awaited<ReturnType<typeof door.unlock>>);
    const [way] = again.waysIn().filter(({ kind }) => kind === 'passkey');
    await again.removePasskey(way?.credentialId ?? '');
    await again.lock();
    expect(await door.hasPasskey(vaultId)).toBe(false);
    expect(await door.unlockWithPasskey(vaultId)).toEqual({ is: 'cancelled' });
    expect((await (await reopened(vaultId)).readLog()).map(({ act }) => act)).toEqual(['passkey added', 'new epoch', 'passkey removed']);
  });

  it('is never the only way: passphrase and recovery code cannot be removed', async () => {
    const { vault } = await withPasskey();
    for (const { credentialId, kind } of vault.waysIn()) if (kind !== 'passkey') await expect(vault.removePasskey(credentialId)).rejects.toThrow(TypeError);
    expect(vault.waysIn()).toHaveLength(3);
  });

  it('that is given up changes nothing', async () => {
    const device = testDevice();
    device.giveUp();
    const { vault } = await newVault(testDoor({ authenticator: device.authenticator }));
    expect(await vault.addPasskey()).toBe(false);
    expect(vault.waysIn().map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recoveryCode']);
  });

  it('is not there where the browser has none', async () => {
    const { vault } = await newVault();
    expect(vault.passkeysPossible()).toBe(false);
    await vault.lock();
    expect(await testDoor().hasPasskey(vault.vaultId)).toBe(false);
    expect(opened(await testDoor().unlock(vault.vaultId, PASSPHRASE)).vaultId).toBe(vault.vaultId);
  });
});
