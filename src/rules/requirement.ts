import type { Requirement } from './types';

/** What each requirement says to the user, in one sentence without its full stop. */
export const REQUIREMENTS = {
  must: 'An ERA must be carried out',
  complyOrExplain: 'An ERA is carried out, or the reasons for not doing it are fully considered and documented (comply or explain)',
  discretionary: "An ERA is the agencies' discretion, case by case",
  doesNotApply: 'The adult standard does not apply',
  unknown: 'What the standard asks for is not known yet',
} as const satisfies Record<Requirement, string>;
