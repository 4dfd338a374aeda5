import { describe, expect, it } from 'vitest';
import { ARROWS, faultsOf } from './arrows';
import { allImports, importsOf } from './imports';

describe('the arrows of the house', () => {
  it('hold for every import of the source, types included', () => {
    const imports = allImports();
    expect(imports.length).toBeGreaterThan(200);
    expect(faultsOf(imports)).toEqual([]);
  });

  it.each([
    ['rules looks at geography', 'src/rules/decide.ts', "import type { Site } from '@/geo';"],
    ['geography looks at rules', 'src/geo/nearby.ts', "import { decide } from '@/rules';"],
    ['a view looks into the vault', 'src/views/HomeView.vue', "import { createVaultDoor } from '@/vault';"],
    ['a view imports Turf', 'src/views/HomeView.vue', "import { distance } from '@turf/turf';"],
    ['the record imports Dexie', 'src/record/tasks.ts', "import Dexie from 'dexie';"],
    ['a room is entered past its door', 'src/stores/session.ts', "import { x } from '@/vault/packShelf';"],
    ['a lazy import goes where it must not', 'src/report/content.ts', "const x = await import('@/vault');"],
    ['a re-export goes where it must not', 'src/terms/index.ts', "export * from '../rules';"],
  ])('negative control: %s', (_name, file, source) => {
    expect(faultsOf(importsOf(file, source))).toHaveLength(1);
  });

  it('know every room that there is', () => {
    const rooms = new Set(allImports().map(({ from }) => from.split('/')).filter((parts) => parts[0] === 'src' && parts.length > 2).map((parts) => parts[1]));
    for (const room of rooms) expect(Object.keys(ARROWS)).toContain(room);
  });

  it('leave no circle between rooms', () => {
    const seen = new Set<string>();
    const walk = (room: string, path: readonly string[]): void => {
      expect(path).not.toContain(room);
      if (seen.has(room)) return;
      for (const next of ARROWS[room] ?? []) walk(next, [...path, room]);
      seen.add(room);
    };
    for (const room of Object.keys(ARROWS)) walk(room, []);
  });
});
