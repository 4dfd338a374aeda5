import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkBudget } from './bundle/budget';
import { debianCommand } from './debianPackage';
import { browserPath } from './e2e/browserPath';

/** What guards the project, each within its minutes. The closing line counts tests, or suites where a suite has none of its own. */
interface Suite {
  readonly name: string;
  readonly minutes: number;
  readonly run: () => Promise<Count>;
}
interface Count { passed: number; failed: number; skipped: number; readonly failures?: readonly string[] }

const reports = mkdtempSync(join(tmpdir(), 'steading-tests-'));
const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
const npx = (...words: readonly string[]): readonly string[] => ['npx', '--no-install', ...words];

/** `held`: what it says is told in one piece at its end, as something else runs beside it. */
function command([program = '', ...words]: readonly string[], minutes: number, { env = {}, held = false }: { readonly env?: Readonly<Record<string, string>>; readonly held?: boolean } = {}): Promise<boolean> {
  return new Promise((resolve) => {
    const out = held ? 'pipe' : 'inherit';
    const child = spawn(program, words, { stdio: ['ignore', out, out], env: { ...process.env, npm_config_loglevel: 'error', ...env }, detached: true });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece));
    const timer = setTimeout(() => {
      console.error(`Stopped: over its ${minutes} minutes.`);
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, minutes * 60_000);
    child.on('close', (code) => {
      clearTimeout(timer);
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

async function counted(words: readonly string[], minutes: number, file: string, read: (report: unknown) => Count, env: Readonly<Record<string, string>> = {}): Promise<Count> {
  const ok = await command(npx(...words), minutes, { env });
  if (!existsSync(file)) return one(false);
  const count = read(JSON.parse(readFileSync(file, 'utf8')));
  // A runner that fails without a failed test (nothing found, a broken file) is a failure all the same.
  return ok ? count : { ...count, failed: Math.max(1, count.failed) };
}

interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly message: string; readonly assertionResults: readonly { readonly status: string; readonly fullName: string; readonly failureMessages: readonly string[] }[] }[];
}

function unitCount({ numPassedTests, numFailedTests, numPendingTests, testResults }: UnitReport): Count {
  const failures = testResults.flatMap(({ name, message, assertionResults }) => [
    ...(message === '' ? [] : [`${name}\n${message}`]),
    ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`),
  ]);
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests, failures };
}

interface BrowserSuite {
  readonly suites?: readonly BrowserSuite[];
  readonly specs?: readonly { readonly ok: boolean; readonly file: string; readonly title: string; readonly tests: readonly { readonly results: readonly { readonly error?: { readonly message?: string } }[] }[] }[];
}
interface BrowserReport extends BrowserSuite { readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number } }

const browserFailures = ({ suites = [], specs = [] }: BrowserSuite): string[] => [
  ...suites.flatMap(browserFailures),
  ...specs.filter(({ ok }) => !ok).map(({ file, title, tests }) => `${file}: ${title}\n${tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? '')).join('\n')}`),
];

function browserCount(report: BrowserReport): Count {
  const { expected, unexpected, flaky, skipped } = report.stats;
  if (flaky > 0) console.log(`${flaky} held only at the second try: see 'flaky' above.`);
  return { passed: expected + flaky, failed: unexpected, skipped, failures: browserFailures(report) };
}

const vitestReport = join(reports, 'unit.json');
const browserReport = join(reports, 'browser.json');

const beside = { held: true };
const TYPES: Suite = { name: 'types', minutes: 3, run: async () => one(await command(npx('vue-tsc', '--noEmit'), 3, beside)) };
const LINT: Suite = { name: 'lint', minutes: 2, run: async () => one(await command(npx('oxlint', '--quiet', 'src', 'tests', 'training'), 1, beside) && await command(npx('eslint', '.', '--max-warnings', '0'), 2, beside)) };
const UNUSED: Suite = { name: 'unused code and packages', minutes: 1, run: async () => one(await command(npx('knip'), 1, beside)) };
const BUILD: Suite = { name: 'build', minutes: 2, run: async () => one(await command(['npm', 'run', '-s', 'build'], 2, beside)) };
const BUDGET: Suite = { name: 'bundle budget', minutes: 1, run: () => Promise.resolve(one(checkBudget() === 0)) };
const UNIT: Suite = {
  name: 'unit and architecture', minutes: 9,
  run: () => {
    // Our files that leave the vault are exchanged with it; where it is neither here nor to be had, that test says that it was skipped.
    debianCommand(['age'], 'age');
    return counted(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`], 9, vitestReport, (report) => unitCount(report as UnitReport));
  },
};
const BROWSER: Suite = {
  name: 'real browser', minutes: 14,
  run: () => counted(['playwright', 'test', '-c', 'tests/e2e/playwright.config.ts'], 14, browserReport, (report) => browserCount(report as BrowserReport),
    { STEADING_BROWSER: browserPath(), STEADING_BROWSER_REPORT: browserReport }),
};

/** One after the other; within one, its rows side by side, each in order. The last two use every core by themselves. */
const STAGES: readonly (readonly (readonly Suite[])[])[] = [[[TYPES], [LINT, UNUSED, BUILD, BUDGET]], [[UNIT]], [[BROWSER]]];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const failures: string[] = [];

async function tried(suite: Suite): Promise<void> {
  console.log(`\n== ${suite.name} (at most ${suite.minutes} min)`);
  const started = Date.now();
  let count: Count;
  try {
    count = await suite.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    count = one(false);
  }
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  failures.push(...(count.failures ?? []));
  lines.push(`${count.failed === 0 ? 'ok  ' : 'FAIL'} ${suite.name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped, ${((Date.now() - started) / 1000).toFixed(0)} s of ${suite.minutes * 60} s`);
}

for (const rows of STAGES) await Promise.all(rows.map(async (row) => { for (const suite of row) await tried(suite); }));
// Once more at the end, where whoever reads only the last page of a long log finds them.
const told = failures.map((failure) => failure.split('\n').slice(0, 12).join('\n'));
if (told.length > 0) console.log(`\n== what failed\n${told.join('\n\n')}`);
console.log(`\n${lines.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
