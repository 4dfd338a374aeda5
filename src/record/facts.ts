import type { ClockFacts, ClockStart, ConductFacts } from '@/rules';
import { type AgencyId, type CheckAgencyId, TRIGGERS } from '@/terms';
import { dayBegun } from './days';
import type { Assessment } from './schema/assessment';
import type { LastDone } from './schema/clocks';
import type { Person } from './schema/person';

/** A day that is not given yet, or lies after the assessment was begun, answers nothing. */
function lastDone({ answer, on }: LastDone, begun: string): ConductFacts['lastEra'] {
  return answer === 'on' ? (on !== null && on <= begun ? on : null) : answer;
}

/** What the record brings to the standard: answers as they were given, null where nobody has answered. */
export function conductFacts(person: Person, assessment: Assessment): ConductFacts {
  const { under18, registered, category, level, supervision, orders, behaviours } = person;
  const { trigger, changes, addressKind, lastEra, lastReview, local } = assessment;
  const asOf = dayBegun(assessment);
  return {
    asOf, under18, registered, category, level, supervision, orders, behaviours,
    trigger: trigger.kind, changes, addressKind, lastEra: lastDone(lastEra, asOf), lastReview: lastDone(lastReview, asOf), local,
  };
}

/** Contacts of ERA-2017 5.1 by the agency that they belong to, where it is one that can lead or notify. */
export const AGENCY_OF: Readonly<Partial<Record<CheckAgencyId, AgencyId>>> = {
  solo: 'solo', justiceSocialWork: 'justiceSocialWork', police: 'police', prison: 'prison', rsl: 'rsl', nhs: 'healthBoard',
};

/** Of agencies, only those whose clock was started by an event of their own. */
export function clockFacts(person: Pick<Person, 'renewalOn'>, { trigger, clocks }: Pick<Assessment, 'trigger' | 'clocks'>): ClockFacts {
  const { movedOn, releaseOn, voidHeldUntil, bidClosesOn, extensions } = clocks;
  const started = (Object.entries(clocks.agencies) as [CheckAgencyId, (typeof clocks.agencies)[CheckAgencyId]][]).flatMap(([id, clock]): [CheckAgencyId, ClockStart][] =>
    (clock && clock.startedOn !== null ? [[id, { on: clock.startedOn, event: clock.event, agency: AGENCY_OF[id] ?? 'other' }]] : []));
  return {
    notification: { on: trigger.occurredOn, event: trigger.event.trim() || (trigger.kind === null ? '' : TRIGGERS[trigger.kind]), agency: trigger.agency },
    renewedOn: person.renewalOn, movedOn, releaseOn, voidHeldUntil, bidClosesOn,
    agencies: Object.fromEntries(started),
    // An extension that is not filled in yet extends nothing.
    extensions: extensions.flatMap(({ to, decidedOn, ...rest }) => (to === null || decidedOn === null ? [] : [{ ...rest, to, decidedOn }])),
  };
}
