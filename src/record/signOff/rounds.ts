import type { SignAs } from '@/terms';
import { NEIGHBOUR_PATHS } from '../neighbours';
import { RecordError } from '../recordError';
import type { Assessment, Change } from '../schema/assessment';
import type { SignOffRound } from '../schema/signOff';
import type { FieldChange } from '../changes';

type Signed = Pick<Assessment, 'signed'>;

/** The reading that stands: the latest, unless an answer was changed since. null: none. */
export function standingRound({ signed = [] }: Signed): SignOffRound | null {
  const last = signed.at(-1);
  return last === undefined || last.cancelled !== null ? null : last;
}

const isSignedAs = (round: SignOffRound, as: SignAs): boolean => round.signatures.some((one) => one.as === as);

/** By the assessor and by the lead agency's manager. */
export const isWhole = (round: SignOffRound): boolean => isSignedAs(round, 'assessor') && isSignedAs(round, 'manager');

/** 'notAsked': begun before Steading asked for it. 'half': by the assessor alone. */
export type SignState = 'notAsked' | 'none' | 'half' | 'whole' | 'cancelled';

export function signState({ signed }: Signed): SignState {
  if (signed === undefined) return 'notAsked';
  const round = standingRound({ signed });
  if (round === null) return signed.length === 0 ? 'none' : 'cancelled';
  return isWhole(round) ? 'whole' : 'half';
}

/** Findings that the manager, by their own key, leaves open with a reason: by key, as they read then. */
export function leftOpen(assessment: Signed): ReadonlyMap<string, string> {
  const round = standingRound(assessment);
  return new Map(round !== null && isWhole(round) ? round.leftOpen.map(({ key, read }) => [key, read]) : []);
}

/** A change of these cancels no signature: what is in no reading, as it has a clock or a reader of its own, and what goes on after the decision and leaves its answers as they are. */
const APART = [...NEIGHBOUR_PATHS, ...['othersOfConcern', 'afterOffer', 'changesAnswered', 'panels', 'propertyRequests', 'keeping', 'asked', 'signed', 'amendment', 'mapFrame'].map((name) => `assessment.${name}`)];
const isSigned = ({ path }: FieldChange): boolean => !APART.some((start) => path === start || path.startsWith(`${start}.`));

/** What a save does to the signatures. `amends`: the reason, of a record that was wholly signed. */
export interface AfterSave {
  readonly signed?: SignOffRound[];
  readonly amends?: string;
}

/** A changed answer cancels the signatures. Throws RecordError where the record is wholly signed and no reason is given: then nothing is saved. `why`: the officer's reason, or that of what brought the change. */
export function afterChanges({ signed }: Signed, changes: readonly FieldChange[], { at, by, why }: { readonly at: string; readonly by: string; readonly why: string }): AfterSave {
  if (signed === undefined) return {};
  const round = standingRound({ signed });
  if (round === null || !changes.some(isSigned)) return { signed };
  const reason = why.trim();
  if (isWhole(round) && reason === '') throw new RecordError('amendment', 'This record is signed. Say why it is amended: the change cancels the signatures, and the reason stays beside old and new.');
  return {
    signed: [...signed.slice(0, -1), { ...round, cancelled: { at, by, why: isWhole(round) ? reason : '' } }],
    ...(isWhole(round) && { amends: reason }),
  };
}

/** What was changed by the save that cancelled a round, with old and new values. Empty: the round stands, nothing of the record itself was changed, or the history was shrunk. */
export const amendedFields = ({ history }: Pick<Assessment, 'history'>, { cancelled }: SignOffRound): Change['fields'] =>
  history.filter(({ at }) => at === cancelled?.at).flatMap(({ fields }) => fields).filter(({ path }) => path !== 'assessment.signed');
