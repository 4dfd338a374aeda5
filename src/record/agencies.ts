import { CHECK_AGENCIES, type CheckAgencyId, DATABASES, type OwnCheck, type ReplyId, type ReplyWay } from '@/terms';
import type { Assessment } from './schema/assessment';
import { type AgencyAnswers, noReply, type Reply } from './schema/agencies';

export const CHECK_AGENCY_IDS = Object.keys(CHECK_AGENCIES) as readonly CheckAgencyId[];

/** It was asked and has said something; 'relevance not known yet' is an answer too, with a limit. */
export const isAnswer = (reply: ReplyId | null): boolean => reply !== null && reply !== 'waiting' && reply !== 'notAsked';

export const contactOf = ({ contacts }: Pick<AgencyAnswers, 'contacts'>, id: CheckAgencyId): Reply => contacts[id] ?? noReply;

/** The day on which an agency answered: from its row, or where the record has none yet, from the clock, which held it before. */
export function answeredOn({ agencies, clocks }: Pick<Assessment, 'agencies' | 'clocks'>, id: CheckAgencyId): string | null {
  const contact = agencies === undefined ? noReply : contactOf(agencies, id);
  return isAnswer(contact.reply) ? contact.answeredOn : clocks.agencies[id]?.answeredOn ?? null;
}

export interface DatabaseRow {
  readonly id: string;
  readonly agency: CheckAgencyId;
  readonly label: string;
  /** The office's own, not of ERA-2017 5.2. */
  readonly own: boolean;
}

const NATIONAL: readonly DatabaseRow[] = Object.entries(DATABASES).map(([id, { agency, label }]) => ({ id, agency, label, own: false }));

/** The national ones first: none of them can be taken away. */
export function databasesOf(ownChecks: readonly OwnCheck[], agency?: CheckAgencyId): readonly DatabaseRow[] {
  const all = [...NATIONAL, ...ownChecks.map(({ checkId, agency: of, name }): DatabaseRow => ({ id: checkId, agency: of, label: name, own: true }))];
  return agency === undefined ? all : all.filter((row) => row.agency === agency);
}

/** A check that nobody answered by itself is asked, or not asked, with its agency; the agency's grade is never taken for it. */
export function databaseReply(answers: AgencyAnswers, { id, agency }: Pick<DatabaseRow, 'id' | 'agency'>): { readonly reply: Reply; readonly withAgency: boolean } {
  const [own = noReply, contact] = [answers.databases[id], contactOf(answers, agency)];
  const withAgency = own.reply === null && contact.reply !== null && !isAnswer(contact.reply);
  return { reply: withAgency ? contact : own, withAgency };
}

/** Contacts that nobody has dealt with. */
export const contactsOpen = (answers: AgencyAnswers): readonly CheckAgencyId[] => CHECK_AGENCY_IDS.filter((id) => contactOf(answers, id).reply === null);

/** Checks that nobody has dealt with, though their agency is: what is left once it has answered. */
export function databasesOpen(answers: AgencyAnswers): readonly DatabaseRow[] {
  return databasesOf(answers.ownChecks).filter((row) => databaseReply(answers, row).reply.reply === null && contactOf(answers, row.agency).reply !== null);
}

/** The office's checks that a record does not have yet. */
export const newChecks = ({ ownChecks }: AgencyAnswers, office: readonly OwnCheck[]): readonly OwnCheck[] =>
  office.filter(({ checkId }) => !ownChecks.some((one) => one.checkId === checkId));

/** A reply as it is logged. `on`: ISO date. */
export interface LoggedReply extends Pick<Reply, 'by' | 'what' | 'note'> {
  readonly agency: CheckAgencyId;
  readonly reply: ReplyId;
  readonly how: ReplyWay;
  readonly on: string;
  /** The same holds for its database checks that nobody has dealt with. */
  readonly forDatabases: boolean;
}

/** The rows with one more reply; what was asked, and when, stays. */
export function withReply(answers: AgencyAnswers, { agency, on, forDatabases, ...said }: LoggedReply): AgencyAnswers {
  const answered = { ...said, answeredOn: on, why: '' };
  const before = contactOf(answers, agency);
  const contacts = { ...answers.contacts, [agency]: { ...before, ...answered } };
  const open = forDatabases ? databasesOf(answers.ownChecks, agency).filter(({ id }) => (answers.databases[id]?.reply ?? null) === null) : [];
  const same = { ...noReply, askedOn: before.askedOn, ...answered, note: '' };
  return { ...answers, contacts, databases: { ...answers.databases, ...Object.fromEntries(open.map(({ id }) => [id, { ...same }])) } };
}

/** Who was asked and has not answered, with the day on which it was asked (ISO date; null: not given). */
export function agenciesWaitedFor({ agencies }: Pick<Assessment, 'agencies'>): readonly { readonly agency: CheckAgencyId; readonly askedOn: string | null }[] {
  if (agencies === undefined) return [];
  return CHECK_AGENCY_IDS.filter((id) => contactOf(agencies, id).reply === 'waiting').map((agency) => ({ agency, askedOn: contactOf(agencies, agency).askedOn }));
}
