import { describe, expect, it } from 'vitest';
import { newCredential } from '@/vault/format/credential';
import { vouchText, type Keyring } from '@/vault/format/keyring';
import { signKeyring } from '@/vault/format/newKeyring';
import { readKeyring } from '@/vault/format/readKeyring';
import { newSigningKey, sign } from '@/vault/format/signature';
import { vaultIdOf } from '@/vault/format/vaultId';
import { createKeyHolder } from '@/vault/keyHolder';
import { CHEAP } from '../testDoor';

const CODES = [new Uint8Array(16).fill(1), new Uint8Array(16).fill(2)] as const;
const OFFICERS = ['a'.repeat(32), 'b'.repeat(32)] as const;

/** A founder and an officer vouched for by the founder, with keys of the first `epochs` epochs: what later issues will make, in the format as it is. */
async function twoOfficers(epochs: number): Promise<Keyring> {
  const keys = [await newSigningKey(), await newSigningKey()] as const;
  const vaultId = await vaultIdOf(keys[0].verifyKey);
  const vaultKeys = Array.from({ length: epochs }, (_, at) => ({ epoch: at + 1, raw: new Uint8Array(32).fill(at + 1) }));
  const officers = await Promise.all(keys.map(async ({ verifyKey }, at) => {
    const officerId = OFFICERS[at] ?? '';
    return { officerId, verifyKey, vouchedBy: OFFICERS[0], vouch: await sign(keys[0].privateHalf, vouchText(vaultId, officerId, verifyKey)), leftInEpoch: null };
  }));
  const credentials = await Promise.all(keys.map(async ({ privateHalf }, at) => {
    const signingKey = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateHalf));
    return newCredential({ vaultId, officerId: OFFICERS[at] ?? '', epoch: epochs }, { code: CODES[at] ?? new Uint8Array(16) }, CHEAP, { vaultKeys, earlier: [], signingKey });
  }));
  const keyring = { format: 1, minWriter: 1, vaultId, kind: 'work', epoch: epochs, rev: 7, officers, credentials, signedBy: OFFICERS[1] } as const;
  const signed = await signKeyring({ ...keyring, officers: [...officers], credentials: [...credentials] }, keys[1].privateHalf);
  return readKeyring(JSON.stringify(signed), { what: 'vault' });
}

describe('the format, for what comes later', () => {
  it('lets each of several officers in as themselves', async () => {
    const keyring = await twoOfficers(1);
    for (const [at, code] of CODES.entries()) {
      expect(await createKeyHolder().unlock(keyring, { code })).toMatchObject({ is: 'open', officerId: OFFICERS[at] });
    }
  });

  it('seals in the newest epoch and still opens the older ones', async () => {
    const keyring = await twoOfficers(2);
    const [before, now] = [createKeyHolder(), createKeyHolder()];
    await before.unlock({ ...keyring, epoch: 1 }, { code: CODES[0] });
    await now.unlock(keyring, { code: CODES[1] });
    const [old] = await before.seal([{ table: 'log', id: '1', rev: 1, text: '"in epoch 1"' }]);
    const [fresh] = await now.seal([{ table: 'log', id: '2', rev: 1, text: '"in epoch 2"' }]);
    if (!old || !fresh) throw new Error('Both were sealed.');
    expect([old.epoch, fresh.epoch]).toEqual([1, 2]);
    expect(await now.open([old, fresh].map((row) => ({ table: 'log', row })))).toEqual(['"in epoch 1"', '"in epoch 2"']);
    expect(await now.open([{ table: 'log', row: { ...old, epoch: 3 } }])).toEqual([null]);
  });
});
