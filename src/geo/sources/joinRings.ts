import type { Position } from 'geojson';

const same = (a: Position | undefined, b: Position | undefined) => a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
const closed = (line: readonly Position[]) => line.length >= 4 && same(line[0], line.at(-1));
const keyOf = (position: Position | undefined) => String(position);

/** Lines joined where their ends meet, in either direction: closed rings, and what stays open. */
export function joinRings(lines: readonly (readonly Position[])[]): { rings: Position[][]; open: Position[][] } {
  const [rings, open]: [Position[][], Position[][]] = [[], []];
  const loose = new Set<readonly Position[]>();
  const ends = new Map<string, Set<readonly Position[]>>();
  for (const line of lines) {
    if (closed(line)) { rings.push([...line]); continue; }
    if (line.length < 2) continue;
    loose.add(line);
    for (const end of [line[0], line.at(-1)]) ends.set(keyOf(end), (ends.get(keyOf(end)) ?? new Set()).add(line));
  }
  for (const first of loose) {
    loose.delete(first);
    let line = [...first];
    for (let turned = false; !closed(line);) {
      const next = [...(ends.get(keyOf(line.at(-1))) ?? [])].find((one) => loose.has(one));
      if (next) {
        loose.delete(next);
        line.push(...(same(next[0], line.at(-1)) ? next : next.toReversed()).slice(1));
      } else if (turned) break;
      else { line = line.toReversed(); turned = true; }
    }
    (closed(line) ? rings : open).push(line);
  }
  return { rings, open };
}
