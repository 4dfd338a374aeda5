import { defineConfig } from '@playwright/test';
import { browserPath } from './browserPath';

const report = process.env['STEADING_BROWSER_REPORT'];

/**
 * Chromium draws its address bar's pop-ups as pages, in a process of their own for each window: half a second of a core that no test looks at. As a later list replaces an
 * earlier one, what Playwright turns off and these tests rest on stands here too.
 */
const OFF = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'PaintHolding', 'MediaRouter', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'DestroyProfileOnBrowserClose', 'AvoidUnnecessaryBeforeUnloadCheckSync'];

/** A real Chromium against the built application, which each test serves (and kills) itself. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results',
  // One more than the cores of a small machine: a walk waits about a third of its time.
  workers: 3,
  fullyParallel: true,
  // A shared machine may stall a browser: one second try there, told by name (tests/run.ts). Here at home a test holds the first time.
  retries: process.env['CI'] ? 1 : 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: report ? [['list'], ['json', { outputFile: report }]] : [['list']],
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'off',
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: browserPath(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--disable-features=${OFF.join(',')}`],
    },
  },
});
