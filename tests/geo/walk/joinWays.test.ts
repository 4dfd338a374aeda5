import { joinWays, type Way } from '@/geo/walk';
import { describe, expect, it } from 'vitest';
import { at, way } from './fixtures';

/** How many pieces hang together: 1 where everything can be walked to. */
function pieces({ ends }: ReturnType<typeof joinWays>): number {
  const group = new Map<number, number>();
  const root = (n: number): number => { const up = group.get(n) ?? n; return up === n ? n : root(up); };
  for (let i = 0; i < ends.length; i += 2) group.set(root(ends[i] ?? 0), root(ends[i + 1] ?? 0));
  return new Set([...ends].map(root)).size;
}

const street = way([at(-100, 0), at(0, 0), at(100, 0)]);
const upright = (more: Partial<Way> = {}) => way([at(0, -100), at(0, 0), at(0, 100)], more);
const unshared = (more: Partial<Way> = {}) => way([at(0, -100), at(0, 100)], more);
const deck = [way([at(0, -100), at(0, 0)], { level: 1 }), way([at(0, 0), at(0, 100)], { level: 1 })];

describe('ways that are joined', () => {
  it.each<[string, readonly Way[], number]>([
    ['a vertex in common on the same level', [street, upright()], 1],
    ['no vertex in common where they cross', [street, unshared()], 2],
    ['a bridge whose vertex stands over a vertex of the street below', [street, upright({ level: 1 })], 2],
    ['a bridge of two pieces that meet over a vertex of the street below', [street, ...deck], 2],
    ['a subway under a vertex', [street, upright({ level: -1 })], 2],
    ['a bridge that ends where its street goes on', [way([at(-100, 0), at(0, 0)]), way([at(0, 0), at(50, 0)], { level: 1 }), way([at(50, 0), at(100, 0)])], 1],
    ['a footbridge that comes down in the middle of a street', [street, way([at(0, 0), at(0, 100)], { level: 1 })], 1],
    ['two bridges that begin where one street ends', [way([at(-100, 0), at(0, 0)]), ...deck], 1],
    ['an end within 0.3 m of a line without a vertex there', [way([at(-100, 0), at(100, 0)]), way([at(10, 0.2), at(10, 80)])], 1],
    ['two ends that a tile edge tore by a tenth of a metre', [way([at(-100, 0), at(0, 0)]), way([at(0.1, 0), at(100, 0)])], 1],
    ['an end a metre from a line (a door, another path)', [way([at(-100, 0), at(100, 0)]), way([at(10, 1), at(10, 80)])], 2],
    ['an end of a bridge 0.2 m from a line below', [way([at(-100, 0), at(100, 0)]), way([at(10, 0.2), at(10, 80)], { level: 1 })], 2],
    ['a way that is not walked', [street, upright({ walked: false }), way([at(0, 100), at(50, 100)])], 2],
  ])('%s', (_, ways, expected) => {
    expect(pieces(joinWays(ways))).toBe(expected);
  });

  it('are cut where they meet, and keep their names, drawing and length', () => {
    const { names, lengths, firstVertex, kind, ends } = joinWays([{ ...street, name: 'Cowgate', kind: 'road' }, upright(), way([at(0, 200), at(9, 200)], { walked: false, name: 'Private Drive' })]);
    expect(names.toSorted()).toEqual(['', '', 'Cowgate', 'Cowgate', 'Private Drive']);
    expect([names.at(-1), lengths.length, ends.length, kind.length, firstVertex.length]).toEqual(['Private Drive', 4, 8, 5, 6]);
    for (const length of lengths) expect(length / 10_000).toBeCloseTo(100, 0);
  });

  it('leave out a way without length, and have nothing to say of none', () => {
    expect(joinWays([way([at(0, 0), at(0, 0)])]).kind).toHaveLength(0);
    expect(joinWays([]).ends).toHaveLength(0);
  });
});
