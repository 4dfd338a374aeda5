import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { Order } from './tests/order.ts';

/** Unit and architecture tests; the real browser is driven from tests/e2e by Playwright. */
export default defineConfig({
  plugins: [vue()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    // One worker a core, and in each one copy of the modules for all its files (tests/eachFile.ts): that is most of what a run costs.
    maxWorkers: '100%',
    isolate: false,
    sequence: { sequencer: Order },
    setupFiles: ['tests/seed.ts', 'tests/eachFile.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});
