/** Median of `times` runs in milliseconds, after a tenth of them as warm-up. `run` is given the number of the run. */
export function medianMs(times: number, run: (n: number) => unknown): number {
  for (let n = 0; n < Math.ceil(times / 10); n++) run(n);
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const start = performance.now();
    run(n);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

/** Prints rows as columns; numbers with three figures. */
export function table(rows: readonly Readonly<Record<string, string | number>>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => text(row[head] ?? '')))];
  const widths = heads.map((_, c) => Math.max(...cells.map((row) => row[c]?.length ?? 0)));
  for (const row of cells) console.log(`  ${row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0))).join('  ')}`);
}

function text(value: string | number): string {
  if (typeof value === 'string') return value;
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : Number(value.toPrecision(3)).toString();
}
