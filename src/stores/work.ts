import { clockSettings, othersNear, WORK, type WorkItem, type WorkKind, workOf } from '@/record';
import { addressLine } from '@/report';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useAssessment } from './assessment';
import { useCasework } from './casework';
import { useOffice } from './office';
import { useStandard } from './standard';
import { useToday } from './today';

export interface WorkRow extends WorkItem {
  readonly assessmentId: string;
  readonly reference: string;
  readonly person: string;
  readonly address: string;
}

export interface WorkGroup {
  readonly kind: WorkKind;
  readonly label: string;
  /** By day, the earliest first. */
  readonly rows: readonly WorkRow[];
}

/** What today asks of this vault's officers, record by record. Nothing of it is kept, and nothing is counted by officer. */
export const useWork = defineStore('work', () => {
  const casework = useCasework();
  const office = useOffice();
  const standard = useStandard();
  const calendar = useToday();
  const open = useAssessment();

  const personOf = computed(() => new Map(casework.people.map(({ id, summary }) => [id, summary.reference || 'No reference yet'])));
  const addressOf = computed(() => new Map(casework.addresses.map(({ id, summary }) => [id, addressLine(summary) || 'No address yet'])));

  const groups = computed<readonly WorkGroup[]>(() => {
    const settings = clockSettings(office.office);
    const rows = casework.assessments.flatMap(({ id, summary }) => workOf(summary, settings, standard.protocol, calendar.day).map((item): WorkRow => ({
      ...item, assessmentId: id, reference: summary.reference, person: personOf.value.get(summary.personId) ?? '', address: addressOf.value.get(summary.addressId) ?? '',
    })));
    return (Object.keys(WORK) as WorkKind[]).map((kind) => ({
      kind, label: WORK[kind], rows: rows.filter((row) => row.kind === kind).toSorted((a, b) => a.on.localeCompare(b.on) || a.reference.localeCompare(b.reference)),
    }));
  });

  /** Of the assessment that is open: other people's records in force at its address or near it. */
  const others = computed(() => {
    const record = open.stored;
    return record === null ? [] : othersNear({
      assessmentId: record.ids.assessment, personId: record.ids.person, addressId: record.ids.address,
      assessments: casework.assessments, addresses: casework.addresses, withinMetres: office.office.radiusMetres,
    }).map((one) => ({ ...one, address: addressOf.value.get(one.summary.addressId) ?? '' }));
  });

  return { groups, others, personOf, addressOf };
});
