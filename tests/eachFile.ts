import { afterAll, vi } from 'vitest';
import { forgetDevice } from './device';

// Many files share one copy of the modules (vitest.config.ts): each begins on an empty device, and leaves nothing spied on, stubbed or stopped to the next.
forgetDevice();
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
