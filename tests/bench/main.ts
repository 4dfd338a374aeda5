import { readdirSync } from 'node:fs';

/**
 * `npm run bench [name …]` runs every bench of this folder, or the ones named. A bench is a file here that exports `title` and `run`; it prints
 * ours beside the others from one run, since ratios hold from machine to machine and times do not. Nothing is asserted.
 */
export interface Bench {
  readonly title: string;
  run(): Promise<void> | void;
}

const asked = process.argv.slice(2);
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.slice(0, -3))
  .filter((name) => asked.length === 0 || asked.includes(name));
const unknown = asked.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`There is no bench '${unknown}' in tests/bench.`);

for (const name of names) {
  const { title, run } = (await import(`./${name}.ts`)) as Bench;
  console.log(`\n${name}: ${title}`);
  await run();
}
