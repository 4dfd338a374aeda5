import { defineConfig } from 'vitest/config';
import base from '../../vitest.config.ts';

/** The tests of the rules alone. Run by stryker.config.mjs. */
export default defineConfig({
  ...base,
  test: { ...base.test, include: ['tests/rules/**/*.test.ts', 'tests/cases/**/*.test.ts'] },
});
