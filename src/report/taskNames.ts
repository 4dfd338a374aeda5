import type { TaskId } from '@/record';

/** The tasks of a record, as lists and prints name them. */
export const TASK_NAMES: Readonly<Record<TaskId, string>> = {
  address: 'address', person: 'person', trigger: 'what starts it', placement: 'kind of case', conduct: 'conduct decision', property: 'property', homeVisit: 'home visit', physicalCheck: 'physical check', agencies: 'agencies and databases', children: 'children and other people', sites: 'sites near the address', formulation: 'risk formulation', outcome: 'decision', review: 'review',
};
