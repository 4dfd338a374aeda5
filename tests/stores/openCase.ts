import type { Docs } from '@/stores/workingCopy';
import { useAssessment, useSession } from '@/stores';
import { summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import type { OpenVault } from '@/vault';
import { nextTick } from 'vue';
import { ADDRESS, CONDUCTED, PERSON, TODAY } from '../cases/caseFile';
import { newVault, NOTE } from '../vault/testDoor';
import { stores } from './stores';

export const IDS = { person: 'p1', address: 'a1', assessment: 's1' } as const;

/** A real vault that holds one whole case. */
export async function vaultWithCase(): Promise<OpenVault> {
  const { vault } = await newVault();
  await vault.save([
    { table: 'person', id: IDS.person, baseRev: 0, value: PERSON, summary: summaryOfPerson(PERSON) },
    { table: 'address', id: IDS.address, baseRev: 0, value: ADDRESS, summary: summaryOfAddress(ADDRESS) },
    { table: 'assessment', id: IDS.assessment, baseRev: 0, value: CONDUCTED, summary: summaryOfAssessment({ person: PERSON, address: ADDRESS, assessment: CONDUCTED, today: TODAY, protocol: null }) },
  ], [NOTE]);
  return vault;
}

/** The case opened on a page of its own. `faults`: what this vault does otherwise than it should. */
export async function openCase(vault: OpenVault, faults: Partial<OpenVault> = {}) {
  const page = stores();
  const session = useSession(page.pinia);
  session.vault = { ...vault, ...faults };
  const open = useAssessment(page.pinia);
  await open.open(IDS.assessment);
  /** As a keystroke does: the change, then Vue's own turn. */
  async function type(change: (docs: Docs) => void): Promise<void> {
    if (open.docs === null) throw new Error('Nothing is open.');
    change(open.docs);
    await nextTick();
  }
  return { ...page, session, open, type };
}

export const rationale = (words: string) => (docs: Docs): void => { docs.assessment.conduct.rationale = words; };
