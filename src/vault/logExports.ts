import { dayInScotland } from '@/terms';
import { NothingToExport } from './errors';
import { checkRecipient } from './format/age';
import { hex, systemRandom } from './format/bytes';
import { firstHead, headCode } from './format/chain';
import { fingerprintWords } from './format/fingerprint';
import { askedHash, writeLogExport } from './format/logExport';
import type { VerifiedChain } from './format/verifyChain';
import { vaultCode } from './format/vaultId';
import { readVerified } from './logBook';
import type { LogExportFile, LogExportRequest, OpenVault } from './types';
import type { VaultCore } from './vaultCore';

const SALT_BYTES = 16;

/** Copies of the log for an information officer or the Commissioner. */
export function logExportsOf(core: VaultCore): Pick<OpenVault, 'addressInWords' | 'exportLog'> {
  const { vaultId, keys, keyring, officer, state, clock, inTurn, write } = core;

  async function exportLog({ recipient, address, purpose, days }: LogExportRequest): Promise<LogExportFile> {
    await checkRecipient(address);
    const chosen = days && seqsWithin((await readVerified(core)).chain, days);
    const scope = chosen ? { days: `${days.from} to ${days.to}`, entries: `${String(chosen.first)} to ${String(chosen.last)}` } : { entries: 'all, this one with them' };
    await write({ notes: [{ event: 'disclosure', act: 'log exported', about: [], detail: { recipient, purpose, address: await fingerprintWords(address), ...scope } }] });
    await write({ checkpoint: true });
    return packExport({ salt: hex(systemRandom(SALT_BYTES)), recipient, address, purpose }, chosen);
  }

  async function packExport(asked: { readonly salt: string; readonly recipient: string; readonly address: string; readonly purpose: string }, chosen: { readonly first: number; readonly last: number } | null): Promise<LogExportFile> {
    const { links: all, chain } = await readVerified(core);
    const { first, last } = chosen ?? { first: 1, last: chain.head.seq };
    const links = all.slice(first - 1, last);
    const [before, head] = [all[first - 2] ?? (await firstHead(vaultId)), all[last - 1] ?? chain.head];
    const sealed = await keys.sealLogKeys({ epochs: [...new Set(links.map(({ epoch }) => epoch))], address: asked.address, rest: { asked, officers: state().about.officers } });
    const { kind, epoch, officers } = keyring();
    const about = {
      vaultId, kind, epoch, officers, from: { seq: before.seq, hash: before.hash }, head: { seq: head.seq, hash: head.hash },
      asOf: clock().toISOString(), exportedBy: officer.officerId, asked: await askedHash(asked),
    };
    const checkpoints = chain.checkpoints.filter(({ seq }) => seq >= first && seq <= last);
    const bytes = await writeLogExport(about, { links, checkpoints, sealed }, (text) => keys.sign(text));
    return { fileName: `steading-${vaultCode(vaultId)}-log-${String(first)}-${String(last)}-${headCode(head)}.steadinglog`, bytes, fromSeq: first, toSeq: last };
  }

  return {
    async addressInWords(address) {
      await checkRecipient(address);
      return fingerprintWords(address);
    },
    exportLog: (request) => inTurn(() => exportLog(request)),
  };
}

/** The stretch that holds every entry of these days; a clock that was set back may put others between them. Throws NothingToExport. */
function seqsWithin({ entries }: VerifiedChain, { from, to }: { readonly from: string; readonly to: string }): { readonly first: number; readonly last: number } {
  const within = entries.filter(({ at }) => dayInScotland(at) >= from && dayInScotland(at) <= to);
  const [first, last] = [within[0]?.seq, within.at(-1)?.seq];
  if (first === undefined || last === undefined) throw new NothingToExport();
  return { first, last };
}
