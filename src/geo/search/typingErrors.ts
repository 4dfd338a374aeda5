/** Letters of a word as bits: a to z, and six for all others. One slip of typing takes away at most one letter and brings in at most one. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    mask |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6));
  }
  return mask;
}

export function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** How many slips are forgiven: in a short word, one makes another word. */
export function errorsForgiven(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Rows of the table below, for words of up to this length; longer ones are compared by their beginning. */
const LONGEST = 40;
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + 4)) as [Uint8Array, Uint8Array, Uint8Array];

/**
 * Slips (a letter wrong, missing, too many, or two swapped: optimal string alignment) between what was typed and a whole word, and between it and
 * the nearest beginning of that word. Anything over `most` is given as most + 1.
 */
export function slips(typed: string, word: string, most: number): { whole: number; beginning: number } {
  const n = Math.min(typed.length, LONGEST);
  const m = Math.min(word.length, n + most, LONGEST + 2);
  let [before, last, row] = rows;
  for (let j = 0; j <= m; j++) last[j] = j;
  for (let i = 1; i <= n; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= m; j++) {
      const same = typed.charCodeAt(i - 1) === word.charCodeAt(j - 1);
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && typed.charCodeAt(i - 1) === word.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === word.charCodeAt(j - 1)) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
      least = Math.min(least, cost);
    }
    // A swap reaches back two rows, never below the least of either.
    if (least > most + 1) return { whole: most + 1, beginning: most + 1 };
    [before, last, row] = [last, row, before];
  }
  let beginning = most + 1;
  for (let j = 0; j <= m; j++) beginning = Math.min(beginning, last[j] ?? beginning);
  const whole = m === word.length ? Math.min(last[m] ?? most + 1, most + 1) : most + 1;
  return { whole, beginning };
}
