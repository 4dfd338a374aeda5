import { describe, expect, it } from 'vitest';
import { canonicalText } from '@/vault/format/canonicalText';
import { checkpointText, firstHead, link, type LogRow } from '@/vault/format/chain';
import type { LogBody } from '@/vault/format/logBody';
import { newSigningKey, sign } from '@/vault/format/signature';
import { verifyChain } from '@/vault/format/verifyChain';

const VAULT_ID = 'a'.repeat(32);
const ENTRY: LogBody = { is: 'entry', event: 'consultation', act: 'opened', about: [], detail: {}, at: '2026-11-20T09:00:00.000Z', officerId: 'o', officerName: 'Morag' };

/** A chain by somebody who holds the vault's keys, so every body opens; only the officer's signature is not theirs to give. */
async function chainOf(bodies: readonly ((head: { seq: number; hash: string }) => Promise<LogBody>)[]) {
  const links: LogRow[] = [];
  const texts: string[] = [];
  let head = await firstHead(VAULT_ID);
  for (const body of bodies) {
    texts.push(canonicalText(await body(head)));
    const row = await link(VAULT_ID, head, { epoch: 1, iv: new Uint8Array(12).fill(texts.length), ct: new Uint8Array(16) });
    links.push(row);
    head = row;
  }
  return { links, open: () => Promise.resolve(texts) };
}

const entry = () => Promise.resolve(ENTRY);
const signedWith = (key: CryptoKey, change = (text: string) => text) => async (head: { seq: number; hash: string }): Promise<LogBody> => ({
  is: 'checkpoint', at: ENTRY.at, officerId: 'o', signature: await sign(key, change(checkpointText(VAULT_ID, head))),
});

describe('the chain', () => {
  it('passes an officer’s own signature, and no other', async () => {
    const officer = await newSigningKey();
    const forger = await newSigningKey();
    const officers = [{ officerId: 'o', verifyKey: officer.verifyKey, leftInEpoch: null }];
    const verify = async (checkpoint: ReturnType<typeof signedWith>) => {
      const { links, open } = await chainOf([entry, entry, checkpoint, entry]);
      return verifyChain(links, { vaultId: VAULT_ID, open, officers });
    };
    await expect(verify(signedWith(officer.privateHalf))).resolves.toMatchObject({ signedUpTo: 3, head: { seq: 4 }, entries: [{ seq: 1 }, { seq: 2 }, { seq: 4 }] });
    await expect(verify(signedWith(forger.privateHalf))).rejects.toThrow(/signature does not hold/u);
    await expect(verify(signedWith(officer.privateHalf, (text) => text.replace('|2|', '|1|')))).rejects.toThrow(/signature does not hold/u);
  });

  it('shows a link that was made anew by somebody who holds the keys', async () => {
    const { links, open } = await chainOf([entry, entry, entry]);
    const witness = { vaultId: VAULT_ID, open, officers: [] };
    await expect(verifyChain(links, witness)).resolves.toMatchObject({ head: { seq: 3 } });
    const [one, , three] = links;
    if (!one || !three) throw new Error('Three were made.');
    const anew = await link(VAULT_ID, one, { epoch: 1, iv: new Uint8Array(12), ct: new Uint8Array(32) });
    await expect(verifyChain([one, anew, three], witness)).rejects.toMatchObject({ atSeq: 3, why: 'it does not follow from the entry before it' });
  });

  it('does not go 50 links without a signature', async () => {
    const officer = await newSigningKey();
    const witness = { vaultId: VAULT_ID, officers: [{ officerId: 'o', verifyKey: officer.verifyKey, leftInEpoch: null }] };
    const enough = await chainOf([...Array.from({ length: 49 }, () => entry), signedWith(officer.privateHalf), ...Array.from({ length: 49 }, () => entry)]);
    await expect(verifyChain(enough.links, { ...witness, open: enough.open })).resolves.toMatchObject({ signedUpTo: 50 });
    const tooFew = await chainOf(Array.from({ length: 50 }, () => entry));
    await expect(verifyChain(tooFew.links, { ...witness, open: tooFew.open })).rejects.toMatchObject({ atSeq: 50 });
  });
});
