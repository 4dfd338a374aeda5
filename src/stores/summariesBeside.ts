import { type AssessmentSummary, summaryOfAssessment } from '@/record';
import type { Protocol } from '@/rules';
import type { OpenVault, Write } from '@/vault';
import { type DocName, type Docs, type OnRecord, readRecord } from './workingCopy';

/**
 * Other assessments of a person or an address that is being changed: what lists say of them (complete, departure) hangs on that too.
 * Their summaries are written anew where they differ; their values stay as they are.
 */
export async function summariesBeside(vault: OpenVault, record: OnRecord, next: Docs, changed: readonly DocName[], { today, protocol }: { readonly today: string; readonly protocol: Protocol | null }): Promise<readonly Write[]> {
  const { ids } = record;
  const shares = ({ personId, addressId }: AssessmentSummary) => (changed.includes('person') && personId === ids.person) || (changed.includes('address') && addressId === ids.address);
  const others = vault.list<AssessmentSummary>('assessment').filter(({ id, summary }) => id !== ids.assessment && shares(summary));
  const writes = await Promise.all(others.map(async ({ id, summary }): Promise<readonly Write[]> => {
    const found = await readRecord(vault, id);
    if (found === null) return [];
    const docs = { ...found.docs, ...(found.ids.person === ids.person && { person: next.person }), ...(found.ids.address === ids.address && { address: next.address }) };
    const fresh = summaryOfAssessment({ ...docs, today, protocol });
    return JSON.stringify(fresh) === JSON.stringify(summary) ? [] : [{ table: 'assessment', id, baseRev: found.revs.assessment, value: found.docs.assessment, summary: fresh }];
  }));
  return writes.flat();
}
