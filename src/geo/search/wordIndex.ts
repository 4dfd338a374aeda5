import { STEP, type Steps } from './inSteps';
import { fullFormsIn } from './shortForms';
import { letterMask } from './typingErrors';

/** A name as it is indexed. `also`: words under which it is found too (a flat, a postcode, the place it lies near), which are not its name. */
export interface IndexedName {
  readonly own: readonly string[];
  readonly also: readonly string[];
}

/**
 * Names by their words, all in typed arrays. Word w of `words` (sorted) stands in the names `postings[starts[w]] … postings[starts[w + 1] − 1]`, each twice the
 * name's place, plus 1 where the word is not of its own.
 */
export interface WordIndex {
  readonly count: number;
  readonly words: readonly string[];
  readonly masks: Int32Array;
  readonly lengths: Uint8Array;
  readonly starts: Uint32Array;
  readonly postings: Uint32Array;
  /** How many words of its own a name has (at most 255). */
  readonly ownWords: Uint8Array;
}

const canonical = (words: readonly string[]) => new Set(fullFormsIn(words));

/** In steps (inSteps.ts). */
export function* wordIndex(names: readonly IndexedName[]): Steps<WordIndex> {
  const ids = new Map<string, number>();
  const [wordOf, entryOf]: [number[], number[]] = [[], []];
  const ownWords = new Uint8Array(names.length);
  for (const [place, { own, also }] of names.entries()) {
    if (place % STEP === 0) yield;
    const named = canonical(own);
    ownWords[place] = Math.min(255, own.length);
    const post = (word: string, isOwn: boolean): void => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      wordOf.push(id);
      entryOf.push(2 * place + (isOwn ? 0 : 1));
    };
    for (const word of named) post(word, true);
    for (const word of canonical(also)) if (!named.has(word)) post(word, false);
  }
  yield;
  const words = [...ids.keys()].sort();
  yield;
  const rank = new Uint32Array(words.length);
  words.forEach((word, place) => { rank[ids.get(word) ?? 0] = place; });
  const starts = new Uint32Array(words.length + 1);
  const add = (w: number, more: number) => { starts[w] = (starts[w] ?? 0) + more; };
  for (const id of wordOf) add((rank[id] ?? 0) + 1, 1);
  for (let w = 0; w < words.length; w++) add(w + 1, starts[w] ?? 0);
  yield;
  const next = starts.slice();
  const postings = new Uint32Array(entryOf.length);
  wordOf.forEach((id, i) => {
    const word = rank[id] ?? 0;
    const at = next[word] ?? 0;
    postings[at] = entryOf[i] ?? 0;
    next[word] = at + 1;
  });
  return {
    count: names.length, words, starts, postings, ownWords,
    masks: Int32Array.from(words, letterMask),
    lengths: Uint8Array.from(words, (word) => Math.min(255, word.length)),
  };
}

/** The first word at or after `text`. */
export function firstFrom(words: readonly string[], text: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
