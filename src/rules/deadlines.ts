import { CHECK_AGENCIES, type CheckAgencyId } from '@/terms';
import { limitOf } from './clockLimits';
import { isRegistered } from './registered';
import { LIMITS } from './standard/limits';
import { checkedDate, countCalendarDays, workingDaysBy } from './timescales';
import type { ClockFacts, ClockSettings, ClockStart, Deadline, Extension } from './clockTypes';
import type { Protocol } from './protocolTypes';
import type { ConductFacts, LimitId } from './types';

/** What is counted: which limit, from what, and what to enter where nobody has said when that was. */
interface Clock {
  readonly id: string;
  readonly for: string;
  readonly limit: LimitId;
  readonly from: ClockStart;
  readonly ask: string;
}
type Count = (clock: Clock) => Deadline;

const AGENCY_IDS = Object.keys(CHECK_AGENCIES) as CheckAgencyId[];
const INITIAL_EVENTS: readonly ConductFacts['trigger'][] = ['initialRegistration', 'newAddress', 'release'];
const ASK_NOTIFICATION = 'Enter the date of the notification, and which event of which agency it was.';

const ofLimit = (limit: LimitId, from: ClockStart, ask: string): Clock => ({ id: limit, for: LIMITS[limit].label, limit, from, ask });

function counting({ calendar }: ClockSettings, protocol: Protocol | null): Count {
  const workingDays = workingDaysBy({ ...calendar, local: [...calendar.local, ...(protocol?.holidays ?? [])] });
  return ({ id, for: words, limit, from, ask }) => {
    const { unit, value, clauses } = limitOf(limit, protocol);
    const counted = from.on === null ? null : unit === 'calendarDays' ? countCalendarDays(from.on, value) : workingDays(from.on, value);
    const known = counted?.is === 'counted' ? counted : null;
    const unknown: Deadline['unknown'] = counted === null ? { reason: 'unanswered', say: ask } : counted.is === 'unknown' ? { reason: 'calendarNotCovered', say: counted.say } : null;
    return { id, for: words, kind: unit, limitDays: value, countedFrom: from, firstDueOn: known?.dueOn ?? null, dueOn: known?.dueOn ?? null, extension: null, days: known?.days ?? [], unknown, ruledOn: limit !== 'ownNotification', clauses };
  };
}

/** A part never ends after the whole, however short a protocol makes the whole. */
function within(whole: Deadline, part: Deadline): Deadline {
  const { firstDueOn } = whole;
  if (firstDueOn === null || part.firstDueOn === null || part.firstDueOn <= firstDueOn) return part;
  const days = part.days.filter(({ on }) => on <= firstDueOn);
  return { ...part, limitDays: days.filter(({ number }) => number !== null).length, firstDueOn, dueOn: firstDueOn, days };
}

/** 7 = 2, then 5 (ERA-2017 4.0). The 5 follow the SOLO's first due day: a longer time for the SOLO is not one for the others. */
function initialEra(count: Count, { notification }: ClockFacts, sideBySide: boolean): readonly Deadline[] {
  const whole = count(ofLimit('initialEra', notification, ASK_NOTIFICATION));
  const solo = within(whole, count(ofLimit('solo', notification, ASK_NOTIFICATION)));
  if (sideBySide) return [whole, solo, within(whole, count(ofLimit('otherAgencies', notification, ASK_NOTIFICATION)))];
  const others = count(ofLimit('otherAgencies', { on: solo.firstDueOn, event: "End of the SOLO's part", agency: 'solo' }, ASK_NOTIFICATION));
  return [whole, solo, within(whole, { ...others, unknown: solo.unknown ?? others.unknown })];
}

/** Each from an event of its own, by the limit of its part. */
function agencies(count: Count, { agencies: starts }: ClockFacts, limitFor: (id: CheckAgencyId) => LimitId): readonly Deadline[] {
  return AGENCY_IDS.flatMap((id) => {
    const from = starts[id];
    return from ? [count({ id: `agency.${id}`, for: CHECK_AGENCIES[id], limit: limitFor(id), from, ask: "Enter the date of the event that started this agency's clock." })] : [];
  });
}

/**
 * | event                                          | initial ERA, 2 + 5 | annual review | agencies of their own |
 * | first registration, new address, release       | yes                | no            | 2 or 5                |
 * | annual review                                  | no                 | yes           | 21                    |
 * | changes, other, none given                     | no                 | no            | no                    |
 * | any of these, where the address is proposed    | yes                | as above      | 21, or else 2 or 5    |
 */
function ofEvent(count: Count, { trigger, addressKind }: ConductFacts, clock: ClockFacts, sideBySide: boolean): readonly Deadline[] {
  const initial = INITIAL_EVENTS.includes(trigger) || addressKind === 'proposed' ? initialEra(count, clock, sideBySide) : [];
  if (trigger === 'annualReview') {
    const renewal: ClockStart = { on: clock.renewedOn, event: 'Renewal of registration', agency: null };
    return [...initial, count(ofLimit('annualReview', renewal, 'Enter the date on which registration was renewed.')), ...agencies(count, clock, () => 'annualReview')];
  }
  return initial.length === 0 ? [] : [...initial, ...agencies(count, clock, (id) => (id === 'solo' ? 'solo' : 'otherAgencies'))];
}

/** SOA-2003 s. 84(1): shown, never ruled on. */
function ownNotification(count: Count, { trigger }: ConductFacts, { movedOn }: ClockFacts): readonly Deadline[] {
  if (trigger !== 'newAddress' && movedOn === null) return [];
  return [count(ofLimit('ownNotification', { on: movedOn, event: 'Change of home address', agency: null }, 'Enter the date of the change of home address once it has happened.'))];
}

function fixedDays({ releaseOn, voidHeldUntil, bidClosesOn }: ClockFacts): readonly Deadline[] {
  const fixed = (id: string, words: string, on: string | null): readonly Deadline[] => (on === null ? [] : [{
    id, for: words, kind: 'fixedDay', limitDays: null, countedFrom: null, firstDueOn: checkedDate(on), dueOn: on, extension: null, days: [], unknown: null, ruledOn: true, clauses: [],
  }]);
  return [...fixed('release', 'Release or home leave', releaseOn), ...fixed('voidHeld', 'Landlord holds the property until', voidHeldUntil), ...fixed('bidCloses', 'Bid closes', bidClosesOn)];
}

/** By the last extension that has a reason and ends after the first due day; the person's own duty is nobody's to extend. */
function extended(deadline: Deadline, extensions: readonly Extension[]): Deadline {
  const { id, firstDueOn, ruledOn } = deadline;
  if (firstDueOn === null || !ruledOn) return deadline;
  const extension = extensions.findLast(({ deadlineId, to, reason }) => deadlineId === id && reason.trim() !== '' && checkedDate(to) > firstDueOn);
  return extension ? { ...deadline, dueOn: extension.to, extension } : deadline;
}

export type Deadlines = (facts: ConductFacts, clock: ClockFacts) => readonly Deadline[];

/**
 * The clocks that run in a case: the standard's, each agency's own, the person's own duty, then the fixed days. None for a person under 18, whom
 * the adult route stops at. The standard's are of registered people; where registration is open they are counted all the same, the stricter reading.
 * For many records by one calendar: what is counted for one is not counted again. Throws RangeError for a date that is none.
 */
export function deadlinesBy(settings: ClockSettings, protocol: Protocol | null): Deadlines {
  const count = counting(settings, protocol);
  return (facts, clock) => {
    if (facts.under18 === 'yes') return [];
    const counted = isRegistered(facts) === false ? [] : [...ofEvent(count, facts, clock, settings.agenciesSideBySide), ...ownNotification(count, facts, clock)];
    return [...counted, ...fixedDays(clock)].map((deadline) => extended(deadline, clock.extensions));
  };
}

/** Of one record alone. Throws RangeError as `deadlinesBy` does. */
export const deadlinesOf = (facts: ConductFacts, clock: ClockFacts, settings: ClockSettings, protocol: Protocol | null): readonly Deadline[] => deadlinesBy(settings, protocol)(facts, clock);
