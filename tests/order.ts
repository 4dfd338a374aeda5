import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The order of the unit tests. A worker that meets a file of another environment is ended, and the next one reads every module anew: those of the made-up page come together, last.
 * A test that asks for minutes of its own is begun first, so that at the end no worker waits for it alone.
 */
export class Order extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const known = new Map(files.map((file) => [file, about(file.moduleId)]));
    const of = (file: TestSpecification) => known.get(file) ?? { onPage: false, longest: 0 };
    const bySize = await super.sort(files);
    return bySize.toSorted((a, b) => Number(of(a).onPage) - Number(of(b).onPage) || of(b).longest - of(a).longest);
  }
}

/** Read from its text. `longest`: the milliseconds that a test of it asks for, 0 where none does. */
function about(path: string): { readonly onPage: boolean; readonly longest: number } {
  const text = readFileSync(path, 'utf8');
  const asked = [...text.matchAll(/^\s*\}, ([\d_]+)\);$/gmu)].map(([, milliseconds = '']) => Number(milliseconds.replaceAll('_', '')));
  return { onPage: text.startsWith('// @vitest-environment'), longest: Math.max(0, ...asked) };
}
