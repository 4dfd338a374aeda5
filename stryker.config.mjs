/**
 * `npm run mutation`: changes the rules one small piece at a time and asks whether a test of theirs notices. Below 90 % it fails.
 * The standard's words (src/rules/standard) are data and stay out: tests/rules/standard.test.ts holds them. Types and doors hold no rule.
 */
export default {
  mutate: ['src/rules/**/*.ts', '!src/rules/standard/**', '!src/rules/**/types.ts', '!src/rules/**/index.ts'],
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // The tables of the rules are built as their file loads; left out, they would go unwatched.
  ignoreStatic: false,
  disableTypeChecks: false,
  concurrency: 2,
  // Long, because a mutant that runs out of time counts as noticed: a busy machine must not raise the figure.
  timeoutMS: 30_000,
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress', 'clear-text', 'html'],
  clearTextReporter: { reportTests: false, allowEmojis: false },
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  tempDirName: 'coverage/stryker',
  cleanTempDir: 'always',
  ignorePatterns: ['dist', 'public', 'coverage', 'test-results', 'playwright-report'],
};
