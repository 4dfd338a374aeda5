import { readFileSync } from 'node:fs';
import { afterAll, expect, vi } from 'vitest';
import { forgetDevice } from './device';

// Many files share one copy of the modules (vitest.config.ts): each begins on an empty device, and leaves nothing spied on, stubbed or stopped to the next.
forgetDevice();
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

// Whoever puts another module in a module's place would be late where a file before has read it: such a file reads every module anew, and so does the next.
const replaced = [...readFileSync(expect.getState().testPath ?? '', 'utf8').matchAll(/^vi\.mock\('([^']+)'/gmu)].flatMap(([, path]) => path ?? []);
if (replaced.length > 0) {
  vi.resetModules();
  afterAll(() => {
    for (const path of replaced) vi.doUnmock(path);
    vi.resetModules();
  });
}
