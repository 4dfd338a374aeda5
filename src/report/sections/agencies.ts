import { type AgencyAnswers, CHECK_AGENCY_IDS, contactOf, databaseReply, databasesOf, eraIsConducted, type Reply } from '@/record';
import { CHECK_AGENCIES } from '@/terms';
import { databaseListPhrase, replyPhrase, replyTold } from '../agencyPhrases';
import type { Block, Section } from '../document';
import type { RecordRequest } from '../request';
import { given, note } from '../words';

const words = ({ what, why, note: said }: Reply) => [what, why, said].map((one) => one.trim()).filter(Boolean).join('\n') || 'None';

/** One table of agencies with their database checks beneath, in the order of the standard. */
function table(answers: AgencyAnswers): Block {
  return {
    kind: 'table', caption: 'Each agency of ERA-2017 5.1, and its database checks of 5.2', columns: ['Agency or check', 'Reply', 'Asked, answered, how and by whom', 'Words'],
    rows: CHECK_AGENCY_IDS.flatMap((id) => {
      const contact = contactOf(answers, id);
      const checks = databasesOf(answers.ownChecks, id).map((row) => {
        const { reply, withAgency } = databaseReply(answers, row);
        return [`${row.label}${row.own ? ' (the office’s own)' : ''}`, replyPhrase(reply.reply, withAgency), withAgency ? 'With its agency' : given(replyTold(reply)), withAgency ? 'None' : words(reply)];
      });
      return [[CHECK_AGENCIES[id], replyPhrase(contact.reply), given(replyTold(contact)), words(contact)], ...checks];
    }),
  };
}

/** Left out of a record that was begun before, and where nobody was to be asked and nobody was. */
export function agenciesSections({ assessment }: RecordRequest): Section[] {
  const { agencies } = assessment;
  if (agencies === undefined) return [];
  const nobody = Object.keys(agencies.contacts).length === 0 && Object.keys(agencies.databases).length === 0;
  if (eraIsConducted(assessment) === false && nobody) return [];
  const lists = CHECK_AGENCY_IDS.filter((id) => databasesOf(agencies.ownChecks, id).length > 0).map((id) => `${CHECK_AGENCIES[id]}: ${databaseListPhrase(id)}.`);
  return [{
    id: 'agencies', heading: 'Agencies and databases',
    blocks: [
      note('Grades as in MAPPA practice (MAPPA-NG 5.49, as Steading reads it). Everybody by role; what an agency told is told by that agency, and reported here.'),
      table(agencies), note('Where the lists of database checks come from:'), { kind: 'list', items: lists },
    ],
  }];
}
