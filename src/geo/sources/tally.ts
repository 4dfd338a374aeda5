/** Counts of reasons, in the order in which they first came up. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(reason: string, count = 1): void {
    this.#counts.set(reason, (this.#counts.get(reason) ?? 0) + count);
  }

  rows(): { reason: string; count: number }[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, count }));
  }
}
