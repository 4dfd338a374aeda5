import { CATEGORY_IDS, categoryOf, isCategoryId, TRIGGERS, type Trigger } from '@/terms';
import * as v from 'valibot';
import { DOCUMENTS } from '../standard/documents';
import type { Protocol } from '../protocolTypes';
import type { LimitId } from '../types';
import { isoDay, just, list, LONGEST_NAME, newId, question, text, wholeNumber } from './fields';

/** What a protocol is checked against: ids of the national criteria, and each limit's number of days. */
export interface NationalIds {
  readonly criteria: readonly string[];
  readonly limits: Readonly<Record<LimitId, number>>;
}

/** `path`: groups.0.id; empty: the whole. `say`: what is wrong and what to do. */
export interface ProtocolFault {
  readonly path: string;
  readonly say: string;
}

const events = Object.keys(TRIGGERS) as Trigger[];
const mapped = CATEGORY_IDS.filter((id) => categoryOf(id).found === 'mapped');
const ofTheDuty = "This limit is the person's own duty in law (SOA-2003 s.84): no protocol can set it. Take out this entry.";

/** One field at a time; what shows only between entries is told by `faultsBetween`. */
export function protocolSchema({ criteria, limits }: NationalIds): v.GenericSchema<unknown, Protocol> {
  const criterionId = newId((id) => criteria.includes(id), 'Use another id: this one belongs to a national criterion, which a local protocol cannot change.');
  const local = {
    id: criterionId,
    question,
    asksFor: v.picklist(['must', 'complyOrExplain', 'discretionary'], 'Choose must, complyOrExplain or discretionary: a local question can ask for an ERA, and never take one away.'),
    clause: text(),
    reason: text(),
  };
  const shortened = (Object.keys(limits) as LimitId[]).filter((id) => id !== 'ownNotification');
  return just({
    format: v.literal('steading-protocol', 'This is no local protocol: the format of one is steading-protocol. Open another file.'),
    formatVersion: v.literal(1, 'Set formatVersion to 1.'),
    name: v.pipe(text(LONGEST_NAME), v.check((name) => !Object.hasOwn(DOCUMENTS, name.trim().toUpperCase()), 'Use a name of your own: this is the short name of a national document.')),
    version: text(LONGEST_NAME),
    owner: text(LONGEST_NAME),
    inForceFrom: isoDay,
    groups: list(just({ ...local, onEvents: list(v.picklist(events, `Choose from these events: ${events.join(', ')}.`)) })),
    triggers: list(just(local)),
    checks: list(just({
      id: newId((id) => criteria.includes(id) || isCategoryId(id), 'Use another id: this one belongs to a national criterion or to a category, which a local protocol cannot change.'),
      label: text(),
      ask: text(),
      kind: v.picklist(['must', 'recommended', 'discretionary'], 'Choose must, recommended or discretionary.'),
      reason: text(),
    })),
    categories: list(just({
      id: newId(isCategoryId, "Use another id: this category is the standard's or Steading's own, and a local protocol cannot redefine it."),
      label: text(),
      plural: text(),
      ask: text(),
      reason: text(),
    })),
    prompts: list(just({
      category: v.picklist(mapped, `Choose a category that a map can hold: ${mapped.join(', ')}.`),
      metres: wholeNumber(10, 5000, 'Enter whole metres, from 10 to 5,000.'),
      reason: text(),
    })),
    limits: list(just({
      limit: v.picklist(shortened, ({ input }) => (input === 'ownNotification' ? ofTheDuty : `Choose from these limits: ${shortened.join(', ')}.`)),
      days: wholeNumber(1, Infinity, 'Enter a whole number of days, 1 or more.'),
      reason: text(),
    })),
    holidays: list(just({ on: isoDay, name: text() })),
  });
}
