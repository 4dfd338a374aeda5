import { openPack, PackError, type PackErrorCode, signPack, writePack } from '@/geo';
import { checkPackSignature, newPublisherKey, openPublisherKey, type PublisherKey } from '@/vault/format';
import { beforeAll, describe, expect, it } from 'vitest';
import { contentFixture, sha256 } from '../contentFixture';
import { newSigner, signedPack } from './signer';

const COUNCIL = 'Comhairle nan Eilean Siar';
let signer: PublisherKey;
let plain: Uint8Array<ArrayBuffer>;
let signed: Uint8Array<ArrayBuffer>;
beforeAll(async () => {
  signer = await newSigner();
  plain = await writePack(contentFixture(), { sha256 });
  signed = await signedPack(contentFixture(), COUNCIL, signer);
});

const open = (bytes: Uint8Array) => openPack(bytes, { sha256, checkSignature: checkPackSignature });
async function outcome(bytes: Uint8Array): Promise<PackErrorCode | 'signed' | 'not signed'> {
  try {
    return (await open(bytes)).signature === null ? 'not signed' : 'signed';
  } catch (error) {
    if (error instanceof PackError) return error.code;
    throw error;
  }
}
function flipped(bytes: Uint8Array, at: number, bit = 1): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ bit;
  return copy;
}
/** The pack as one of version 1, header and hash to match. */
function asVersion1(pack: Uint8Array): Uint8Array {
  const bytes = pack.slice();
  const view = new DataView(bytes.buffer);
  const length = view.getUint32(12, true);
  const text = new TextDecoder().decode(bytes.subarray(48, 48 + length)).replace('"version":2', '"version":1');
  bytes.set(new TextEncoder().encode(text), 48);
  view.setUint32(8, 1, true);
  bytes.set(Buffer.from(sha256(bytes.subarray(48, 48 + length)), 'hex'), 16);
  return bytes;
}

describe('a signed pack', () => {
  it('names its publisher and the fingerprint of the key, and has the id and content of the unsigned one', async () => {
    const [with_, without] = [await open(signed), await open(plain)];
    expect(with_.signature).toEqual({ publisher: COUNCIL, fingerprint: signer.fingerprint });
    expect(signer.fingerprint).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(without.signature).toBeNull();
    expect(with_.header).toEqual(without.header);
    expect(new Uint8Array(await with_.basemap()?.arrayBuffer() ?? new ArrayBuffer(0))).toEqual(new Uint8Array(await without.basemap()?.arrayBuffer() ?? new ArrayBuffer(1)));
  });

  it('is signed anew in place of what stood there, with the same bytes for the same key', async () => {
    const other = await newSigner();
    const again = await signPack(signed, { sha256, publisher: COUNCIL, signer: other });
    expect((await open(again)).signature?.fingerprint).toBe(other.fingerprint);
    expect(await signPack(again, { sha256, publisher: COUNCIL, signer })).toEqual(signed);
  });

  it('opens from a Blob too, and counts as not signed where nobody checks', async () => {
    expect((await openPack(new Blob([signed]), { sha256, checkSignature: checkPackSignature })).signature?.publisher).toBe(COUNCIL);
    expect((await openPack(signed, { sha256 })).signature).toBeNull();
  });

  it('is refused with any bit of its signature changed, for every byte', async () => {
    const outcomes = new Set<string>();
    for (let at = plain.length; at < signed.length; at++) outcomes.add(await outcome(flipped(signed, at, 1 << (at % 8))));
    expect([...outcomes].toSorted()).toEqual(['badSignature', 'damaged', 'invalid', 'truncated'].filter((one) => outcomes.has(one)));
    expect(outcomes.has('badSignature')).toBe(true);
  });

  it('is refused where its signature is cut short, at every byte', async () => {
    for (let end = plain.length + 1; end < signed.length; end++) expect([end, await outcome(signed.subarray(0, end))]).toEqual([end, expect.stringMatching(/^(?:damaged|truncated)$/u)]);
    expect(await outcome(signed.subarray(0, plain.length))).toBe('not signed');
  });

  it('is refused with the signature of another pack, or of another key', async () => {
    const other = await signedPack(contentFixture({ title: 'Ärea of others' }), COUNCIL, signer);
    expect(await outcome(Uint8Array.from([...plain, ...other.subarray(plain.length)]))).toMatch(/badSignature|damaged/u);
    const forged = { ...(await newSigner()), publicKey: signer.publicKey };
    expect(await outcome(await signPack(plain, { sha256, publisher: COUNCIL, signer: forged }))).toBe('badSignature');
    const noKey = { ...signer, publicKey: new Uint8Array(32).fill(255) };
    expect(await outcome(await signPack(plain, { sha256, publisher: COUNCIL, signer: noKey }))).toBe('badSignature');
  });

  it('is refused, and told why, where the browser cannot check it', async () => {
    const check = () => Promise.reject(new Error('This browser knows no Ed25519.'));
    await expect(openPack(signed, { sha256, checkSignature: check })).rejects.toMatchObject({ code: 'badSignature', message: expect.stringContaining('knows no Ed25519') as string });
    expect((await openPack(plain, { sha256, checkSignature: check })).signature).toBeNull();
  });

  it.each(['', ' Council', 'Two\nlines', 'Left\u202Eright', 'x'.repeat(201)])('is not made under the name %j', async (publisher) => {
    await expect(signPack(plain, { sha256, publisher, signer })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('a pack of version 1', () => {
  it('opens as before, has no place for a signature, and is refused with one', async () => {
    const old = asVersion1(plain);
    expect(await outcome(old)).toBe('not signed');
    await expect(signPack(old, { sha256, publisher: COUNCIL, signer })).rejects.toMatchObject({ code: 'invalid' });
    expect(await outcome(asVersion1(signed))).toBe('damaged');
  });
});

describe('the file of a publisher’s key', () => {
  const PASSPHRASE = 'correct horse battery';
  const quick = { memoryKiB: 64 * 1024, iterations: 1, parallelism: 1 };
  it('opens with its passphrase and with no other, and not once anything in it is changed', async () => {
    const { text, fingerprint } = await newPublisherKey(PASSPHRASE, quick);
    expect(await openPublisherKey(text, PASSPHRASE)).toMatchObject({ fingerprint });
    expect(await openPublisherKey(text, 'another passphrase')).toBe('wrong');
    const file = JSON.parse(text) as { publicKey: string; kdf: { iterations: number } };
    const other = JSON.parse((await newPublisherKey(PASSPHRASE, quick)).text) as typeof file;
    expect(await openPublisherKey(JSON.stringify({ ...file, publicKey: other.publicKey }), PASSPHRASE)).toBe('wrong');
    expect(await openPublisherKey(JSON.stringify({ ...file, kdf: { ...file.kdf, memoryKiB: 8 } }), PASSPHRASE)).toBe('notAKey');
    for (const junk of ['', '{}', 'null', '[1]']) expect(await openPublisherKey(junk, PASSPHRASE)).toBe('notAKey');
    expect(text).not.toContain('PRIVATE');
  });

  it('is not made with a weak passphrase', async () => {
    await expect(newPublisherKey('short', quick)).rejects.toThrow(/15/u);
  });

  it('signs as RFC 8032 has it (first test vector of section 7.1, an empty message)', async () => {
    const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
    const publicKey = hex('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a');
    const signature = hex('e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b');
    expect(await checkPackSignature({ publicKey, signature, message: new Uint8Array(0) })).toMatch(/^[0-9A-Z-]{29}$/u);
    expect(await checkPackSignature({ publicKey, signature, message: new Uint8Array(1) })).toBeNull();
  });
});
