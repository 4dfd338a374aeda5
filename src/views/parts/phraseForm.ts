import type { Office } from '@/stores';
import { type PhraseListId, QUICK_PHRASES } from '@/terms';
import type { Fault } from './fault';

/** Each list as typed, one phrase a line. */
export type PhraseForm = Record<PhraseListId, string>;

const IDS = Object.keys(QUICK_PHRASES) as readonly PhraseListId[];
/** More than a thumb finds, and longer than a button holds on a phone. */
const [MOST, LONGEST] = [12, 60] as const;

const own = (id: PhraseListId): readonly string[] => QUICK_PHRASES[id].phrases;
const linesOf = (typed: string): readonly string[] => [...new Set(typed.split('\n').map((one) => one.trim()).filter((one) => one !== ''))];

export const phraseFormOf = ({ phrases }: Pick<Office, 'phrases'>): PhraseForm => Object.fromEntries(IDS.map((id) => [id, (phrases?.[id] ?? own(id)).join('\n')])) as PhraseForm;

export function phraseFaults(form: PhraseForm): readonly Fault[] {
  return IDS.flatMap((id) => {
    const lines = linesOf(form[id]);
    const long = lines.find((one) => one.length > LONGEST);
    const field = `phrases.${id}`;
    if (lines.length > MOST) return [{ field, say: `${QUICK_PHRASES[id].label}: keep at most ${String(MOST)} phrases.` }];
    return long === undefined ? [] : [{ field, say: `${QUICK_PHRASES[id].label}: use at most ${String(LONGEST)} characters for ‘${long.slice(0, 20)}…’.` }];
  });
}

/** Only the lists that the office has set: Steading's own, or an empty one, is Steading's own. */
export function readPhrases(form: PhraseForm): Pick<Office, 'phrases'> {
  const set = IDS.map((id) => [id, linesOf(form[id])] as const).filter(([id, lines]) => lines.length > 0 && lines.join('\n') !== own(id).join('\n'));
  return set.length === 0 ? {} : { phrases: Object.fromEntries(set.map(([id, lines]) => [id, [...lines]])) as NonNullable<Office['phrases']> };
}
