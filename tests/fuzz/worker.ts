import { runCase } from './cases';
import { allSubjects } from './subjects';

/**
 * The process that the cases run in: told a seed and which cases, says before each that it begins, and what came of all that are no faults by count.
 * `STEADING_FUZZ_BROKEN` puts a reader that hangs ('hangs') or throws something else ('throws') in place of one that is sound: for the control.
 */
export type Told = { readonly begun: number } | { readonly case: number; readonly subject: string; readonly what: string; readonly message: string } | { readonly read: number; readonly refused: number };
export interface Job { readonly seed: number; readonly from: number; readonly to: number; readonly step: number }

const tell = (told: Told) => process.send?.(told);

async function work({ seed, from, to, step }: Job): Promise<void> {
  const broken = process.env.STEADING_FUZZ_BROKEN;
  const subjects = await allSubjects();
  const [first] = subjects;
  if (broken !== undefined && first !== undefined) {
    subjects[0] = { ...first, read: () => { if (broken === 'hangs') for (;;); return Promise.reject(new TypeError("Cannot read properties of undefined (reading 'length')")); } };
  }
  const count = { read: 0, refused: 0 };
  for (let n = from; n < to; n += step) {
    tell({ begun: n });
    const { subject, what, is, message } = await runCase(subjects, seed, n);
    if (is === 'fault') tell({ case: n, subject, what, message });
    else count[is]++;
  }
  tell(count);
}

process.once('message', (job: Job) => {
  void work(job).then(() => { process.disconnect(); }, (error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
