import type { AskedThen } from '@/record';
import type { Criterion, LocalQuestion, Protocol, StandardText } from '@/rules';
import type { RecordRequest } from './request';

/** What the standard asked when it was put on record; today's only where the record carries none. */
export const askedIn = ({ assessment, askedNow }: Pick<RecordRequest, 'assessment' | 'askedNow'>): AskedThen => assessment.asked ?? askedNow;

/** A criterion of the text itself, for what is asked of the record and not of the facts; null: that text has none of this id. */
export const criterionIn = ({ sections }: StandardText, id: string): Criterion | null => sections.flatMap(({ criteria }) => criteria).find((one) => one.id === id) ?? null;

/** What is asked on some events only has these; null: on every event. */
export type AskedLocally = LocalQuestion & { readonly onEvents: Protocol['groups'][number]['onEvents'] | null };

export function localQuestionsOf(protocol: Protocol | null): readonly AskedLocally[] {
  if (protocol === null) return [];
  return [...protocol.groups.map((group) => ({ ...group, onEvents: group.onEvents.length === 0 ? null : group.onEvents })), ...protocol.triggers.map((question) => ({ ...question, onEvents: null }))];
}

/** 'Kinlowrie housing risk protocol, version 3'. */
export const protocolTitle = ({ name, version }: Protocol): string => `${name}, version ${version}`;
