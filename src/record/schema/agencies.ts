import { CHECK_AGENCIES, type CheckAgencyId, REPLIES, REPLY_WAYS } from '@/terms';
import * as v from 'valibot';
import { isoDate, line, oneOf, text } from './fields';

const agencyId = v.picklist(Object.keys(CHECK_AGENCIES) as CheckAgencyId[]);

/** A part of a row may come from another team alone: what it does not say, nobody has answered. */
const day = v.optional(isoDate, null);
const words = v.optional(text, '');

/** What one agency answered, or one database. `reply` null: nobody has dealt with it. */
export const replySchema = v.object({
  reply: v.optional(oneOf(REPLIES), null),
  askedOn: day,
  answeredOn: day,
  how: v.optional(oneOf(REPLY_WAYS), null),
  /** Who answered: by role, never by name. */
  by: v.optional(line, ''),
  /** Of a relevant trace: what it is, in a sentence. */
  what: words,
  note: words,
  /** Why it was not asked, or does not apply. */
  why: words,
});

export const ownCheckSchema = v.object({ checkId: line, agency: agencyId, name: line });

/** ERA-2017 5.1 and 5.2: contacts by agency, database checks by id, and the office's own checks as they were when this record took them over. */
export const agenciesSchema = v.object({
  contacts: v.optional(v.record(agencyId, replySchema), {}),
  databases: v.optional(v.record(v.string(), replySchema), {}),
  ownChecks: v.optional(v.array(ownCheckSchema), []),
});

export type Reply = v.InferOutput<typeof replySchema>;
export type AgencyAnswers = v.InferOutput<typeof agenciesSchema>;

export const noReply: Reply = { reply: null, askedOn: null, answeredOn: null, how: null, by: '', what: '', note: '', why: '' };
export const noAgencyAnswers: AgencyAnswers = { contacts: {}, databases: {}, ownChecks: [] };
