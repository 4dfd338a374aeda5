/** The ways in which a text could become markup, script, a link, a style or a formula, each told apart by its number: where one runs, `window.ran` holds it. */
const SHAPES: readonly ((n: number) => string)[] = [
  (n) => `<img src=x onerror="window.ran=${String(n)}">`,
  (n) => `"><svg onload=window.ran=${String(n)}>`,
  (n) => `<script>window.ran=${String(n)}</script>`,
  (n) => `'"--></style></title><script>window.ran=${String(n)}</script>`,
  (n) => `javascript:window.ran=${String(n)}`,
  (n) => `{{constructor.constructor('window.ran=${String(n)}')()}}`,
  (n) => `" onfocus="window.ran=${String(n)}" autofocus x="`,
  (n) => `<iframe srcdoc="<script>top.ran=${String(n)}</script>"></iframe>`,
  (n) => `"}*{background:url(//example.invalid/${String(n)})} @import "//example.invalid/${String(n)}";`,
  (n) => `=HYPERLINK("//example.invalid/${String(n)}")`,
  (n) => `<a href="javascript:window.ran=${String(n)}" id=injected${String(n)}>${String(n)}</a>`,
  (n) => `\u202E${String(n)}<details open ontoggle=window.ran=${String(n)}>`,
];

/** Counts as it goes, so that no two fields hold the same. */
export function payloads(): () => string {
  let n = 0;
  return () => { n += 1; return (SHAPES[n % SHAPES.length] ?? String)(n); };
}

/** How many different ones stand in a text. */
export const payloadsIn = (text: string): number => new Set([...text.matchAll(/(?:ran=|example\.invalid\/)(\d+)/gu)].map(([, n]) => n)).size;

/** What geography answered is kept whole and unchecked, so its own terms are known here by what they are not. */
const WORDS_OF_ANSWERS: readonly unknown[] = ['name', 'detail', 'address', 'packTitle'];
const isTermOfAnswer = (path: readonly (string | number)[]) => path[0] === 'surroundings' && path[1] === 'answer' && !WORDS_OF_ANSWERS.includes(path.at(-1));

/** The same value with a payload in every string that its own check lets be one; whatever it refuses (terms, days, ids) stays. */
export function injectedInto<T>(value: T, accepts: (candidate: T) => boolean, next: () => string): T {
  let current = structuredClone(value);
  const walk = (at: unknown, path: readonly (string | number)[]): void => {
    if (isTermOfAnswer(path) && typeof at === 'string') return;
    if (typeof at === 'string') {
      const candidate = withAt(current, path, next()) as T;
      if (accepts(candidate)) current = candidate;
    } else if (Array.isArray(at)) at.forEach((item, i) => { walk(item, [...path, i]); });
    else if (typeof at === 'object' && at !== null) for (const [key, item] of Object.entries(at)) walk(item, [...path, key]);
  };
  walk(value, []);
  return current;
}

function withAt(value: unknown, [step, ...rest]: readonly (string | number)[], leaf: string): unknown {
  if (step === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item: unknown, i) => i === step ? withAt(item, rest, leaf) : item);
  return { ...(value as object), [step]: withAt((value as Record<string, unknown>)[step], rest, leaf) };
}
