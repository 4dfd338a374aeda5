import { parseArgs } from 'node:util';
import { UsageError } from './command';

/** Packs keep sites to 5 km outside their area: nothing further can be listed evenly on all sides. */
const MOST_RADIUS_METRES = 5_000;

/** A screening as it was asked for: every option checked, no file read yet. */
export interface ScreenPlan {
  readonly pack: string;
  readonly addresses: string;
  /** Ordnance Survey's grid of shifts; null: grid references may be 5 m off. */
  readonly ostn15: string | null;
  readonly radiusMetres: number;
  readonly out: string;
  readonly format: 'json' | 'csv';
}

/** @throws UsageError saying what is missing and why it is needed. */
export function screenOptions(args: readonly string[]): ScreenPlan {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { pack: text, addresses: text, radius: text, out: text, ostn15: text }, strict: true });
  const given = (name: keyof typeof values, why: string): string => {
    const value = values[name];
    if (value === undefined || value === '') throw new UsageError(`--${name} ${why}`);
    return value;
  };
  const pack = given('pack', 'FILE is missing: the area pack to look in.');
  const addresses = given('addresses', 'IN.csv is missing: the addresses to look around.');
  const radius = given('radius', "METRES is missing: how far to look. Steading has no default, since Scotland has no national distance; it is the office's own setting, with the office's own reason.");
  const out = given('out', 'FILE is missing: where the answers are to be written, .json or .csv.');
  const format = /\.(json|csv)$/iu.exec(out)?.[1]?.toLowerCase();
  if (format !== 'json' && format !== 'csv') throw new UsageError(`--out ${out} ends in neither .json nor .csv: that says how to write.`);
  if (out === addresses || out === pack) throw new UsageError(`--out ${out} would write over what is read. Name another file.`);
  return { pack, addresses, ostn15: values.ostn15 ?? null, radiusMetres: radiusOf(radius), out, format };
}

function radiusOf(text: string): number {
  const metres = /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : NaN;
  if (!(metres > 0)) throw new UsageError(`--radius ${text} is not a distance: give metres, more than 0, as a plain number.`);
  if (metres > MOST_RADIUS_METRES) throw new UsageError(`--radius ${text} is more than ${String(MOST_RADIUS_METRES)} m: packs keep sites to 5 km outside their area, so further cannot be listed evenly on all sides.`);
  return metres;
}
