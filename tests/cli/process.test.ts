import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'steading-cli-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

const steading = (...words: string[]) => new Promise<{ exit: number; out: string; err: string }>((done) => {
  const child = execFile(join(root, 'node_modules/.bin/tsx'), ['src/cli/main.ts', ...words], { cwd: root }, (_, out, err) => { done({ exit: child.exitCode ?? -1, out, err }); });
});

describe('steading as a process', () => {
  it('writes a pack whole beside nothing else, and tells of it as JSON alone on stdout', async () => {
    const pack = join(folder, 'training.steadingpack');
    const built = await steading('training', 'build', '--out', pack);
    expect([built.exit, built.out]).toEqual([0, '']);
    expect(built.err).toContain('Kinlowrie');
    expect(readdirSync(folder)).toEqual(['training.steadingpack']);
    const info = await steading('pack', 'info', pack, '--json');
    expect(JSON.parse(info.out)).toMatchObject({ format: 'steading-pack', training: true, area: { councilCode: 'T12000001' } });
  }, 120_000);

  it('leaves an older pack as it was when the new one cannot be built', async () => {
    const old = join(folder, 'old.steadingpack');
    const empty = join(folder, 'schools.csv');
    writeFileSync(old, 'old');
    writeFileSync(empty, '');
    const { exit, out, err } = await steading('pack', 'build', '--out', old, '--bbox', '-3.21,55.93,-3.15,55.97', '--schools', empty, '--schools-date', '2022-09-14');
    expect([exit, out]).toEqual([1, '']);
    expect(err).toContain('schools.csv: is empty');
    expect(readFileSync(old, 'utf8')).toBe('old');
    expect((await steading('pack', 'build')).exit).toBe(2);
  }, 120_000);
});
