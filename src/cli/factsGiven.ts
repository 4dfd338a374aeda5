import { calendarOf, NATIONAL, noFacts, parseProtocol, type ClockFacts, type ClockSettings, type ClockStart, type ConductFacts, type Protocol } from '@/rules';
import type { CheckAgencyId, ConductChoice, EraPart, Ground } from '@/terms';
import * as v from 'valibot';
import { factsSchema, type FactsFile } from './factsSchema';

/** What the agencies decided; null: nobody has said. */
export interface GivenConduct {
  readonly choice: ConductChoice | null;
  readonly partsLeftOut: readonly EraPart[];
  readonly ground: Ground | null;
  readonly authorisedBy: string;
  readonly authorisedOn: string | null;
  readonly reopenOn: string | null;
}

/** A facts file as the rules take it. */
export interface GivenFacts {
  readonly facts: ConductFacts;
  readonly clock: ClockFacts;
  readonly settings: ClockSettings;
  readonly protocol: Protocol | null;
  readonly conduct: GivenConduct;
}

type Group = Readonly<Record<string, string | null | undefined>>;

/** What is given, without what is left open. */
function answered<T extends Group>(group: T | null | undefined): Partial<{ [Id in keyof T]: NonNullable<T[Id]> }> {
  return Object.fromEntries(Object.entries(group ?? {}).filter(([, value]) => (value ?? null) !== null)) as Partial<{ [Id in keyof T]: NonNullable<T[Id]> }>;
}

function conductFacts(file: FactsFile, asOf: string): ConductFacts {
  const none = noFacts(asOf);
  const { under18 = null, registered = null, category = null, level = null, supervision = null, trigger = null, addressKind = null, lastEra = null, lastReview = null } = file;
  return {
    asOf, under18, registered, category, level, supervision, trigger, addressKind, lastEra, lastReview,
    orders: { ...none.orders, ...answered(file.orders) },
    behaviours: { ...none.behaviours, ...answered(file.behaviours) },
    changes: { ...none.changes, ...answered(file.changes) },
    local: file.local ?? {},
  };
}

type StartInFile = NonNullable<NonNullable<FactsFile['clock']>['notification']>;
const startOf = ({ on, event, agency }: StartInFile): ClockStart => ({ on: on ?? null, event: event ?? '', agency: agency ?? null });

function clockFacts({ clock }: FactsFile): ClockFacts {
  const { notification, renewedOn = null, movedOn = null, releaseOn = null, voidHeldUntil = null, bidClosesOn = null, agencies, extensions } = clock ?? {};
  const started = Object.entries(agencies ?? {}).flatMap(([id, start]) => (start ? [[id as CheckAgencyId, startOf(start)] as const] : []));
  return { notification: startOf(notification ?? {}), renewedOn, movedOn, releaseOn, voidHeldUntil, bidClosesOn, agencies: Object.fromEntries(started), extensions: extensions ?? [] };
}

function clockSettings({ calendar }: FactsFile): ClockSettings {
  return { calendar: calendarOf(calendar?.localHolidays ?? [], calendar?.nationalYears ?? []), agenciesSideBySide: calendar?.agenciesSideBySide ?? false };
}

function conductOf({ conduct }: FactsFile): GivenConduct {
  const { choice = null, partsLeftOut, ground = null, authorisedBy, authorisedOn = null, reopenOn = null } = conduct ?? {};
  return { choice, partsLeftOut: partsLeftOut ?? [], ground, authorisedBy: authorisedBy ?? '', authorisedOn, reopenOn };
}

/** Of a file in which `factsFaults` found none. `today`: ISO date. Throws where it has faults all the same. */
export function givenFacts(held: unknown, today: string): GivenFacts {
  const file = v.parse(factsSchema, held);
  const parsed = file.protocol ? parseProtocol(file.protocol, NATIONAL) : null;
  return {
    facts: conductFacts(file, file.asOf ?? today), clock: clockFacts(file), settings: clockSettings(file),
    protocol: parsed?.is === 'protocol' ? parsed.protocol : null, conduct: conductOf(file),
  };
}
