import { CARRIED_PARTS, type CarriedPart } from '@/terms';
import { NEIGHBOURS_FINDING } from './findings/ofPeople';
import type { Assessment } from './schema/assessment';
import type { LastDone } from './schema/clocks';
import { noPlacement } from './schema/placement';
import { isBegun } from './tasks/missing';

const PARTS = Object.keys(CARRIED_PARTS) as readonly CarriedPart[];

/** What of the record is carried, part by part. Nothing that is of its day: no bed for tonight, no release; nothing of nearby households, which is deleted after each decision. */
const TAKEN: Readonly<Record<CarriedPart, (last: Assessment) => Partial<Assessment>>> = {
  placement: ({ placement }) => (placement === undefined ? {} : { placement: { ...structuredClone(noPlacement), setting: placement.setting, settingNote: placement.settingNote, run: placement.run, boundary: placement.boundary, household: placement.household } }),
  property: ({ property }) => (property === undefined ? {} : { property }),
  sites: ({ judgements, exceptions, addedSites, splits }) => ({ judgements, exceptions, addedSites, ...(splits === undefined ? {} : { splits }) }),
  formulation: ({ formulation }) => (formulation === undefined ? {} : { formulation: { ...formulation, dealings: Object.fromEntries(Object.entries(formulation.dealings).filter(([key]) => key !== NEIGHBOURS_FINDING)) } }),
};

/** Which days the record itself gives for 'when was the last ERA, and its last review?'. */
function lastDone({ trigger, outcome: { decidedOn: on }, lastEra, lastReview }: Assessment): { readonly lastEra?: LastDone; readonly lastReview?: LastDone } {
  if (on === null) return {};
  return trigger.kind === 'annualReview' ? { lastEra, lastReview: { answer: 'on', on } } : { lastEra: { answer: 'on', on }, lastReview };
}

/** A review that begins from the last record: what is carried waits for an officer to say that it still holds, or to change it. Nothing is asked of the last record, and nothing of it changes. */
export function carriedFrom(last: Assessment, begun: Assessment): Assessment {
  const taken = PARTS.flatMap((part) => {
    const values = TAKEN[part](last);
    return isBegun(values) ? [[part, values] as const] : [];
  });
  if (taken.length === 0) return begun;
  return {
    ...begun, ...lastDone(last), ...Object.assign({}, ...taken.map(([, values]) => structuredClone(values))) as Partial<Assessment>,
    carried: { reference: last.reference, decidedOn: last.outcome.decidedOn, parts: Object.fromEntries(taken.map(([part]) => [part, null])) },
  };
}

/** Taken over, and nobody has looked at them again. */
export const carriedOpen = ({ carried }: Pick<Assessment, 'carried'>): readonly CarriedPart[] => PARTS.filter((part) => carried?.parts[part] === null);

export const isCarriedPart = (id: string): id is CarriedPart => Object.hasOwn(CARRIED_PARTS, id);
