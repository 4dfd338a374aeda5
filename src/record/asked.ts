import { calendarOf, type ClockSettings, type ConductDecision, deadlinesOf, type Deadline, decide, type Departure, departuresOf, reasonsFor, type StandardText } from '@/rules';
import type { AskedCase } from './caseFile';
import { clockFacts, conductFacts } from './facts';
import type { Office } from './schema/office';

/**
 * What the standard asked of this assessment and how it was answered, as it stood when it was put on record.
 * `standard` is the full text it was answered under, `standardId` its SHA-256 (hex) over the canonical JSON: the record opens and prints as it was
 * with no old code.
 */
export interface AskedThen {
  readonly standardId: string;
  readonly standard: StandardText;
  /** ISO instant of the save. */
  readonly at: string;
  readonly decision: ConductDecision;
  readonly reasons: readonly string[];
  readonly departures: readonly Departure[];
  readonly deadlines: readonly Deadline[];
  /** The holidays and the way of counting that the deadlines rest on. */
  readonly settings: ClockSettings;
}

/** How this office counts days. */
export function clockSettings({ calendar: { localHolidays, nationalYears, agenciesSideBySide } }: Pick<Office, 'calendar'>): ClockSettings {
  return { calendar: calendarOf(localHolidays, nationalYears), agenciesSideBySide };
}

/** `at`: ISO instant; `standard.id`: SHA-256 (hex) of the text's canonical JSON, computed by the caller. */
export function askedOf({ person, assessment, protocol, settings, standard, at }: AskedCase & {
  readonly settings: ClockSettings;
  readonly standard: { readonly id: string; readonly text: StandardText };
  readonly at: string;
}): AskedThen {
  const facts = conductFacts(person, assessment);
  const decision = decide(facts, protocol);
  const { decision: choice, partsLeftOut } = assessment.conduct;
  return {
    standardId: standard.id, standard: standard.text, at, decision,
    reasons: reasonsFor(facts, decision, protocol),
    departures: departuresOf(decision, choice, partsLeftOut),
    deadlines: deadlinesOf(facts, clockFacts(person, assessment), settings, protocol),
    settings,
  };
}
