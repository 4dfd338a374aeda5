import { csvLine } from '@/geo/stock';
import { oversightDay, type OversightGroup, oversightOf, yearsIn } from '@/record';
import { HELD_WORDS, oversightDocument, type RecordDocument, yearWords } from '@/report';
import { defineStore } from 'pinia';
import { computed, nextTick, ref } from 'vue';
import { useCasework } from './casework';
import { useClock } from './clock';
import { useOffice } from './office';
import { printNeutrally } from './printNeutrally';
import { useSession } from './session';
import { useToday } from './today';

interface Leaving { readonly recipient: string; readonly purpose: string }

/** Counts without people, of one MAPPA year. They leave the vault only on the log. */
export const useOversight = defineStore('oversight', () => {
  const casework = useCasework();
  const office = useOffice();
  const session = useSession();
  const clock = useClock();
  const calendar = useToday();

  /** What was tried out in the training area counts there alone. */
  const all = computed(() => casework.assessments.map(({ summary }) => summary).filter(({ training }) => session.isTraining || !training));
  const years = computed(() => yearsIn(all.value, calendar.day, oversightDay));
  const chosen = ref<string | null>(null);
  const year = computed(() => chosen.value ?? years.value[0] ?? '');
  const groups = computed<readonly OversightGroup[]>(() => oversightOf(all.value, year.value));
  const area = computed(() => office.office.officeName.trim() || 'Area not named in the office settings');
  const printed = ref<RecordDocument | null>(null);

  const disclosed = (act: string, { recipient, purpose }: Leaving) => session.note({ event: 'disclosure', act, about: [], detail: { recipient, purpose, year: year.value } });

  async function print(leaving: Leaving): Promise<void> {
    await disclosed('counts for oversight printed', leaving);
    printed.value = oversightDocument({ groups: groups.value, year: year.value, area: area.value, printedAt: clock.now().toISOString(), logHeadCode: await session.openVault().logHeadCode(), training: session.isTraining });
    await nextTick();
    printNeutrally('steading-counts');
  }

  /** A CSV file (RFC 4180, UTF-8) by row: year, area, question, row, number ('held back' where it is). */
  async function asCsv(leaving: Leaving): Promise<{ readonly name: string; readonly text: string }> {
    await disclosed('counts for oversight saved', leaving);
    const rows = groups.value.flatMap(({ heading, rows: counted }) => counted.map(({ label, count }) => csvLine([yearWords(year.value), area.value, heading, label, count ?? 'held back'])));
    return { name: `steading-counts-${year.value}.csv`, text: [csvLine(['Year', 'Area', 'Question', 'Row', 'Number']), ...rows, csvLine([HELD_WORDS])].join('') };
  }

  return { years, year, chosen, groups, area, printed, print, asCsv };
});
