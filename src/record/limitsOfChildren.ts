import type { May } from './handOver/pick';
import type { Children } from './schema/people';
import { asksFollowUps } from './tasks/children';

const CONTACTS = { livingHere: 'children living at the address', visiting: 'children visiting', minded: 'children minded there' } as const;
const FOLLOWS = { referral: 'a referral to children and families social work', disclosure: 'a disclosure' } as const;

function sentence(lead: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${lead}: ${names.join('; ')}.`];
}

/** What is not known about contact with children, and what has not been decided about it. */
export function limitsOfChildren(children: Children, may: May): readonly string[] {
  const contacts = (wanted: 'unknown' | null) => (Object.keys(CONTACTS) as (keyof typeof CONTACTS)[]).filter((id) => may(`assessment.children.${id}`) && children[id] === wanted).map((id) => CONTACTS[id]);
  const follows = (wanted: 'notDecided' | null) => (Object.keys(FOLLOWS) as (keyof typeof FOLLOWS)[]).filter((id) => may(`assessment.children.${id}.decision`) && children[id].decision === wanted).map((id) => FOLLOWS[id]);
  return [
    ...sentence('Contact with children that nobody has answered about yet', contacts(null)),
    ...sentence('Contact with children that is not known', contacts('unknown')),
    ...(asksFollowUps(children) ? [...sentence('Nobody has answered yet whether there is', follows(null)), ...sentence('Not decided yet', follows('notDecided'))] : []),
  ];
}
