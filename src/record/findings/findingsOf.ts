import type { CaseFileToday } from '../caseFile';
import type { Assessment } from '../schema/assessment';
import { type Dealing, noDealing } from '../schema/formulation';
import { ofAgencies, ofClocks, ofConflict, ofDepartures, ofPlace, ofRisks } from './ofCase';
import { ofPeople } from './ofPeople';
import { ofSites } from './ofSites';
import type { Finding } from './finding';

/** Everything that was found in a case, in reading order: no order of weight, and no count that says anything. What nobody has answered is a limit, not a finding. */
export function findingsOf(file: CaseFileToday): readonly Finding[] {
  const { assessment, protocol } = file;
  return [
    ...ofSites(assessment, protocol), ...ofRisks(assessment), ...ofAgencies(assessment), ...ofPeople(assessment), ...ofPlace(assessment),
    ...ofConflict(assessment), ...ofClocks(file), ...ofDepartures(file),
  ];
}

/** Own keys alone, as a key may come from another team. */
export function dealingOf({ formulation }: Pick<Assessment, 'formulation'>, key: string): Dealing {
  const { dealings = {} } = formulation ?? {};
  return Object.hasOwn(dealings, key) ? dealings[key] ?? noDealing : noDealing;
}

/** 'open': nobody has said what is done about it. 'changed': it reads otherwise than when that was said. */
export type DealtState = 'open' | 'changed' | 'dealt';

export function dealtState(assessment: Pick<Assessment, 'formulation'>, { key, text }: Finding): DealtState {
  const { how, read } = dealingOf(assessment, key);
  if (how === null) return 'open';
  return read === text ? 'dealt' : 'changed';
}

/** What was dealt with once and is found no more: it stays in the record. */
export function foundNoMore({ formulation }: Pick<Assessment, 'formulation'>, found: readonly Finding[]): readonly (Dealing & { readonly key: string })[] {
  const keys = new Set(found.map(({ key }) => key));
  return Object.entries(formulation?.dealings ?? {}).flatMap(([key, dealing]) => (keys.has(key) || dealing.how === null ? [] : [{ key, ...dealing }]));
}
