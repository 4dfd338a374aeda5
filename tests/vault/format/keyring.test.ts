import { beforeAll, describe, expect, it } from 'vitest';
import { DamagedVault, NewerFormat } from '@/vault';
import { sealTo } from '@/vault/format/box';
import { vaultKeyPurpose, vouchText, type Keyring } from '@/vault/format/keyring';
import { ARGON, ARGON_LIMITS, isWithin } from '@/vault/format/kdf';
import { newKeyring, signKeyring } from '@/vault/format/newKeyring';
import { readKeyring } from '@/vault/format/readKeyring';
import { newSigningKey, sign } from '@/vault/format/signature';
import { replaceSecret, unlockKeyring, type Unlocked } from '@/vault/format/unlockKeyring';
import { CHEAP, PASSPHRASE } from '../testDoor';

const CODE = new Uint8Array(16).fill(3);
const weak = { what: 'vault', argonLimits: { ...ARGON_LIMITS, floorKiB: 8 } } as const;
const read = (keyring: unknown, options: Parameters<typeof readKeyring>[1] = weak) => readKeyring(JSON.stringify(keyring), options);

let keyring: Keyring;
let unlocked: Unlocked;

beforeAll(async () => {
  keyring = await newKeyring({ kind: 'work', secrets: [{ code: CODE }, { passphrase: PASSPHRASE }], argon: CHEAP });
  const result = await unlockKeyring(keyring, { passphrase: PASSPHRASE });
  if (typeof result === 'string') throw new Error(result);
  unlocked = result;
});

function withArgon(change: Partial<typeof CHEAP>): Keyring {
  return { ...keyring, credentials: keyring.credentials.map((one) => (one.kdf.name === 'argon2id' ? { ...one, kdf: { ...one.kdf, ...change } } : one)) };
}

describe('a keyring', () => {
  it('opens with either secret, and says wrong to any other', async () => {
    const parsed = await read(keyring);
    expect(typeof (await unlockKeyring(parsed, { code: CODE }))).toBe('object');
    expect(await unlockKeyring(parsed, { passphrase: 'quite the wrong passphrase' })).toBe('wrong');
    expect(await unlockKeyring(parsed, { code: new Uint8Array(16) })).toBe('wrong');
  });

  it('hands out no key that can be exported', () => {
    const keys = [unlocked.privateHalf, unlocked.signingKey, ...[...unlocked.vaultKeys.values()].map(({ base }) => base)];
    expect(keys.map(({ extractable }) => extractable)).toEqual([false, false, false]);
  });

  it('changes its passphrase to a new key pair, and keeps the recovery code', async () => {
    const changed = await read(await replaceSecret(keyring, unlocked, { passphrase: 'the next passphrase' }, CHEAP));
    expect(changed.rev).toBe(2);
    expect(changed.credentials.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recoveryCode']);
    expect(changed.credentials.map(({ publicHalf }) => publicHalf)).not.toContain(unlocked.credential.publicHalf);
    expect(await unlockKeyring(changed, { passphrase: PASSPHRASE })).toBe('wrong');
    expect(typeof (await unlockKeyring(changed, { code: CODE }))).toBe('object');
  });

  it('changes its recovery code likewise, and keeps the passphrase', async () => {
    const next = new Uint8Array(16).fill(9);
    const changed = await read(await replaceSecret(keyring, unlocked, { code: next }, CHEAP));
    expect(changed.credentials.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recoveryCode']);
    expect(await unlockKeyring(changed, { code: CODE })).toBe('wrong');
    expect(typeof (await unlockKeyring(changed, { code: next }))).toBe('object');
    expect(typeof (await unlockKeyring(changed, { passphrase: PASSPHRASE }))).toBe('object');
  });
});

describe('passphrase derivation', () => {
  it('has limits that the default keeps', () => {
    expect(isWithin(ARGON, ARGON_LIMITS)).toBe(true);
    const kib = 1024;
    const outside = [{ memoryKiB: 64 * kib - 1 }, { memoryKiB: 512 * kib + 1 }, { iterations: 17 }, { iterations: 0 }, { parallelism: 2 }];
    expect(outside.filter((change) => isWithin({ ...ARGON, ...change }, ARGON_LIMITS))).toEqual([]);
    expect([{ memoryKiB: 64 * kib }, { memoryKiB: 512 * kib }, { iterations: 16 }].every((change) => isWithin({ ...ARGON, ...change }, ARGON_LIMITS))).toBe(true);
  });

  it('is refused above the ceiling and below the floor, even where rightly signed, and is never run', async () => {
    for (const change of [{ memoryKiB: 600 * 1024 }, { iterations: 17 }, { parallelism: 4 }]) {
      await expect(read(await signKeyring(withArgon(change), unlocked.signingKey))).rejects.toThrow(/asks for more or less/u);
    }
    await expect(read(keyring, { what: 'vault' })).rejects.toThrow(/asks for more or less/u);
    await expect(read(await signKeyring(withArgon({}), unlocked.signingKey))).resolves.toBeDefined();
  });

  it('does not open where its parameters were changed and signed anew', async () => {
    const changed = await read(await signKeyring(withArgon({ iterations: 2 }), unlocked.signingKey));
    expect(await unlockKeyring(changed, { passphrase: PASSPHRASE })).toBe('wrong');
  });
});

describe('whoever can write to the disk', () => {
  it('cannot change a field without being seen', async () => {
    const changes: Partial<Keyring>[] = [{ kind: 'training' }, { rev: 9 }, { epoch: 2 }, { signedBy: 'f'.repeat(32) }, { credentials: keyring.credentials.slice(1) }, { vaultId: 'f'.repeat(32) }];
    for (const change of changes) await expect(read({ ...keyring, ...change })).rejects.toThrow(DamagedVault);
  });

  it('cannot put a vault key of their own in an officer’s hands', async () => {
    const [credential, ...rest] = keyring.credentials;
    if (!credential) throw new Error('There is one.');
    const box = await sealTo(credential.publicHalf, vaultKeyPurpose(keyring.vaultId, credential.credentialId, 1), new Uint8Array(32));
    const planted = { ...keyring, credentials: [{ ...credential, vaultKeys: [{ epoch: 1, box }] }, ...rest] };
    await expect(read(planted)).rejects.toThrow(/keys were changed/u);
    const attacker = await newSigningKey();
    await expect(read(await signKeyring(planted, attacker.privateHalf))).rejects.toThrow(/keys were changed/u);
  });

  it('cannot make themselves the founder or an officer', async () => {
    const theirs = await newKeyring({ kind: 'work', secrets: [{ code: CODE }], argon: CHEAP });
    await expect(read({ ...theirs, vaultId: keyring.vaultId })).rejects.toThrow(/nobody vouches/u);
    const result = await unlockKeyring(theirs, { code: CODE });
    const [founder] = theirs.officers;
    if (typeof result === 'string' || !founder) throw new Error('It opens.');
    const vouch = await sign(result.signingKey, vouchText(keyring.vaultId, founder.officerId, founder.verifyKey));
    const posing = await signKeyring({ ...theirs, vaultId: keyring.vaultId, officers: [{ ...founder, vouch }] }, result.signingKey);
    await expect(read(posing)).rejects.toThrow(/nobody vouches/u);
    await expect(read({ ...keyring, officers: [...keyring.officers, ...theirs.officers] })).rejects.toThrow(/nobody vouches/u);
  });

  it('cannot move an officer’s credential to a vault of theirs', async () => {
    const theirs = await newKeyring({ kind: 'work', secrets: [{ code: CODE }], argon: CHEAP });
    const result = await unlockKeyring(theirs, { code: CODE });
    if (typeof result === 'string') throw new Error(result);
    const officerId = theirs.signedBy;
    const spliced = await read(await signKeyring({ ...theirs, credentials: keyring.credentials.map((one) => ({ ...one, officerId })) }, result.signingKey));
    expect(await unlockKeyring(spliced, { passphrase: PASSPHRASE })).toBe('wrong');
  });

  it('cannot sign with the key of an officer who left', async () => {
    const left = { ...keyring, officers: keyring.officers.map((one) => ({ ...one, leftInEpoch: 1 })) };
    await expect(read(await signKeyring(left, unlocked.signingKey))).rejects.toThrow(DamagedVault);
  });
});

describe('what cannot be read', () => {
  it('is damage; a newer format is not', async () => {
    for (const text of ['', '{', 'null', '[]', '{"format":1}', JSON.stringify({ ...keyring, extra: 1 })]) {
      await expect(readKeyring(text, weak)).rejects.toThrow(DamagedVault);
    }
    await expect(read({ format: 2, anything: 'else' })).rejects.toThrow(NewerFormat);
    await expect(read({ ...keyring, minWriter: 2 })).rejects.toThrow(NewerFormat);
  });
});
