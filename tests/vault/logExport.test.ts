import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DamagedLogExport, NewerFormat, NothingToExport, type OpenVault } from '@/vault';
import { newAgeAddress, readIdentities, type AgeAddress } from '@/vault/format/age';
import { fromBase64 } from '@/vault/format/bytes';
import { canonicalText } from '@/vault/format/canonicalText';
import { envelopeText, splitLogExport } from '@/vault/format/logExport';
import { followLogExport, openSealedPart, readExportedLog, readLogExport } from '@/vault/format/openLogExport';
import type { LogRow } from '@/vault/format/chain';
import { openRow, type SealedRow } from '@/vault/format/sealedRow';
import { newSigningKey, sign } from '@/vault/format/signature';
import { readsAnywhere } from './canary';
import { forgetDevice, newVault, NOTE, OFFICER, onDisk, testClock, testDoor, write } from './testDoor';

let theirs: AgeAddress;
beforeAll(async () => { theirs = await newAgeAddress(); });
afterEach(forgetDevice);

const ASKED = { recipient: 'Information officer', purpose: 'Yearly check of lawfulness', days: null } as const;

async function loggedVault(days = 3): Promise<OpenVault> {
  const time = testClock('2026-11-18T09:00:00.000Z');
  const { vault } = await newVault(testDoor({ clock: time.clock }));
  for (let day = 1; day <= days; day += 1) {
    await vault.save([write('a1', { text: 'Grizelda Canaryperson' }, day - 1)], [{ ...NOTE, act: `act ${String(day)}`, detail: { reason: 'Canary detail 51' } }]);
    await vault.note({ ...NOTE, event: 'consultation', act: `look ${String(day)}` });
    time.forward(24 * 3_600_000);
  }
  return vault;
}

const exported = (vault: OpenVault, change: Partial<Parameters<OpenVault['exportLog']>[0]> = {}) => vault.exportLog({ ...ASKED, address: theirs.recipient, ...change });

async function readWith(bytes: Uint8Array, identity = theirs.identity) {
  const file = await readLogExport(bytes);
  const opened = await openSealedPart(file, [identity]);
  return { file, opened, chain: opened && await readExportedLog(file, opened) };
}

describe('an export of the log', () => {
  it('tells its recipient every entry, itself with them, and ends with a signature', async () => {
    const vault = await loggedVault();
    const { fileName, bytes, fromSeq, toSeq } = await exported(vault);
    expect([fromSeq, toSeq]).toEqual([1, 8]);
    expect(fileName).toBe(`steading-${vault.code}-log-1-8-${await vault.logHeadCode()}.steadinglog`);
    const { opened, chain } = await readWith(bytes);
    expect(opened).toMatchObject({ asked: { recipient: 'Information officer', purpose: 'Yearly check of lawfulness', address: theirs.recipient }, officers: [{ name: OFFICER.name }] });
    expect(chain?.entries.map(({ act }) => act)).toEqual(['act 1', 'look 1', 'act 2', 'look 2', 'act 3', 'look 3', 'log exported']);
    expect(chain?.entries.at(-1)).toMatchObject({ event: 'disclosure', detail: { recipient: 'Information officer', purpose: 'Yearly check of lawfulness', address: await vault.addressInWords(theirs.recipient), entries: 'all, this one with them' } });
    expect(chain?.signedUpTo).toBe(8);
  });

  it('holds together without any key, and tells nothing readable', async () => {
    const { bytes } = await exported(await loggedVault());
    expect(await followLogExport(await readLogExport(bytes))).toMatchObject({ head: { seq: 8 }, signedUpTo: 8 });
    const secret = ['Grizelda', 'Canary detail 51', 'act 1', 'look 1', OFFICER.name, 'Information officer', 'Yearly check', 'collection', 'assessment'];
    expect(secret.filter((text) => readsAnywhere(bytes, text))).toEqual([]);
    expect(readsAnywhere(bytes, 'steading-log-export')).toBe(true);
  });

  it('of some days verifies from the link before it, and is short', async () => {
    const vault = await loggedVault();
    const { bytes, fromSeq, toSeq } = await exported(vault, { days: { from: '2026-11-19', to: '2026-11-19' } });
    expect([fromSeq, toSeq]).toEqual([3, 4]);
    const { file, chain } = await readWith(bytes);
    expect(file.envelope.from.seq).toBe(2);
    expect(chain?.entries.map(({ act }) => act)).toEqual(['act 2', 'look 2']);
    expect((await vault.readLog()).at(-1)).toMatchObject({ act: 'log exported', detail: { days: '2026-11-19 to 2026-11-19', entries: '3 to 4' } });
  });

  it('opens for its recipient and for nobody else', async () => {
    const { bytes } = await exported(await loggedVault());
    expect((await readWith(bytes, (await newAgeAddress()).identity)).opened).toBeNull();
    expect((await readWith(bytes)).opened).not.toBeNull();
  });

  it('gives out the keys of the log and none that opens a record', async () => {
    const vault = await loggedVault();
    const { bytes } = await exported(vault);
    const { opened } = await readWith(bytes);
    expect(Object.keys(opened ?? {}).toSorted()).toEqual(['asked', 'logKeys', 'officers']);
    expect(opened?.logKeys.map(({ epoch }) => epoch)).toEqual([1]);
    const key = await crypto.subtle.importKey('raw', fromBase64(opened?.logKeys[0]?.key ?? ''), 'AES-GCM', false, ['decrypt']);
    const opens = (table: string, id: string, row: SealedRow | LogRow) => openRow(key, { vaultId: vault.vaultId, table, id, rev: 'rev' in row ? row.rev : 1, schema: 1, epoch: 1 }, row);
    await onDisk(vault.vaultId, async (db) => {
      const rows = [...await db.row.toArray(), ...await db.page.toArray(), ...await db.about.toArray()];
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) for (const table of ['assessment', 'page', 'about', 'log']) expect(await opens(table, row.id, row)).toBeNull();
      const link = await db.log.get(1);
      expect(link && await opens('log', '1', link), 'control: a link opens').toContain('act 1');
    });
  });

  it.each([
    ['an address that is none', { address: 'someone@example.org' }, TypeError],
    ['an address with a slip', { address: `age1${'q'.repeat(58)}` }, TypeError],
    ['days without an entry', { days: { from: '2020-01-01', to: '2020-12-31' } }, NothingToExport],
  ])('is neither made nor logged for %s', async (_, change, error) => {
    const vault = await loggedVault(1);
    await expect(exported(vault, change)).rejects.toThrow(error);
    expect((await vault.readLog()).filter(({ event }) => event === 'disclosure')).toEqual([]);
  });

  it('is not made where its disclosure cannot be logged', async () => {
    const vault = await loggedVault(1);
    await vault.lock();
    await expect(exported(vault)).rejects.toThrow();
  });
});

describe('an export that was changed', () => {
  const refusal = async (bytes: Uint8Array): Promise<unknown> => {
    try {
      await followLogExport(await readLogExport(bytes));
      return null;
    } catch (error) {
      return error;
    }
  };

  it('is refused whichever single byte is another', async () => {
    const { bytes } = await exported(await loggedVault(1));
    expect(await refusal(bytes), 'control: as it was made').toBeNull();
    const accepted: number[] = [];
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = new Uint8Array(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const error = await refusal(changed);
      if (!(error instanceof DamagedLogExport) && !(error instanceof NewerFormat)) accepted.push(at);
    }
    expect(accepted).toEqual([]);
  });

  it('is refused wherever it is cut, and with a byte more', async () => {
    const { bytes } = await exported(await loggedVault(1));
    for (let length = 0; length < bytes.length; length += 61) expect(await refusal(bytes.subarray(0, length)), String(length)).toBeInstanceOf(DamagedLogExport);
    expect(await refusal(Uint8Array.from([...bytes, 0]))).toBeInstanceOf(DamagedLogExport);
  });

  it('is refused where somebody else signed its envelope, or an officer who has left', async () => {
    const { bytes } = await exported(await loggedVault(1));
    const { envelope } = await splitLogExport(bytes);
    const forger = await newSigningKey();
    const old = canonicalText(envelope);
    const swapped = async (next: typeof envelope) => {
      const text = canonicalText({ ...next, signature: await sign(forger.privateHalf, envelopeText(next)) });
      return new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(old, text), 'latin1'));
    };
    expect(await refusal(await swapped(envelope))).toMatchObject({ why: 'its envelope is not signed by an officer of this vault' });
    const gone = { ...envelope, officers: envelope.officers.map((one) => ({ ...one, leftInEpoch: 1 })) };
    expect(await refusal(await swapped(gone))).toMatchObject({ why: 'its envelope is not signed by an officer of this vault' });
    const founder = { ...envelope, officers: envelope.officers.map((one) => ({ ...one, verifyKey: forger.verifyKey })) };
    expect(await refusal(await swapped(founder))).toMatchObject({ why: 'it names an officer that nobody vouches for' });
  });

  it('of a newer Steading is left alone', async () => {
    const { bytes } = await exported(await loggedVault(1));
    const newer = Buffer.from(Buffer.from(bytes).toString('latin1').replace('steading-log-export 1\n', 'steading-log-export 2\n'), 'latin1');
    expect(await refusal(new Uint8Array(newer))).toBeInstanceOf(NewerFormat);
  });
});

describe('the file of an identity', () => {
  const KEY = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX';
  it.each([
    ['as age-keygen writes it', `# created: 2026-11-21T09:00:00Z\n# public key: age1x\n${KEY}\n`, [KEY]],
    ['with Windows line ends and blank lines', `\r\n${KEY}\r\n\r\n${KEY}\r\n`, [KEY, KEY]],
    ['that holds an address only', 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p\n', null],
    ['that is empty', '# nothing\n', null],
  ])('%s', (_, text, identities) => {
    expect(readIdentities(text)).toEqual(identities);
  });
});
