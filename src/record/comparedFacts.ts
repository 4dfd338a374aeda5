/** Facts by their path, one by one: 'features.lift', 'sightLines.<addedId>'. */
export type Flat = ReadonlyMap<string, unknown>;

/** 'Not known' gives way to whoever knows. */
export const isOpen = (value: unknown): boolean => value === undefined || value === null || value === 'unknown' || (typeof value === 'string' && value.trim() === '');
export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What a screen holds is no plain data. */
export const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One fact side by side. `ours` or `theirs` null: not known there. */
export interface ComparedFact {
  readonly path: string;
  readonly ours: unknown;
  readonly theirs: unknown;
  /** Both say something, and not the same. */
  readonly conflict: boolean;
}

export function comparedFlat(ours: Flat, theirs: Flat): readonly ComparedFact[] {
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((path) => {
    const [own, other] = [ours.get(path) ?? null, theirs.get(path) ?? null];
    return { path, ours: own, theirs: other, conflict: !isOpen(own) && !isOpen(other) && !same(own, other) };
  }).filter(({ ours: own, theirs: other }) => !isOpen(own) || !isOpen(other));
}

/** Every fact that anybody knows stays; of two that differ, theirs where it is chosen. */
export function mergedFlat(ours: Flat, theirs: Flat, takeTheirs: (path: string) => boolean): Flat {
  return new Map([...new Set([...ours.keys(), ...theirs.keys()])].map((path) => {
    const [own, other] = [ours.get(path), theirs.get(path)];
    if (isOpen(other)) return [path, own ?? other];
    return [path, isOpen(own) || takeTheirs(path) ? other : own];
  }));
}
