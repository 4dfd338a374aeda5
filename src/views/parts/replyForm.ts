import { type AgencyAnswers, CHECK_AGENCY_IDS, contactOf, databasesOf, isAnswer, type LoggedReply, type Reply } from '@/stores';
import { CHECK_AGENCIES, type CheckAgencyId, dayInWords, LANDLORDS, REPLIES, type ReplyId, type ReplyWay } from '@/terms';
import type { Fault } from './fault';

type Options = Readonly<Partial<Record<ReplyId, string>>>;

/** What a row may say: 'about the property only' is for landlords, who may be asked without any case data. */
export function replyOptions(agency: CheckAgencyId | null): Options {
  const { property, ...rest } = REPLIES;
  return agency !== null && LANDLORDS.includes(agency) ? { ...rest, property } : rest;
}

/** The same without what is no answer: a reply is logged. */
export function answerOptions(agency: CheckAgencyId | null): Options {
  return Object.fromEntries(Object.entries(replyOptions(agency)).filter(([id]) => isAnswer(id as ReplyId)));
}

/** The day of asking or answering is today, until somebody says another. */
export function withToday(row: Reply, reply: Reply['reply'], today: string): Reply {
  return {
    ...row, reply,
    askedOn: reply === 'waiting' ? row.askedOn ?? today : row.askedOn,
    answeredOn: isAnswer(reply) ? row.answeredOn ?? today : row.answeredOn,
  };
}

/** A reply as it is typed. */
export interface ReplyForm {
  agency: CheckAgencyId | null;
  reply: ReplyId | null;
  by: string;
  how: ReplyWay | null;
  on: string | null;
  what: string;
  note: string;
  forDatabases: boolean;
}

export const emptyReplyForm = (today: string): ReplyForm => ({ agency: null, reply: null, by: '', how: 'phone', on: today, what: '', note: '', forDatabases: false });

/** Whoever is waited for stands first. */
export function agencyOptions(answers: AgencyAnswers): Readonly<Partial<Record<CheckAgencyId, string>>> {
  const of = (id: CheckAgencyId) => contactOf(answers, id);
  const order = [...CHECK_AGENCY_IDS].sort((a, b) => Number(of(b).reply === 'waiting') - Number(of(a).reply === 'waiting'));
  return Object.fromEntries(order.map((id) => {
    const { reply, askedOn } = of(id);
    return [id, reply === 'waiting' && askedOn !== null ? `${CHECK_AGENCIES[id]} (asked on ${dayInWords(askedOn)})` : CHECK_AGENCIES[id]];
  }));
}

/** Database checks of an agency that nobody has answered by themselves. */
export const checksOpen = (answers: AgencyAnswers, agency: CheckAgencyId | null): readonly string[] =>
  agency === null ? [] : databasesOf(answers.ownChecks, agency).filter(({ id }) => (answers.databases[id]?.reply ?? null) === null).map(({ label }) => label);

/** The reply, or what is wrong with it. `today`: ISO date. */
export function readReplyForm({ agency, reply, how, on, by, what, note, forDatabases }: ReplyForm, today: string): { readonly logged: LoggedReply } | { readonly faults: readonly Fault[] } {
  const rows: readonly (readonly [boolean, string, string])[] = [
    [agency === null, 'reply.agency', 'Choose the agency.'],
    [reply === null || !Object.hasOwn(answerOptions(agency), reply), 'reply.reply', 'Choose what it answered.'],
    [by.trim() === '', 'reply.by', 'Say who answered, by role.'],
    [reply === 'traceRelevant' && what.trim() === '', 'reply.what', 'Say in a sentence what the trace is. No names.'],
    [how === null, 'reply.how', 'Say how the answer came.'],
    [on === null, 'reply.on', 'Enter the day of the answer.'],
    [on !== null && on > today, 'reply.on', 'Enter a day that is not in the future.'],
  ];
  const faults = rows.flatMap(([wrong, field, say]) => (wrong ? [{ field, say }] : []));
  if (faults.length > 0 || agency === null || reply === null || how === null || on === null) return { faults };
  return { logged: { agency, reply, how, on, by: by.trim(), what: reply === 'traceRelevant' ? what.trim() : '', note: note.trim(), forDatabases } };
}
