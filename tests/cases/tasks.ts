import type { Assessment, CaseFileToday, TaskId, TaskState } from '@/record';
import { ADDRESS, CONDUCTED, NOT_CONDUCTED, PERSON } from './caseFile';

export interface TaskCase {
  /** A sentence: what the task does. */
  readonly name: string;
  readonly task: TaskId;
  readonly from: Assessment;
  readonly change?: (assessment: Assessment) => Assessment;
  readonly rest?: Partial<CaseFileToday>;
  readonly state: TaskState['state'];
  /** Exactly these fields are missing. */
  readonly missing?: readonly string[];
}

const part = <K extends 'conduct' | 'outcome' | 'review' | 'trigger'>(key: K, fields: Partial<Assessment[K]>) => (assessment: Assessment): Assessment => ({ ...assessment, [key]: { ...assessment[key], ...fields } });
const refused = part('outcome', { decision: 'notManageable' });
const INSTEAD = { insteadWhat: 'Stays in the hostel.', insteadRiskier: 'yes', insteadWhy: 'Contact with others.', whoIsTold: 'SOLO' } as const;

export const TASK_CASES: readonly TaskCase[] = [
  ...(['address', 'person', 'trigger', 'conduct', 'sites', 'outcome', 'review'] as const).map((task): TaskCase => ({ name: `${task} is done in a full record`, task, from: CONDUCTED, state: 'done', missing: [] })),
  { name: 'address asks for a position', task: 'address', from: CONDUCTED, rest: { address: { ...ADDRESS, position: null } }, state: 'inProgress', missing: ['address.position'] },
  { name: 'address asks for the kind of address', task: 'address', from: { ...CONDUCTED, addressKind: null }, state: 'inProgress', missing: ['assessment.addressKind'] },
  { name: 'address takes a postcode as a position, though an imprecise one', task: 'address', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9, lat: 55.8 }, precision: 'postcode', from: 'search' } } }, state: 'done' },
  { name: 'person takes not known as an answer', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, registered: 'unknown' } }, state: 'done' },
  { name: 'person asks for what nobody has answered', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, registered: null, supervision: null } }, state: 'inProgress', missing: ['person.registered', 'person.supervision'] },
  { name: 'person does not take blanks for a reference', task: 'person', from: CONDUCTED, rest: { person: { ...PERSON, reference: '  ' } }, state: 'inProgress', missing: ['person.reference'] },
  { name: 'trigger asks what has happened where it is something else', task: 'trigger', from: CONDUCTED, change: part('trigger', { kind: 'other' }), state: 'inProgress', missing: ['trigger.note'] },
  { name: 'conduct asks for what points the other way when conducted', task: 'conduct', from: CONDUCTED, change: part('conduct', { otherWay: '' }), state: 'inProgress', missing: ['conduct.otherWay'] },
  { name: 'conduct asks no second officer when conducted', task: 'conduct', from: CONDUCTED, change: part('conduct', { authorisedBy: '', authorisedOn: null }), state: 'done' },
  { name: 'conduct is done when not conducted and authorised', task: 'conduct', from: NOT_CONDUCTED, state: 'done', missing: [] },
  { name: 'conduct asks for a second officer where it is comply or explain', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedBy: '', authorisedOn: null }), state: 'inProgress', missing: ['conduct.authorisedBy', 'conduct.authorisedOn'] },
  { name: 'conduct asks for a second officer where the requirement is unknown', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedBy: '', authorisedOn: null }), rest: { person: { ...PERSON, registered: 'unknown' } }, state: 'inProgress', missing: ['conduct.authorisedBy', 'conduct.authorisedOn'] },
  { name: 'conduct asks for no second officer where it is discretionary', task: 'conduct', from: NOT_CONDUCTED, change: (one) => part('conduct', { authorisedBy: '', authorisedOn: null })(part('trigger', { kind: 'environmentChanged' })(one)), state: 'done' },
  { name: 'conduct does not take the officer who began as the second officer', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedBy: ' a. bell, sergeant' }), state: 'inProgress', missing: ['conduct.authorisedBy'] },
  { name: 'conduct does not take an authority dated ahead', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { authorisedOn: '2026-03-21' }), state: 'inProgress', missing: ['conduct.authorisedOn'] },
  { name: 'conduct asks for a day ahead on which the question is opened again', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { reopenOn: '2026-03-02' }), state: 'inProgress', missing: ['conduct.reopenOn'] },
  { name: 'conduct asks what is relied on and what holds meanwhile', task: 'conduct', from: NOT_CONDUCTED, change: part('conduct', { reliedOnInstead: '', interimControls: ' ' }), state: 'inProgress', missing: ['conduct.reliedOnInstead', 'conduct.interimControls'] },
  { name: 'conduct refuses the adult route for a person under 18', task: 'conduct', from: CONDUCTED, rest: { person: { ...PERSON, under18: 'yes' } }, state: 'inProgress', missing: ['conduct.decision'] },
  { name: 'conduct can be closed as not conducted for a person under 18', task: 'conduct', from: NOT_CONDUCTED, rest: { person: { ...PERSON, under18: 'yes' } }, state: 'done' },
  { name: 'sites asks to look around first', task: 'sites', from: { ...CONDUCTED, surroundings: null, judgements: {}, exceptions: {}, addedSites: [] }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks to look again when the pin has moved', task: 'sites', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9001, lat: 55.8 }, precision: 'building', from: 'pin' } } }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks to look again when the position is known less well', task: 'sites', from: CONDUCTED, rest: { address: { ...ADDRESS, position: { point: { lng: -3.9, lat: 55.8 }, precision: 'street', from: 'pin' } } }, state: 'inProgress', missing: ['surroundings'] },
  { name: 'sites asks for a judgement of a category with uncertain sites only', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, judgements: { ...one.judgements, nursery: { relevance: null, reason: '' } } }), state: 'inProgress', missing: ['judgements.nursery.relevance', 'judgements.nursery.reason'] },
  { name: 'sites asks for a judgement of a category that has only added sites', task: 'sites', from: CONDUCTED, change: ({ judgements: { shop: _, ...judgements }, ...one }) => ({ ...one, judgements }), state: 'inProgress', missing: ['judgements.shop.relevance', 'judgements.shop.reason'] },
  { name: 'sites asks for the reason of a site judged apart', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, exceptions: { 'school:2': { relevance: 'relevant', reason: '' } } }), state: 'inProgress', missing: ['exceptions.school:2.reason'] },
  { name: 'sites asks how an added place is known', task: 'sites', from: CONDUCTED, change: (one) => ({ ...one, addedSites: one.addedSites.map((site) => ({ ...site, basis: null, source: '' })) }), state: 'inProgress', missing: ['addedSites.0.basis', 'addedSites.0.source'] },
  { name: 'sites asks for every check that no map can answer', task: 'sites', from: { ...CONDUCTED, checks: {} }, state: 'inProgress', missing: ['checks.cctv.answer', 'checks.childrensToys.answer', 'checks.childminder.answer', 'checks.childrensHome.answer'] },
  { name: 'sites asks why something could not be checked', task: 'sites', from: { ...CONDUCTED, checks: { ...CONDUCTED.checks, cctv: { answer: 'couldNotCheck', note: '' } } }, state: 'inProgress', missing: ['checks.cctv.note'] },
  { name: 'sites is not needed where no ERA is conducted', task: 'sites', from: NOT_CONDUCTED, state: 'notNeeded' },
  { name: 'outcome is not needed where no ERA is conducted', task: 'outcome', from: NOT_CONDUCTED, state: 'notNeeded' },
  { name: 'outcome asks for the conditions', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'manageableWithConditions' }), state: 'inProgress', missing: ['outcome.conditions'] },
  { name: 'outcome does not take an answer about conflict from a landlord', task: 'outcome', from: CONDUCTED, change: part('outcome', { conflictAnsweredBy: 'rsl' }), state: 'inProgress', missing: ['outcome.conflictAnsweredBy'] },
  { name: 'outcome takes not checked as an honest answer', task: 'outcome', from: CONDUCTED, change: part('outcome', { victimOrConditionConflict: 'notChecked', conflictAnsweredBy: null }), state: 'done' },
  { name: 'outcome asks what happens instead of a refused address', task: 'outcome', from: CONDUCTED, change: refused, state: 'inProgress', missing: ['outcome.insteadWhat', 'outcome.insteadRiskier', 'outcome.insteadWhy', 'outcome.refusalNumber', 'outcome.whoIsTold'] },
  { name: 'outcome counts no refusal where the person lives there', task: 'outcome', from: { ...CONDUCTED, addressKind: 'livedIn' }, change: part('outcome', { decision: 'notManageable', ...INSTEAD }), state: 'done' },
  { name: 'outcome asks what changes for a lived-in address with conditions', task: 'outcome', from: { ...CONDUCTED, addressKind: 'livedIn' }, change: part('outcome', { decision: 'manageableWithConditions', conditions: 'C' }), state: 'inProgress', missing: ['outcome.insteadWhat', 'outcome.insteadRiskier', 'outcome.insteadWhy', 'outcome.whoIsTold'] },
  { name: 'outcome asks nothing instead for a proposed address with conditions', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'manageableWithConditions', conditions: 'C' }), state: 'done' },
  { name: 'outcome is done with every answer to a refusal', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'notManageable', ...INSTEAD, refusalNumber: 2 }), state: 'done' },
  { name: 'outcome asks only reasons, who and when of a withdrawal', task: 'outcome', from: CONDUCTED, change: part('outcome', { decision: 'withdrawn', otherWay: '', victimOrConditionConflict: null, conflictAnsweredBy: null }), state: 'done' },
  { name: 'outcome does not take a decision dated ahead', task: 'outcome', from: CONDUCTED, change: part('outcome', { decidedOn: '2026-03-21' }), state: 'inProgress', missing: ['outcome.decidedOn'] },
  { name: 'review asks for a day after the decision', task: 'review', from: CONDUCTED, change: part('review', { reviewOn: '2026-03-10' }), state: 'inProgress', missing: ['review.reviewOn'] },
  { name: 'review asks for a retention rule', task: 'review', from: CONDUCTED, change: part('review', { retentionRule: ' ' }), state: 'inProgress', missing: ['review.retentionRule'] },
  { name: 'review is not started while nothing is answered', task: 'review', from: CONDUCTED, change: part('review', { reviewOn: null, why: '', retentionRule: '' }), state: 'notStarted' },
];
