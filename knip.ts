import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['src/vault/keyWorker.ts', 'src/vault/journal/journalWorker.ts', 'src/vault/format/index.ts', 'tests/bench/*.ts', 'tests/fuzz/worker.ts', 'tests/e2e/playwright.config.ts', 'tests/e2e/**/*.spec.ts', 'tests/**/*.test.ts'],
  project: ['src/**/*.{ts,vue}', 'build/**/*.ts', 'training/**/*.ts', 'tests/**/*.ts'],
  ignoreExportsUsedInFile: true,
  vitest: { config: ['vitest.config.ts', 'tests/mutation/vitest.config.ts'] },
  // A door shows its room's types whether or not the next room names them yet.
  exclude: ['types'],
  // Called by name from tests/run.ts, or imported by style sheets only.
  ignoreDependencies: ['oxlint', 'vue-tsc', '@fontsource-variable/roboto'],
  ignoreBinaries: ['apt-get', 'age', 'age-keygen'],
};

export default config;
