import { AGENCY_OF, answeredOn, type Assessment, CHECK_AGENCY_IDS, contactOf } from '@/record';
import { AGENCIES, type AgencyId, CHECK_AGENCIES, type CheckAgencyId } from '@/terms';
import { replyPhrase, replyTold } from './agencyPhrases';
import { dayPhrase } from './dates';

/** The grade, the day and the way, as a panel may have them: neither the words nor who gave them (ADR 25). */
function answerOf(assessment: Assessment, id: CheckAgencyId): string {
  if (assessment.agencies === undefined) {
    const on = answeredOn(assessment, id);
    return on === null ? 'No answer in this record, which was begun before grades were kept' : `Answered on ${dayPhrase(on)}; this record keeps no grade`;
  }
  const reply = contactOf(assessment.agencies, id);
  return [replyPhrase(reply.reply), replyTold({ ...reply, by: '' })].filter(Boolean).join('. ');
}

/** What the last panel wrote down as an agency's own view. */
function viewOf({ panels = [] }: Assessment, agency: AgencyId): string {
  const last = panels.at(-1);
  return (last?.views ?? []).filter((one) => one.agency === agency && one.view.trim() !== '').map(({ view }) => `At the panel of ${dayPhrase(last?.on ?? null)}: ${view.trim()}`).join('\n');
}

const isSilent = (assessment: Assessment, id: CheckAgencyId): boolean => assessment.agencies === undefined ? answeredOn(assessment, id) === null : contactOf(assessment.agencies, id).reply === null;

/**
 * A row for each agency, the landlord among them: its answer from each record's own matrix, with its typed view beneath. Agencies of which no record says anything stand together in
 * one. In the order of ERA-2017 5.1; nothing is added up.
 */
export function candidateAgencies(inOrder: readonly Assessment[]): readonly (readonly [label: string, ...cells: readonly string[]])[] {
  const view = (one: Assessment, id: CheckAgencyId) => { const agency = AGENCY_OF[id]; return agency === undefined ? '' : viewOf(one, agency); };
  const heard = CHECK_AGENCY_IDS.filter((id) => inOrder.some((one) => !isSilent(one, id) || view(one, id) !== ''));
  const silent = CHECK_AGENCY_IDS.filter((id) => !heard.includes(id)).map((id) => CHECK_AGENCIES[id]).join('; ') || 'None of them';
  const others = inOrder.some((one) => viewOf(one, 'other') !== '');
  return [
    ...heard.map((id) => [CHECK_AGENCIES[id], ...inOrder.map((one) => [answerOf(one, id), view(one, id)].filter(Boolean).join('\n'))] as const),
    ...(others ? [[AGENCIES.other, ...inOrder.map((one) => viewOf(one, 'other') || 'Nothing was said')] as const] : []),
    ['Agencies that none of these records deals with', ...inOrder.map((_, at) => (at === 0 ? silent : 'The same as in the first column'))],
  ];
}
