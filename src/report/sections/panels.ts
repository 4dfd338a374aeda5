import { AGENCIES, momentInWords, OFFERS, OUTCOMES } from '@/terms';
import { dayPhrase } from '../dates';
import type { Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row, text } from '../words';

/** Empty where no panel had this address before it. */
export function panelSections({ assessment: { panels = [] } }: RecordRequest): Section[] {
  return panels.map(({ panelId, on, name, attendance, quorate, quorumNote, interests, beside, views, needs, manageable, offered, why, ifNone, dissent, at, by }) => ({
    id: `panel-${panelId}`, heading: `${name === '' ? 'Panel' : name}, ${dayPhrase(on)}`,
    blocks: [
      facts(
        row('Beside it were', beside.map(({ reference }) => reference).join(', ') || 'No others', 'fact'),
        row('Present', attendance.map(({ agency, role }) => `${role} (${AGENCIES[agency]})`).join('; ') || 'Not given', 'fact'),
        row('Quorate', quorate === 'yes' ? 'Yes' : `No${quorumNote.trim() === '' ? '' : `: ${quorumNote}`}`, 'fact'),
        row('Interests declared', given(interests), 'reported'),
        row('Responsible Authorities', manageable === 'notDecided' ? 'Not decided' : OUTCOMES[manageable], 'assessment'),
        row('Landlord', OFFERS[offered], 'reported'),
        row('Recorded', `${momentInWords(at)} by ${by}`, 'fact'),
      ),
      text('Reasons', why, 'assessment'), text('What this address would need', needs, 'assessment'),
      ...(views.length === 0 ? [note('No single agency’s view was recorded.')] : [{ kind: 'table', caption: 'Each agency’s view', columns: ['Agency', 'View'], rows: views.map(({ agency, view }) => [AGENCIES[agency], view]) } as const]),
      text('If none of these, then what?', ifNone, 'assessment'), text('Dissent', dissent, 'reported'),
    ],
  }));
}
