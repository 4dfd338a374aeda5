import { type CaseFileToday, clockSettings, type Panel } from '@/record';
import { candidatesDocument, candidatesTable, type CandidatesTable, type RecordDocument } from '@/report';
import { CANDIDATES } from '@/terms';
import type { LogNote } from '@/vault';
import { defineStore } from 'pinia';
import { computed, nextTick, ref, shallowRef } from 'vue';
import { useAssessment } from './assessment';
import { besideTasks } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { newId } from './newId';
import { useOffice } from './office';
import { listedUnder } from './listedAnew';
import { printNeutrally } from './printNeutrally';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { type OnRecord, readRecord } from './workingCopy';

/** What is said of each candidate, by the id of its record. */
export type OfCandidate = Pick<Panel, 'views' | 'needs' | 'manageable' | 'offered' | 'why'>;
export type PanelSaid = Pick<Panel, 'on' | 'name' | 'attendance' | 'quorate' | 'quorumNote' | 'interests' | 'ifNone' | 'dissent'> & { readonly of: Readonly<Record<string, OfCandidate>> };

/** Two to six addresses for one person, fact beside fact, and what the panel decided. No order of merit is computed or kept (digest, harm 3). */
export const useCandidates = defineStore('candidates', () => {
  const session = useSession();
  const casework = useCasework();
  const office = useOffice();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();
  const open = useAssessment();

  const records = shallowRef<readonly OnRecord[]>([]);
  const printed = shallowRef<RecordDocument | null>(null);
  const busy = ref(false);

  const cases = computed<readonly CaseFileToday[]>(() => records.value.map(({ docs }) => ({ ...docs, ...listedUnder(docs, { today: calendar.day, protocol: standard.protocol }) })));
  const settings = computed(() => clockSettings(office.office));
  const table = computed<CandidatesTable | null>(() => (cases.value.length === 0 ? null : candidatesTable(cases.value, settings.value)));

  async function read(ids: readonly string[]): Promise<readonly OnRecord[]> {
    const vault = session.openVault();
    const found = await Promise.all(ids.map((id) => readRecord(vault, id)));
    return found.filter((one) => one !== null).toSorted((a, b) => a.docs.assessment.startedAt.localeCompare(b.docs.assessment.startedAt));
  }

  /** On the log as combination before anything is shown. Throws where there are not two to six of one person. */
  async function show(ids: readonly string[]): Promise<void> {
    records.value = [];
    printed.value = null;
    if (ids.length < CANDIDATES.least || ids.length > CANDIDATES.most) throw new Error(`Choose ${CANDIDATES.least} to ${CANDIDATES.most} addresses.`);
    const found = await read(ids);
    if (new Set(found.map(({ ids: { person } }) => person)).size !== 1) throw new Error('These are not addresses of one person. Choose again.');
    await session.note({ event: 'combination', act: 'candidates compared', about: found.map((one) => ({ table: 'assessment', id: one.ids.assessment, rev: one.revs.assessment })), detail: {} });
    records.value = found;
  }

  /** One save for all of them. What each record decided, and what the standard asked then, stays as it was. Throws StaleRevision, RecordError; throws where one of them has a draft. */
  async function decide(said: PanelSaid): Promise<void> {
    const vault = session.openVault();
    const shown = records.value;
    if (shown.some(({ ids }) => ids.assessment === open.assessmentId) && open.changed.length > 0) throw new Error('One of these records has a draft. Put it on record, or give it up, then record the panel.');
    const stamp = { at: clock.now().toISOString(), by: vault.officer.name };
    const panelId = newId();
    const today = calendar.look();
    const { of, ...common } = said;
    const writes = shown.map((record) => {
      const { docs, ids } = record;
      const one = of[ids.assessment];
      if (one === undefined) throw new TypeError('Nothing was said of one of the candidates.');
      const beside = shown.filter((other) => other !== record).map((other) => ({ assessmentId: other.ids.assessment, reference: other.docs.assessment.reference }));
      const panel: Panel = { ...common, ...one, answerId: newId(), panelId, beside, ...stamp };
      return besideTasks(record, { panels: [...(docs.assessment.panels ?? []), panel] }, { ...stamp, what: 'panel recorded', today, protocol: standard.protocol });
    });
    const note: LogNote = { event: 'alteration', act: 'panel recorded', about: writes.map(({ table: name, id, baseRev }) => ({ table: name, id, rev: baseRev + 1 })), detail: {} };
    await vault.save(writes, [note]);
    casework.refresh();
    const opened = open.assessmentId;
    if (opened !== null && shown.some(({ ids }) => ids.assessment === opened)) {
      await open.close();
      await open.open(opened);
    }
    records.value = await read(shown.map(({ ids }) => ids.assessment));
  }

  /** A clear copy leaves the vault: on the log first, with recipient and purpose. */
  async function print(request: { readonly recipient: string; readonly purpose: string }): Promise<void> {
    busy.value = true;
    try {
      await session.note({
        event: 'disclosure', act: 'candidates printed', about: records.value.map(({ ids, revs }) => ({ table: 'assessment', id: ids.assessment, rev: revs.assessment })),
        detail: { recipient: request.recipient, purpose: request.purpose },
      });
      printed.value = candidatesDocument({
        cases: cases.value, settings: settings.value, panelName: office.office.panelName, printedAt: clock.now().toISOString(), logHeadCode: await session.openVault().logHeadCode(), training: session.isTraining,
      });
      await nextTick();
      printNeutrally('steading-candidates');
    } finally {
      busy.value = false;
    }
  }

  function leave(): void {
    records.value = [];
    printed.value = null;
  }

  return { records, table, printed, busy, show, decide, print, leave };
});
