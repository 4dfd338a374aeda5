/** Work that may be put down between its steps, so that a page is not held up by it: each step is a few milliseconds. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Names taken in one step. */
export const STEP = 1_000;

/** Sorted by `order`, equals in the order given: in runs, then run by run together. */
export function* sorted<T extends { readonly order: string }>(items: readonly T[]): Steps<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += STEP) {
    yield;
    runs.push(items.slice(at, at + STEP).sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)));
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) next.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? []));
    runs = next;
  }
  return runs[0] ?? [];
}

function* merged<T extends { readonly order: string }>(left: readonly T[], right: readonly T[]): Steps<T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [a, b] = [left[i], right[j]];
    if (all.length % (4 * STEP) === 0) yield;
    if (a !== undefined && (b === undefined || a.order <= b.order)) { all.push(a); i++; } else if (b !== undefined) { all.push(b); j++; } else return all;
  }
}
