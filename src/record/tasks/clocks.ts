import { CHECK_AGENCIES, type CheckAgencyId } from '@/terms';
import type { Assessment } from '../schema/assessment';
import { isBlank, missingFrom, type Missing } from './missing';

/** Which event of which agency started a clock of its own, or the notification that started them all. */
function agenciesMissing({ clocks: { agencies }, trigger }: Assessment): Missing[] {
  const notifiedOn = trigger.kind === 'annualReview' ? null : trigger.occurredOn;
  return (Object.keys(agencies) as CheckAgencyId[]).flatMap((id) => {
    const { startedOn, event, answeredOn } = agencies[id] ?? { startedOn: null, event: '', answeredOn: null };
    return missingFrom([
      [startedOn !== null && isBlank(event), `clocks.agencies.${id}.event`, `${CHECK_AGENCIES[id]}: say which event started the clock.`],
      [startedOn === null && !isBlank(event), `clocks.agencies.${id}.startedOn`, `${CHECK_AGENCIES[id]}: enter the date of the event that started the clock.`],
      [startedOn === null && notifiedOn !== null && answeredOn !== null && answeredOn < notifiedOn, `clocks.agencies.${id}.answeredOn`, `${CHECK_AGENCIES[id]}: enter a date of the answer that is not before the notification.`],
      [startedOn !== null && answeredOn !== null && answeredOn < startedOn, `clocks.agencies.${id}.answeredOn`, `${CHECK_AGENCIES[id]}: enter a date of the answer that is not before the clock started.`],
    ]);
  });
}

/** Without its reason, its day and who decided it, an extension extends nothing. */
function extensionsMissing({ extensions }: Assessment['clocks'], today: string): Missing[] {
  return extensions.flatMap(({ deadlineId, to, reason, decidedOn, by }, at) => missingFrom([
    [isBlank(deadlineId), `clocks.extensions.${at}.deadlineId`, `Extension ${at + 1}: choose the deadline.`],
    [to === null, `clocks.extensions.${at}.to`, `Extension ${at + 1}: enter the later day.`],
    [isBlank(reason), `clocks.extensions.${at}.reason`, `Extension ${at + 1}: give the reason.`],
    [decidedOn === null, `clocks.extensions.${at}.decidedOn`, `Extension ${at + 1}: enter the date on which it was decided.`],
    [decidedOn !== null && decidedOn > today, `clocks.extensions.${at}.decidedOn`, `Extension ${at + 1}: enter a date of decision that is not in the future.`],
    [isBlank(by), `clocks.extensions.${at}.by`, `Extension ${at + 1}: say who decided it.`],
  ]));
}

export const clocksMissing = (assessment: Assessment, today: string): Missing[] => [...agenciesMissing(assessment), ...extensionsMissing(assessment.clocks, today)];
