import { listedRows, othersNear, WORK, type WorkItem, type WorkKind, workBy } from '@/record';
import { addressLine } from '@/report';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useOffice } from './office';
import { useToday } from './today';

interface WorkRow extends WorkItem {
  readonly assessmentId: string;
  readonly reference: string;
  readonly person: string;
  readonly address: string;
}

interface WorkGroup {
  readonly kind: WorkKind;
  readonly label: string;
  /** By day, the earliest first. */
  readonly rows: readonly WorkRow[];
}

const compared = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What today asks of this vault's officers, record by record. Nothing of it is kept, and nothing is counted by officer. */
export const useWork = defineStore('work', () => {
  const casework = useCasework();
  const office = useOffice();
  const calendar = useToday();
  const open = useAssessment();

  const personOf = computed(() => new Map(casework.people.map(({ id, summary }) => [id, summary.reference || 'No reference yet'])));
  const addressOf = computed(() => new Map(casework.addresses.map(({ id, summary }) => [id, addressLine(summary) || 'No address yet'])));

  const groups = computed<readonly WorkGroup[]>(() => {
    const workOf = workBy(casework.deadlines, calendar.day);
    const byKind = new Map<WorkKind, WorkRow[]>((Object.keys(WORK) as WorkKind[]).map((kind) => [kind, []]));
    for (const { id, summary } of casework.assessments) {
      for (const item of workOf(summary)) {
        byKind.get(item.kind)?.push({ ...item, assessmentId: id, reference: summary.reference, person: personOf.value.get(summary.personId) ?? '', address: addressOf.value.get(summary.addressId) ?? '' });
      }
    }
    return [...byKind].map(([kind, rows]) => ({ kind, label: WORK[kind], rows: rows.sort((a, b) => compared(a.on, b.on) || compared(a.reference, b.reference)) }));
  });

  /** Every record as a list shows it, newest first. */
  const rows = computed(() => listedRows(casework.assessments, { personOf: personOf.value, addressOf: addressOf.value }));

  /** Of the assessment that is open: other people's records in force at its address or near it. */
  const others = computed(() => {
    const record = open.stored;
    return record === null ? [] : othersNear({
      assessmentId: record.ids.assessment, personId: record.ids.person, addressId: record.ids.address,
      assessments: casework.assessments, addresses: casework.addresses, withinMetres: office.office.radiusMetres,
    }).map((one) => ({ ...one, address: addressOf.value.get(one.summary.addressId) ?? '' }));
  });

  return { groups, rows, others, personOf, addressOf };
});
