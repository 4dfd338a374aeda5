import { dayInWords, isDay } from '@/terms';
import { GROUNDS_THAT_GO, groundsThatGo, type ProfileId, type ToSend } from '@/stores';
import type { Fault } from './fault';

/** Management of Offenders etc. (Scotland) Act 2005, ss. 10-11: why this agency may have it. */
export const DUTIES = {
  responsibleAuthority: 'They are a Responsible Authority in the joint arrangements',
  coOperate: 'They have a duty to co-operate',
} as const;

/** MAPPA-NG ch. 13: whose decision a disclosure is. */
export const DECIDERS = {
  meeting: 'The MAPPA meeting',
  chair: 'The chair of the MAPPA meeting',
  urgent: 'Nobody yet: it cannot wait for them',
} as const;
export const TOLD = { yes: 'Yes', no: 'No' } as const;

/** What a file's head says of its grounds: a term of ours, a day, or the sender's own words. */
export function groundWords(value: string): string {
  const terms: Readonly<Record<string, string>> = { ...DUTIES, ...DECIDERS, ...TOLD };
  return Object.hasOwn(terms, value) ? terms[value] ?? value : isDay(value) ? dayInWords(value) : value;
}

/** DPA 2018 s.62: the log of a disclosure outlives the record. */
export const STAYS_ON_LOG = 'It stays on the log for good, also once the record is disposed of: name nobody, and no address.';

/** The questions of both acts; which of them are asked hangs on the act. */
export interface HandOverForm {
  act: 'share' | 'disclosure' | null;
  partnerId: string | null;
  profile: ProfileId | null;
  duty: keyof typeof DUTIES | null;
  purpose: string;
  decidedBy: keyof typeof DECIDERS | null;
  decidedOn: string | null;
  urgentWhy: string;
  personTold: keyof typeof TOLD | null;
  notToldWhy: string;
  mayDo: string;
  source: string;
  reliability: string;
  expiresOn: string | null;
  read: boolean;
}

export const emptyHandOverForm = (): HandOverForm => ({
  act: null, partnerId: null, profile: null, duty: null, purpose: '', decidedBy: null, decidedOn: null, urgentWhy: '', personTold: null, notToldWhy: '', mayDo: '', source: '', reliability: '', expiresOn: null, read: false,
});

/** The widest profiles are for those who hold the responsibility: never for a disclosure to others. */
export const PROFILES_OF = { share: ['ra', 'panel', 'health', 'education', 'rsl'], disclosure: ['health', 'education', 'rsl'] } as const satisfies Record<'share' | 'disclosure', readonly ProfileId[]>;

const missing = (say: string, field: string, holds: boolean): readonly Fault[] => (holds ? [] : [{ field, say }]);
const typed = (text: string) => text.trim() !== '';

function faultsOfDisclosure({ decidedBy, decidedOn, urgentWhy, personTold, notToldWhy, mayDo }: HandOverForm): readonly Fault[] {
  return [
    ...missing('Say whose decision it is.', 'decidedBy', decidedBy !== null),
    ...(decidedBy === 'urgent' ? missing('Say why it cannot wait, and who answers for it.', 'urgentWhy', typed(urgentWhy)) : missing('Enter the day of the decision.', 'decidedOn', decidedBy === null || decidedOn !== null)),
    ...missing('Say whether the person was told.', 'personTold', personTold !== null),
    ...(personTold === 'no' ? missing('Say why the person was not told.', 'notToldWhy', typed(notToldWhy)) : []),
    ...missing('Say what the recipient may do with it.', 'mayDo', typed(mayDo)),
  ];
}

/** `today`: ISO date. */
export function handOverFaults(form: HandOverForm, today: string): readonly Fault[] {
  const { act, partnerId, profile, duty, purpose, source, reliability, expiresOn, read } = form;
  return [
    ...missing('Say which of the two it is.', 'act', act !== null),
    ...missing('Choose the team that it goes to.', 'partnerId', partnerId !== null),
    ...missing('Choose what they may have.', 'profile', profile !== null && (act === null || (PROFILES_OF[act] as readonly string[]).includes(profile))),
    ...(act === 'share' ? missing('Say by which duty they may have it.', 'duty', duty !== null) : []),
    ...missing('Say what it is for.', 'purpose', typed(purpose)),
    ...(act === 'disclosure' ? faultsOfDisclosure(form) : []),
    ...missing('Say where it comes from.', 'source', typed(source)),
    ...missing('Say how reliable it is.', 'reliability', typed(reliability)),
    ...missing('Enter the day until which it may be used.', 'expiresOn', expiresOn !== null && expiresOn >= today),
    ...missing('Read what goes, and say that you have.', 'read', read),
  ];
}

/** What goes on the log and into the book besides the purpose. */
export function groundsOf({ act, duty, decidedBy, decidedOn, urgentWhy, personTold, notToldWhy, mayDo }: HandOverForm): ToSend['grounds'] {
  if (act === 'share') return { duty: duty ?? '' };
  return {
    decidedBy: decidedBy ?? '', personTold: personTold ?? '', mayDo: mayDo.trim(),
    ...(decidedBy === 'urgent' ? { urgentWhy: urgentWhy.trim() } : { decidedOn: decidedOn ?? '' }), ...(personTold === 'no' && { notToldWhy: notToldWhy.trim() }),
  };
}

/** What of the officer's own words goes in the file's head, label and text: shown with the record before it goes. */
export function headTexts(form: HandOverForm): readonly (readonly [label: string, text: string])[] {
  const grounds = Object.entries(groundsThatGo(groundsOf(form))).map(([name, said]) => [GROUNDS_THAT_GO[name as keyof typeof GROUNDS_THAT_GO], groundWords(said)] as const);
  const { purpose, source, reliability, expiresOn } = form;
  const all = [['What for', purpose.trim()], ...grounds, ['Source', source.trim()], ['Reliability', reliability.trim()], ['To be used until', expiresOn === null ? '' : dayInWords(expiresOn)]] as const;
  return all.map(([label, said]) => [label, said === '' ? 'Not said yet' : said] as const);
}
