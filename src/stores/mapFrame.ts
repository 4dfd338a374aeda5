import { leftOutByFrame, type MapFrame } from '@/record';
import { framePhrase } from '@/report';
import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { useAssessment } from './assessment';
import { besideTasks } from './besideTasks';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useSession } from './session';
import { useStandard } from './standard';
import { useToday } from './today';
import { readRecord } from './workingCopy';

/** The map as the officer framed it for print and Word file. It is how the record is shown, and none of its answers: what was decided and asked then stays as it was. */
export const useMapFrame = defineStore('mapFrame', () => {
  const session = useSession();
  const open = useAssessment();
  const casework = useCasework();
  const standard = useStandard();
  const clock = useClock();
  const calendar = useToday();

  /** It is being framed on the screen: nothing of that is on record yet. */
  const framing = ref(false);

  /** Said beside the map as it is on record; '': it shows everything. */
  const beside = computed(() => (open.stored === null ? '' : framePhrase(leftOutByFrame(open.stored.docs))));

  /** null: everything is shown again. On record and on the log at once. Throws where the record has a draft, and as `save` does. */
  async function keep(frame: MapFrame | null): Promise<void> {
    if (open.changed.length > 0) throw new Error('Some of this record is still a draft. Put it on record, or give it up, then frame the map.');
    const vault = session.openVault();
    const record = await readRecord(vault, open.assessmentId ?? '');
    if (record === null) throw new Error('This record is not in the vault any more. Go back to the list.');
    const what = frame === null ? 'map shown whole again in print' : 'map framed for print';
    const write = besideTasks(record, { mapFrame: frame }, { what, at: clock.now().toISOString(), by: vault.officer.name, today: calendar.look(), protocol: standard.protocol });
    await vault.save([write], [{ event: 'alteration', act: what, about: [{ table: 'assessment', id: write.id, rev: write.baseRev + 1 }], detail: {} }]);
    casework.refresh();
    await open.reread();
  }

  return { framing, beside, keep };
});
