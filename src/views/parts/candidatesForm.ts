import type { OfCandidate, PanelSaid } from '@/stores';
import type { AgencyId, OfferId, Outcome } from '@/terms';
import type { Fault } from './fault';

export interface CandidateFields { needs: string; manageable: Outcome | 'notDecided' | null; offered: OfferId | null; why: string; views: { agency: AgencyId | null; view: string }[] }

export interface PanelForm {
  on: string | null;
  attendance: { agency: AgencyId | null; role: string }[];
  quorate: 'yes' | 'no' | null;
  quorumNote: string;
  interests: string;
  ifNone: string;
  dissent: string;
  of: Record<string, CandidateFields>;
}

export const blankCandidate = (): CandidateFields => ({ needs: '', manageable: null, offered: null, why: '', views: [] });
export const blankPanel = (ids: readonly string[]): PanelForm => ({
  on: null, attendance: [{ agency: null, role: '' }], quorate: null, quorumNote: '', interests: '', ifNone: '', dissent: '', of: Object.fromEntries(ids.map((id) => [id, blankCandidate()])),
});

const isBlank = (words: string): boolean => words.trim() === '';

/** What must be said of a panel before it is on record. A refused candidate keeps its why: it is not taken off the list. `today`: ISO date. */
export function panelFaults(form: PanelForm, ids: readonly { readonly id: string; readonly reference: string }[], today: string): Fault[] {
  const faults: Fault[] = [];
  const ask = (needed: boolean, field: string, say: string) => { if (needed) faults.push({ field, say }); };
  ask(form.on === null, 'panel.on', 'Enter the date of the panel.');
  ask((form.on ?? '') > today, 'panel.on', 'Enter a date of the panel that is not in the future.');
  ask(form.attendance.length === 0 || form.attendance.some(({ agency, role }) => agency === null || isBlank(role)), 'panel.attendance', 'Say who was there: agency and role of each, no names.');
  ask(form.quorate === null, 'panel.quorate', 'Say whether the panel was quorate.');
  ask(form.quorate === 'no' && isBlank(form.quorumNote), 'panel.quorumNote', 'Say who was missing, and why it decided all the same.');
  ask(isBlank(form.interests), 'panel.interests', 'Say which interests were declared, or that none were.');
  for (const { id, reference } of ids) {
    const one = form.of[id] ?? blankCandidate();
    ask(one.manageable === null, `panel.of.${id}.manageable`, `${reference}: say what the Responsible Authorities decided, or that they have not.`);
    ask(one.offered === null, `panel.of.${id}.offered`, `${reference}: say what the landlord does.`);
    ask(isBlank(one.why), `panel.of.${id}.why`, `${reference}: give the reasons. They stay with the record, also where it is refused.`);
    ask(one.views.some(({ agency, view }) => agency === null || isBlank(view)), `panel.of.${id}.views`, `${reference}: name the agency of each view, and write the view.`);
  }
  ask(isBlank(form.ifNone), 'panel.ifNone', 'If none of these, then what? Write it also where one was found manageable: it may fall through.');
  return faults;
}

/** Throws TypeError where something is not answered: ask `panelFaults` first. */
export function panelSaid(form: PanelForm, name: string): PanelSaid {
  const { on, quorate, attendance, of, ...words } = form;
  if (on === null || quorate === null) throw new TypeError('The panel is not answered.');
  const there = attendance.flatMap(({ agency, role }) => (agency === null ? [] : [{ agency, role: role.trim() }]));
  const candidates = Object.entries(of).map(([id, one]): [string, OfCandidate] => {
    if (one.manageable === null || one.offered === null) throw new TypeError('A candidate is not answered.');
    return [id, { needs: one.needs.trim(), manageable: one.manageable, offered: one.offered, why: one.why.trim(), views: one.views.flatMap(({ agency, view }) => (agency === null ? [] : [{ agency, view: view.trim() }])) }];
  });
  return { ...words, on, quorate, name, attendance: there, of: Object.fromEntries(candidates) };
}
