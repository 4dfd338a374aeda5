/** Why an answer is not known. `unknown` never turns into 'no'. */
export const UNKNOWN_REASONS = {
  unanswered: 'Nobody has answered this yet.',
  notKnown: 'It was asked, and the answer is that it is not known.',
  contradictory: 'Two answers contradict each other.',
  calendarNotCovered: 'The calendar of holidays does not reach that far.',
  noDataHere: 'No data covers this place.',
  dataTooOld: 'The data is past the date until which it is taken as current, or its date is not known.',
  addressTooVague: 'The position of the address is not known well enough to tell.',
  standardOpen: 'The published text of the standard has not been seen on this point.',
} as const;

export type UnknownReason = keyof typeof UNKNOWN_REASONS;

/** The four answers, all the way through. */
export type Answer =
  | { readonly is: 'met' }
  | { readonly is: 'notMet' }
  | { readonly is: 'doesNotApply' }
  | { readonly is: 'unknown'; readonly reason: UnknownReason };
