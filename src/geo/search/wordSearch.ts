import { fullForms, isShortForm } from './shortForms';
import { isNumber } from './textWords';
import { bitCount, errorsForgiven, letterMask, slips } from './typingErrors';
import { firstFrom, type WordIndex } from './wordIndex';

/** What is paid for a worse match; the least sum comes first. Nothing but the words is weighed. */
const COST = { beginning: 2, longestRest: 7, slip: 12, slipInBeginning: 16, notItsName: 1, ownWordUnasked: 3, mostUnasked: 5, missing: 10 } as const;
/** Sums above are all the same. */
const MOST_COST = 255;
/** Words beyond are not looked at: each is a bit of a mask. */
export const MOST_WORDS = 12;

export interface Asked {
  readonly word: string;
  /** A name without the word is asked about (`without`) before it is left out. */
  readonly mayBeMissing: boolean;
}

interface Fitting { readonly at: number; readonly cost: number }

/**
 * The names that hold every word, best first, then in the order of the index; at most `limit`.
 * `without`: whether a name may be given although it lacks the words at these places of `asked`.
 */
export function searchWords(index: WordIndex, asked: readonly Asked[], limit: number, without: (name: number, missing: readonly number[]) => boolean): number[] {
  const query = asked.slice(0, MOST_WORDS);
  if (query.length === 0 || limit <= 0) return [];
  const { count, starts, postings, ownWords } = index;
  const held = new Uint16Array(count);
  const cost = new Uint16Array(count);
  const ownHeld = new Uint8Array(count);
  query.forEach(({ word }, place) => {
    const bit = 1 << place;
    for (const { at, cost: paid } of fitting(index, word, query.length > 1)) {
      for (let p = starts[at] ?? 0, end = starts[at + 1] ?? 0; p < end; p++) {
        const posting = postings[p] ?? 0;
        const name = posting >>> 1;
        const before = held[name] ?? 0;
        if ((before & bit) !== 0) continue;
        const isOwn = (posting & 1) === 0;
        held[name] = before | bit;
        cost[name] = (cost[name] ?? 0) + paid + (isOwn ? 0 : COST.notItsName);
        if (isOwn) ownHeld[name] = (ownHeld[name] ?? 0) + 1;
      }
    }
  });
  let needed = 0;
  query.forEach(({ mayBeMissing }, place) => { if (!mayBeMissing) needed |= 1 << place; });
  const all = (1 << query.length) - 1;
  const byCost: (number[] | undefined)[] = [];
  for (let name = 0; name < count; name++) {
    const has = held[name] ?? 0;
    // A place that it lies near is not its name: alone, it would list every street there.
    if ((has & needed) !== needed || ownHeld[name] === 0) continue;
    // More words asked than it has: two of them were met by one ('St Stephen Street' by Stephen Street).
    const unasked = Math.min(COST.mostUnasked, Math.abs((ownWords[name] ?? 0) - (ownHeld[name] ?? 0)));
    const sum = Math.min(MOST_COST, (cost[name] ?? 0) + unasked * COST.ownWordUnasked + bitCount(all & ~has) * COST.missing);
    (byCost[sum] ??= []).push(name);
  }
  const found: number[] = [];
  for (const names of byCost) {
    for (const name of names ?? []) {
      const has = held[name] ?? 0;
      if (has !== all && !without(name, query.flatMap((_, place) => ((has >>> place) & 1 ? [] : [place])))) continue;
      found.push(name);
      if (found.length === limit) return found;
    }
  }
  return found;
}

/** Words of the index that a typed one may stand for, cheapest first: the word itself or its full form, longer words that begin so, words a slip or two away. */
function fitting(index: WordIndex, typed: string, amongOthers: boolean): Fitting[] {
  const { words } = index;
  const best = new Map<number, number>();
  const offer = (at: number, cost: number) => { if (cost < (best.get(at) ?? Infinity)) best.set(at, cost); };
  for (const full of fullForms(typed)) {
    const at = firstFrom(words, full);
    if (words[at] === full) offer(at, 0);
  }
  if (!isNumber(typed)) {
    for (let at = firstFrom(words, typed); words[at]?.startsWith(typed) === true; at++) {
      offer(at, words[at] === typed ? 0 : COST.beginning + Math.min(COST.longestRest, (words[at]?.length ?? 0) - typed.length));
    }
    // A short word with a slip could be anything; beside others it is held in check by them.
    const forgiven = amongOthers && (typed.length > 2 || (typed.length === 2 && !isShortForm(typed))) ? Math.max(1, errorsForgiven(typed)) : errorsForgiven(typed);
    if (forgiven > 0) offerSlips(index, typed, forgiven, offer);
  }
  return [...best].map(([at, cost]) => ({ at, cost })).sort((a, b) => a.cost - b.cost);
}

function offerSlips({ words, masks, lengths }: WordIndex, typed: string, forgiven: number, offer: (at: number, cost: number) => void): void {
  const mask = letterMask(typed);
  const least = typed.length - forgiven;
  const asBeginning = typed.length >= 4;
  const most = asBeginning ? Infinity : typed.length + forgiven;
  for (let at = 0; at < masks.length; at++) {
    const length = lengths[at] ?? 0;
    if (length < least || length > most || bitCount(mask & ~(masks[at] ?? 0)) > forgiven) continue;
    const word = words[at] ?? '';
    if (isNumber(word)) continue;
    const { whole, beginning } = slips(typed, word, forgiven);
    // Without a slip it has been offered before, at its own price.
    if (beginning === 0) continue;
    if (whole <= forgiven) offer(at, COST.slip * whole);
    else if (asBeginning && beginning <= forgiven) offer(at, COST.slipInBeginning * beginning);
  }
}
