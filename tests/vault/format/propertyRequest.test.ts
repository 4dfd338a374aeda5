import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalText } from '@/vault/format/canonicalText';
import { newAgeAddress, openAgeFile, openWithPassphrase, sealWithPassphrase } from '@/vault/format/age';
import { fromUtf8, systemRandom, utf8 } from '@/vault/format/bytes';
import { newRequestId, openRequest, type PropertyRequestFile, readReply, sealReply, sealRequest } from '@/vault/format/propertyRequest';
import { debianCommand } from '../../debianPackage';
import { beforeAll, describe, expect, it } from 'vitest';

const { recipient: replyTo, identity } = await newAgeAddress();
const request: PropertyRequestFile = {
  requestId: newRequestId(systemRandom), reference: 'PR-7F3K-2M', from: 'Housing service', place: '3 Linn Street, flat 2/1', questions: ['type', 'heldUntil', 'building'],
  madeOn: '2026-11-21', expiresOn: '2026-12-05', replyTo, training: false,
};
const REPLY = { requestId: request.requestId, reference: request.reference, answers: { type: 'flat', heldUntil: '2026-12-01', building: 'Lift to all floors.' }, by: 'Housing officer', answeredOn: '2026-11-22' } as const;
let made: Awaited<ReturnType<typeof sealRequest>>;
beforeAll(async () => { made = await sealRequest(request, systemRandom); });

describe('a property information request', () => {
  it('opens with its six words, however they are typed, and with no others', async () => {
    expect(made.words.split('-')).toHaveLength(6);
    expect(await openRequest(made.bytes, ` ${made.words.replaceAll('-', '  ').toUpperCase()} `)).toEqual(request);
    expect(await openRequest(made.bytes, made.words.replace(/^\w+/u, 'zebra'))).toBeNull();
    expect(await openRequest(made.bytes, '')).toBeNull();
  });

  it('has a name that says nothing of why, and holds no field but its own', async () => {
    expect(made.fileName).toBe('property-information-request-PR-7F3K-2M.age');
    const plain = fromUtf8(await openWithPassphrase(made.words, made.bytes) ?? new Uint8Array());
    expect(plain).toBe(`steading-property-request 1\n${canonicalText(request)}\n`);
    await expect(sealRequest({ ...request, reason: 'MAPPA' } as PropertyRequestFile, systemRandom)).rejects.toThrow();
  });

  it('does not open once it was changed', async () => {
    const bytes = new Uint8Array(made.bytes);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(await openRequest(bytes, made.words)).toBeNull();
  });

  it('is refused where it would hang the page, before anything is counted', async () => {
    const text = new TextDecoder('latin1').decode(made.bytes).replace(/^(age-encryption\.org\/v1\n-> scrypt \S+) 16\n/u, '$1 30\n');
    const hostile = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(text).toContain(' 30\n');
    expect(await openRequest(hostile, made.words)).toBeNull();
  });

  it.each([
    ['of another kind', () => 'steading-team 1\n{}\n'],
    ['of a newer Steading', () => `steading-property-request 2\n${canonicalText(request)}\n`],
    ['with more in it', () => `steading-property-request 1\n${canonicalText({ ...request, person: 'V-1' })}\n`],
    ['that asks what no Steading asks', () => `steading-property-request 1\n${canonicalText({ ...request, questions: ['neighbours'] })}\n`],
    ['whose address is none', () => `steading-property-request 1\n${canonicalText({ ...request, replyTo: 'age1x' })}\n`],
  ])('is refused %s', async (_name, plain) => {
    await expect(openRequest(await sealWithPassphrase('acorn-beech', utf8(plain())), 'acorn beech')).rejects.toThrow('This file was not taken');
  });
});

describe('a reply', () => {
  it('opens for the asker’s address alone, and says what was answered', async () => {
    const { bytes, fileName } = await sealReply({ ...REPLY, answers: { ...REPLY.answers } }, request);
    expect(fileName).toBe('property-information-reply-PR-7F3K-2M.age');
    expect(readReply(await openAgeFile([identity], bytes) ?? new Uint8Array())).toEqual(REPLY);
    expect(await openAgeFile([(await newAgeAddress()).identity], bytes)).toBeNull();
  });

  const plain = (change: object) => utf8(`steading-property-reply 1\n${canonicalText({ ...REPLY, ...change })}\n`);
  it.each([
    ['an option that there is not', { answers: { type: 'castle' } }],
    ['a day that there is not', { answers: { heldUntil: '2026-02-31' } }],
    ['a question that there is not', { answers: { neighbours: 'Mrs X' } }],
    ['far more words than fit', { answers: { building: 'x'.repeat(2001) } }],
    ['a field besides', { signedBy: 'the panel' }],
  ])('is refused with %s', (_name, change) => {
    expect(() => readReply(plain(change))).toThrow('This file was not taken');
  });

  it('control: is taken as it was', () => {
    expect(readReply(plain({}))).toEqual(REPLY);
  });
});

describe('Debian’s age', () => {
  const age = debianCommand(['age'], 'age');
  const terminal = debianCommand(['script'], 'bsdutils');

  it.skipIf(age === null || terminal === null)('opens a request with the same words', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'steading-request-')), 'request.age');
    writeFileSync(file, made.bytes);
    // It asks for a passphrase at a terminal alone.
    const { stdout } = spawnSync(terminal ?? '', ['-qec', `${age ?? ''} -d ${file}`, '/dev/null'], { input: `${made.words}\n`, encoding: 'utf8', timeout: 30_000 });
    expect(stdout).toContain('steading-property-request 1');
    expect(stdout).toContain(request.place);
  });
});
