import type { Exercise } from './exercise';

export const ANNUAL_REVIEW: Exercise = {
  teaches: 'A review that begins from the record before: what is taken over is looked at again, the rest is asked anew, and what is told otherwise stands side by side, the standard with it.',
  given: 'The whole record of last year, put on record under a local protocol that the office has ended since. The date of renewal.',
  task: 'Open the record of last year, begin the annual review at its end, say of each part that it holds or change it, write down this year’s visit and replies, and read ‘What is told otherwise than before’.',
  beside: {
    address: { hints: ['Same home, same address: answer that the person lives there already. The position is kept from last year.'] },
    trigger: {
      file: ['Renewal at the police station on the day of renewal. The person’s circumstances and the household have not changed. The environment has: a skate ramp was opened at the end of Moss Road.'],
      hints: ['When the last ERA and its review were is filled in from the record before: check it.', 'The 21 clear working days count from the renewal (ERA-2017 4.0).'],
    },
    placement: { hints: ['Taken over. Read it, then press ‘It holds today’. The button says that you have looked: so look.'] },
    conduct: {
      file: ['Agreed: the full review is done.'],
      hints: ['‘Nothing has changed’ is no reason by itself not to review: comply or explain (ERA-2017 4.0).', 'What speaks the other way is asked of a review as well.'],
    },
    property: { hints: ['Taken over. One thing differs this year: the landlord has put in a door entry system. Change it, then say that the rest holds.'] },
    children: {
      file: ['Home visit of last week: nobody under 18 lives there. Grandchildren of the relative have begun to visit on Sundays. Nobody is minded there. Another adult, the relative, lives there and knows.'],
      hints: ['This is asked anew every year, and it changed. A copy of last year’s ‘no’ would have hidden it.', 'Visits lead to two decisions: a referral to children and families social work, and a disclosure.'],
    },
    homeVisit: {
      file: ['Home visit of last week, two officers: housing as before; good terms with the neighbours; a carer comes twice a week for the relative; the grandchildren’s visits are new.'],
      hints: ['ERA-2017 4.0 asks about third-party visitors: the carer belongs here.', 'A change that the visit showed may begin a review. This is one already.'],
    },
    physicalCheck: {
      file: ['Walked round on the same morning, 10:00 to 10:30, not at school-run time: the skate ramp is seen from the front window. Nothing else was seen.'],
      hints: ['Once a potential property has been identified, the check must be carried out (ERA-2017 5.3). What a year has changed is seen by looking, not by last year’s record.'],
    },
    sites: { hints: ['Look around again: last year’s list is not this year’s.', 'Judgements are taken over. The skate ramp is on no map: add it by hand, with its source.', 'The day service has an address whose position is not known. ‘Uncertain’ stands on the list; do not drop it.'] },
    agencies: {
      file: ['Children and families social work, by telephone: trace, relevance not yet known. Police (SOPU): no trace. The SOLO: no trace. The others were not asked: they answered last year that they hold nothing.'],
      hints: ['A trace whose relevance is not known yet is an answer with a limit, and a finding.'],
    },
    formulation: { hints: ['Only findings that are new or read otherwise are open. Deal with those, then say that the rest holds.', 'The grandchildren’s visits belong in ‘what raises risk’, or you say why not.'] },
    outcome: {
      file: ['Police answered: no conflict with a victim or a condition.'],
      hints: ['Where somebody lives already, ‘not manageable’ is no refusal. Conditions ask what is changed: the plan, a disclosure, a planned move.'],
    },
    review: { hints: ['A year on is the rule. What would make you look sooner: a complaint, a change of carer, the school holidays?'] },
  },
  debrief: [
    'Open ‘What is told otherwise than before’. Is each row something you meant to change?',
    'The standard: which parts of last year’s local protocol are no longer asked? Would a reader know from your record why?',
    'Which parts did you say to hold without opening anything beside them? What would you have to look at to be sure?',
    'The grandchildren: does the record say what was decided about a referral and a disclosure, and why?',
    'If nothing at all had changed, would your record show that somebody looked?',
  ],
};
