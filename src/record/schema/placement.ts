import { HOUSEHOLD, INTERIM_ANSWERS, INTERIM_CHECKS, type InterimCheckId, RUN_PLACE, SETTINGS, TAKEN_OVER, YES_NO_UNKNOWN } from '@/terms';
import * as v from 'valibot';
import { answersTo, isoDate, line, noAnswers, oneOf, text } from './fields';
import { followUpSchema } from './people';
import { noRelease, releaseSchema } from './release';

const interim = v.object({ answer: oneOf(INTERIM_ANSWERS), note: line });

/** What kind of case it is: the place, whether somebody sleeps there before the ERA is done, who runs it, which areas it touches, who else is of the household. */
export const placementSchema = v.object({
  setting: oneOf(SETTINGS),
  settingNote: line,
  /** Slept in before the full ERA is done. */
  tonight: v.object({
    needed: oneOf({ yes: YES_NO_UNKNOWN.yes, no: YES_NO_UNKNOWN.no }),
    checks: v.object(Object.fromEntries(Object.keys(INTERIM_CHECKS).map((id) => [id, interim])) as Record<InterimCheckId, typeof interim>),
    /** What holds until the ERA is done. */
    holds: text,
    agreedBy: line,
    agreedOn: isoDate,
    /** Temporary accommodation: until when it can be had. */
    movesOnBy: isoDate,
  }),
  /** Of a place run by staff. */
  run: v.object({ answers: answersTo(RUN_PLACE), source: line, knownOn: isoDate, managerTold: followUpSchema }),
  boundary: v.object({
    crosses: oneOf({ yes: YES_NO_UNKNOWN.yes, no: YES_NO_UNKNOWN.no }),
    from: line, to: line, toldOn: isoDate, toldWhom: line, takenOver: oneOf(TAKEN_OVER),
  }),
  /** Absent: begun before it was asked. */
  release: v.exactOptional(releaseSchema),
  /** Answered with contact with children: the source is the same. */
  household: answersTo(HOUSEHOLD),
});

export type Placement = v.InferOutput<typeof placementSchema>;

const unanswered = { decision: null, why: '', to: '', on: null } as const;

export const noPlacement: Placement = {
  setting: null, settingNote: '',
  tonight: {
    needed: null, holds: '', agreedBy: '', agreedOn: null, movesOnBy: null,
    checks: Object.fromEntries(Object.keys(INTERIM_CHECKS).map((id) => [id, { answer: null, note: '' }])) as Placement['tonight']['checks'],
  },
  run: { answers: noAnswers(RUN_PLACE), source: '', knownOn: null, managerTold: { ...unanswered } },
  boundary: { crosses: null, from: '', to: '', toldOn: null, toldWhom: '', takenOver: null },
  release: noRelease,
  household: noAnswers(HOUSEHOLD),
};
