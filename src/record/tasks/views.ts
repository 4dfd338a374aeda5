import type { Views } from '../schema/views';
import { isBlank, missingFrom, type Missing } from './missing';

/** Whether the agencies agree; each disagreement with where it is settled (NASSO-2019 7.2). The landlord's view may be left out: it decides on the offer alone. */
export function viewsMissing({ agree, notAskedWhy, dissents, landlord }: Views, today: string): Missing[] {
  const given = landlord.view !== null && landlord.view !== 'noLandlord' && landlord.view !== 'notAnswered';
  return [
    ...missingFrom([
      [agree === null, 'views.agree', 'Say whether the agencies agree with the decision.'],
      [agree === 'notAsked' && isBlank(notAskedWhy), 'views.notAskedWhy', 'Say why the agencies were not asked.'],
      [agree === 'no' && dissents.length === 0, 'views.dissents', 'Add the disagreement: which agency, and what it holds.'],
    ]),
    ...(agree === 'no' ? dissents : []).flatMap(({ agency, view, by, on, escalated, escalatedWhy, escalatedOn }, at) => missingFrom([
      [agency === null, `views.dissents.${at}.agency`, `Disagreement ${at + 1}: say which agency.`],
      [isBlank(view), `views.dissents.${at}.view`, `Disagreement ${at + 1}: write what it holds, and why.`],
      [isBlank(by), `views.dissents.${at}.by`, `Disagreement ${at + 1}: say who told it, by role.`],
      [on === null, `views.dissents.${at}.on`, `Disagreement ${at + 1}: enter the date.`],
      [(on ?? '') > today, `views.dissents.${at}.on`, `Disagreement ${at + 1}: enter a date that is not in the future.`],
      [escalated === null, `views.dissents.${at}.escalated`, `Disagreement ${at + 1}: say whether it goes to the Strategic Oversight Group.`],
      [escalated !== null && isBlank(escalatedWhy), `views.dissents.${at}.escalatedWhy`, escalated === 'yes' ? `Disagreement ${at + 1}: write what the group is asked.` : `Disagreement ${at + 1}: give the reason for not taking it there.`],
      [escalated === 'yes' && escalatedOn === null, `views.dissents.${at}.escalatedOn`, `Disagreement ${at + 1}: enter the day on which it goes there.`],
    ])),
    ...missingFrom([
      [given && isBlank(landlord.by), 'views.landlord.by', 'Say who told the landlord’s view, by role.'],
      [given && landlord.on === null, 'views.landlord.on', 'Enter the date of the landlord’s view.'],
      [landlord.view === 'concern' && isBlank(landlord.words), 'views.landlord.words', 'Write what the landlord’s concern is.'],
    ]),
  ];
}
