import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: ['src/main.ts', 'src/sw.ts', 'src/cli/main.ts', 'tests/run.ts', 'tests/bench/main.ts', 'tests/e2e/playwright.config.ts', 'tests/e2e/**/*.spec.ts', 'tests/**/*.test.ts', 'src/**/keyWorker.ts'],
  project: ['src/**/*.{ts,vue}', 'training/**/*.ts', 'tests/**/*.ts'],
  // The doors are the rooms' public faces: what stands in them is for the next room.
  ignoreExportsUsedInFile: true,
};

export default config;
