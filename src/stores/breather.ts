/** A page that is held up longer than this feels stuck; half of the 50 ms that count as a long task. */
const MOST_MILLISECONDS = 24;

/** For work on the page's own thread: `await breathe()` between its steps lets the page have its turn as soon as it has waited so long. */
export function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < MOST_MILLISECONDS) return;
    await new Promise<void>((resolve) => { setTimeout(resolve); });
    since = performance.now();
  };
}
