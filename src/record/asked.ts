import { calendarOf, type ClockSettings, type ConductDecision, deadlinesOf, type Deadline, decide, type Departure, departuresOf, reasonsFor, type StandardText } from '@/rules';
import type { CaseFile } from './caseFile';
import { clockFacts, conductFacts } from './facts';
import type { Office } from './schema/office';
import { recordState } from './taskStates';

/**
 * What the standard asks of an assessment and how it is answered.
 * `standard` is the full text it was answered under, `standardId` its SHA-256 (hex) over the canonical JSON: the record opens and prints as it was
 * with no old code.
 */
export interface Asked {
  readonly standardId: string;
  readonly standard: StandardText;
  readonly decision: ConductDecision;
  readonly reasons: readonly string[];
  readonly departures: readonly Departure[];
  readonly deadlines: readonly Deadline[];
  /** The holidays and the way of counting that the deadlines rest on. */
  readonly settings: ClockSettings;
}

/** As it stood when it was put on record. `at`: ISO instant of the save. */
export interface AskedThen extends Asked {
  readonly at: string;
}

/** How this office counts days. */
export function clockSettings({ calendar: { localHolidays, nationalYears, agenciesSideBySide } }: Pick<Office, 'calendar'>): ClockSettings {
  return { calendar: calendarOf(localHolidays, nationalYears), agenciesSideBySide };
}

/** `standard.id`: SHA-256 (hex) of the text's canonical JSON, computed by the caller. */
export function askedOf({ person, assessment, settings, standard }: Pick<CaseFile, 'person' | 'assessment'> & {
  readonly settings: ClockSettings;
  readonly standard: { readonly id: string; readonly text: StandardText };
}): Asked {
  const { protocol } = standard.text;
  const facts = conductFacts(person, assessment);
  const decision = decide(facts, protocol);
  const { decision: choice, partsLeftOut } = assessment.conduct;
  return {
    standardId: standard.id, standard: standard.text, decision,
    reasons: reasonsFor(facts, decision, protocol),
    departures: departuresOf(decision, choice, partsLeftOut),
    deadlines: deadlinesOf(facts, clockFacts(person, assessment), settings, protocol),
    settings,
  };
}

/** Of a record that is complete: it goes on saying what it said then, whatever the standard says today. null: the standard of today is asked. `today`: ISO date. */
export function askedThenOf(file: CaseFile, today: string): AskedThen | null {
  const { asked } = file.assessment;
  return asked !== null && recordState({ ...file, today, protocol: asked.standard.protocol }).state === 'complete' ? asked : null;
}
