import { CHECK_AGENCIES, DATABASE_LISTS, dayInWords, type ReplyId } from '@/terms';
import { CHECK_AGENCY_IDS, contactOf, contactsOpen, databaseReply, databasesOf, databasesOpen } from './agencies';
import type { May } from './handOver/pick';
import type { Reply } from './schema/agencies';
import type { Assessment } from './schema/assessment';
import { eraIsConducted } from './tasks/conduct';

interface Row {
  readonly name: string;
  readonly reply: Reply;
}

const named = (lead: string, names: readonly string[]): string[] => (names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`]);
const because = (why: string) => why.trim().replace(/\.$/u, '');

/** Rows with one reason stand together: a reason given for many is said once. `withWhy`: to whoever may have the reasons. */
function notAsked(rows: readonly Row[], withWhy: boolean): string[] {
  if (!withWhy) return named('Not asked, or does not apply', rows.map(({ name }) => name));
  const reasons = [...new Set(rows.map(({ reply }) => because(reply.why)))];
  return reasons.flatMap((why) => named(`Not asked, or does not apply (${why === '' ? 'no reason given yet' : why})`, rows.filter(({ reply }) => because(reply.why) === why).map(({ name }) => name)));
}

const askedPhrase = ({ name, reply: { askedOn } }: Row) => (askedOn === null ? name : `${name} (asked on ${dayInWords(askedOn)})`);

/** Whom nobody asked, who has not answered, and what an answer leaves open. Nothing where no ERA is conducted: then nobody was to be asked. */
export function limitsOfAgencies(assessment: Assessment, may: May): readonly string[] {
  const { agencies } = assessment;
  if (eraIsConducted(assessment) === false) return [];
  if (agencies === undefined) return !may('assessment.agencies') ? [] : ['This record was begun before Steading asked which agencies were asked and what they answered.'];
  const theirs = CHECK_AGENCY_IDS.filter((id) => may(`assessment.agencies.contacts.${id}.reply`));
  const mayChecks = may('assessment.agencies.databases');
  const contacts = theirs.map((id): Row => ({ name: CHECK_AGENCIES[id], reply: contactOf(agencies, id) }));
  // A check that goes with its agency is said with it.
  const checks = (mayChecks ? databasesOf(agencies.ownChecks) : []).flatMap((row): Row[] => { const { reply, withAgency } = databaseReply(agencies, row); return withAgency ? [] : [{ name: row.label, reply }]; });
  const rows = [...contacts, ...checks];
  const of = (wanted: ReplyId) => rows.filter(({ reply }) => reply.reply === wanted);
  const lists = (status: 'partial' | 'open') => CHECK_AGENCY_IDS.filter((id) => mayChecks && DATABASE_LISTS[id] === status).map((id) => CHECK_AGENCIES[id]);
  return [
    ...named('No answer yet', of('waiting').map(askedPhrase)),
    ...notAsked(of('notAsked'), may('assessment.agencies.contacts.police.why')),
    ...named('Nobody has recorded whether these were asked', [...contactsOpen(agencies).filter((id) => theirs.includes(id)).map((id) => CHECK_AGENCIES[id]), ...(mayChecks ? databasesOpen(agencies) : []).map(({ label }) => label)]),
    ...named('A trace was told whose relevance is not known yet', of('traceUnknown').map(({ name }) => name)),
    ...named('Answered about the property only, with no word of a trace', of('property').map(({ name }) => name)),
    ...named('The list of database checks in ERA-2017 5.2 was read only in part', lists('partial')),
    ...named('The list of database checks in ERA-2017 5.2 was not seen', lists('open')),
  ];
}
