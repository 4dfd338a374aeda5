import { type AddressSummary, type AssessmentSummary, askedThenOf, parseAddress, summaryOfAddress, summaryOfAssessment } from '@/record';
import type { Protocol } from '@/rules';
import type { IndexEntry, OpenVault, Write } from '@/vault';
import { type DocName, type Docs, type OnRecord, readRecord } from './workingCopy';

/** What today's lists are written by. `today`: ISO date; `protocol`: the office's, in force today. */
export interface ListedBy {
  readonly today: string;
  readonly protocol: Protocol | null;
}

/** A record that is complete goes by the protocol that it was put on record under; any other by today's. */
export function listedUnder(docs: Docs, { today, protocol }: ListedBy): ListedBy {
  const then = askedThenOf(docs, today);
  return { today, protocol: then === null ? protocol : then.standard.protocol };
}

/** The writes that list these assessments anew where their summaries differ; their values stay as they are. `over`: documents that are being saved beside. */
export async function listedAnew(vault: OpenVault, entries: readonly IndexEntry<AssessmentSummary>[], by: ListedBy, over: (ids: OnRecord['ids']) => Partial<Docs> = () => ({})): Promise<readonly Write[]> {
  const writes = await Promise.all(entries.map(async ({ id, summary }): Promise<readonly Write[]> => {
    const found = await readRecord(vault, id);
    if (found === null) return [];
    const docs = { ...found.docs, ...over(found.ids) };
    const fresh = summaryOfAssessment({ ...docs, ...listedUnder(docs, by) });
    return JSON.stringify(fresh) === JSON.stringify(summary) ? [] : [{ table: 'assessment', id, baseRev: found.revs.assessment, value: found.docs.assessment, summary: fresh }];
  }));
  return writes.flat();
}

/** Other assessments of a person or an address that is being changed: what lists say of them (complete, departure) hangs on that too. */
export function listedBeside(vault: OpenVault, { ids }: OnRecord, next: Docs, changed: readonly DocName[], by: ListedBy): Promise<readonly Write[]> {
  const shares = ({ personId, addressId }: AssessmentSummary) => (changed.includes('person') && personId === ids.person) || (changed.includes('address') && addressId === ids.address);
  const others = vault.list<AssessmentSummary>('assessment').filter(({ id, summary }) => id !== ids.assessment && shares(summary));
  return listedAnew(vault, others, by, (theirs) => ({ ...(theirs.person === ids.person && { person: next.person }), ...(theirs.address === ids.address && { address: next.address }) }));
}

/** By an earlier Steading, without its point. */
export const isOldAddress = ({ point }: AddressSummary): boolean => point === undefined;

/** The writes that list these addresses anew. */
export async function addressesListedAnew(vault: OpenVault, entries: readonly IndexEntry<AddressSummary>[]): Promise<readonly Write[]> {
  const writes = await Promise.all(entries.map(async ({ id }): Promise<readonly Write[]> => {
    const stored = await vault.read('address', id);
    return stored === null ? [] : [{ table: 'address', id, baseRev: stored.rev, value: stored.value, summary: summaryOfAddress(parseAddress(stored.value)) }];
  }));
  return writes.flat();
}
