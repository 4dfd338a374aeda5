import type { Exercise } from './exercise';

export const SHORT_NOTICE: Exercise = {
  teaches: 'Short notice: an ERA that is not conducted in full, or not yet. Its rationale and ground, a second officer’s authority, what holds meanwhile, and the day on which the question is open again.',
  given: 'The person and the address.',
  task: 'Write down what could be checked before tonight, decide what of the ERA is left out and why, have it authorised, say what holds until then, and decide on what is known.',
  beside: {
    address: { hints: ['Temporary: a bed that the council holds. All tenures are covered (NASSO-2019 2.1); we read that as temporary ones too.'] },
    person: { hints: ['No supervision and no order: so the police lead (NASSO-2019 3.2).'] },
    trigger: { file: ['The tenancy ended today; the SOLO told the police (SOPU) at 14:00. No ERA of this address was ever done. The person’s circumstances have changed; household and environment have not.'], hints: ['The short notice is the council’s; the seven clear working days that ERA-2017 4.0 recommends as a minimum run all the same.'] },
    placement: {
      file: ['A furnished flat of the council, for tonight and seven days. Police knowledge of the address: checked, nothing known. No licence or order. Whether children live in the stair: the council’s night team does not know. What lies near: looked up. Nobody of the council can be reached through the night.'],
      hints: ['‘Not possible today’, with its reason, is an honest answer. A common mistake: to tick ‘done’ for what was only asked.', 'Who agreed to it, by role, and until when the person can stay.'],
    },
    conduct: {
      file: ['Before tonight there is no time for the physical check, nor for most agencies. The duty inspector of another team agreed by telephone. A home visit at nine tomorrow and daily contact hold until then; the physical check follows within five working days.'],
      hints: ['‘Not in full’ names which parts are left out. ‘Not conducted’ leaves out all of it, and needs more of a reason.', 'This is a departure: it needs a second officer, and it is counted. In the training vault nobody else has a key: name the duty inspector, and see how the record tells a typed name from a key.', 'It runs out: on the day you enter, the question is open again, also in a complete record.', 'A common mistake: ‘no time’ as the whole rationale. Say what is relied on instead, and what holds.'],
    },
    property: { hints: ['Little is known: ‘Not known’ for the rest, in one press. It is printed as a limit.'] },
    children: { file: ['The council’s night team: children do not live in the flat, do not visit, and nobody is minded there.'], hints: ['Always considered, whatever is decided about the ERA.'] },
    homeVisit: { file: ['Not done yet: the first visit is at nine tomorrow.'], hints: ['‘Not asked’, with its reason, for each question.'] },
    sites: { hints: ['Licensed premises are past their date, shops are partly searched and youth clubs not searched here. None of them can be called absent.', 'Childminders and children’s homes have no published address: always ‘ask the agency’.'] },
    agencies: { file: ['Police (SOPU): no trace. The SOLO: no trace. The others are asked tomorrow: there was no time today.'], hints: ['If the contact with agencies is left out by the conduct decision, it is not asked for here. Whom you did ask still belongs on record.'] },
    formulation: { hints: ['The departure is a finding of its own: deal with it, with an owner and the day on which the check is done.'] },
    outcome: { file: ['Police answered: no conflict with a victim or a condition.'], hints: ['What happens if this bed falls through is a risk too: a refusal may leave somebody on the street, and riskier.'] },
    review: { hints: ['Days, not a year. It should not lie after the day on which the conduct decision runs out.'] },
  },
  debrief: [
    'Read the rationale as somebody after an incident would. Does it say why tonight, why this flat, and why not more was done?',
    'Which parts were left out, by whose authority, by what kind of proof? When is the question open again, and who notices?',
    'What holds tonight: who does what, at what hour? What happens if that person is ill?',
    'Which of your answers were ‘done’ and which ‘asked’? Would the record bear a question about each?',
    'What would have been riskier: this flat tonight, or no flat? Is that in the record?',
  ],
};
