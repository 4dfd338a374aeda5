import { joinWays, walkTo, type Way } from '@/geo/walk';
import { networkOf } from '@/geo/walk/network';
import { reachFrom } from '@/geo/walk/reach';
import { lineReader } from '@/geo/pack/lineReader';
import type { PackArrays } from '@/geo/pack/layout';
import type { Position } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, contentFixture, layer } from '../contentFixture';
import { geodesicMetres } from '../geodesic';
import { at, packOf, placeAt, siteAt, way } from './fixtures';

const BOUND = { boundMetres: 2_000 };
/** An avenue to the east, a lane from its middle to the north, and a close beyond it that no way leads to. */
const TOWN = [way([at(0, 0), at(300, 0)]), way([at(300, 0), at(600, 0)]), way([at(300, 0), at(300, 200)]), way([at(0, 400), at(600, 400)])];
const lengthOf = (path: readonly Position[]) => path.slice(1).reduce((sum, [lng = 0, lat = 0], i) => sum + geodesicMetres({ lng: path[i]?.[0] ?? 0, lat: path[i]?.[1] ?? 0 }, { lng, lat }), 0);
const square = (east: number, north: number, side: number) => ({ type: 'Polygon' as const, coordinates: [[at(east, north), at(east + side, north), at(east + side, north + side), at(east, north + side), at(east, north)]] });

describe('the walk to a site', () => {
  it('runs from the nearest street (not its nearest corner) to where the streets come nearest to the site, and tells what is off them', async () => {
    const walk = walkTo(await packOf(TOWN), placeAt(100, 12), siteAt(308, 150), BOUND);
    if (walk.is !== 'walk') throw new Error(walk.is);
    expect(walk.metres).toBeCloseTo(350, 0);
    expect(walk.offMetres.start).toBeCloseTo(12, 1);
    expect(walk.offMetres.site).toBeCloseTo(8, 1);
    expect(lengthOf(walk.path)).toBeCloseTo(walk.metres, 2);
    expect(walk.held).toBe(true);
  });

  it.each<[string, ReturnType<typeof placeAt>, Parameters<typeof walkTo>[2], number]>([
    ['along one line, forwards', placeAt(40, 3), siteAt(240, -5), 200],
    ['along one line, backwards', placeAt(240, 3), siteAt(40, -5), 200],
    ['to the edge of grounds that the street leads into', placeAt(100, 0), square(200, -20, 60), 100],
    ['to the side of the grounds that is come to first, where two are about as near', placeAt(0, 0), square(304, 8, 40), 300],
    ['from inside the grounds', placeAt(220, 5), square(200, -20, 60), 0],
    ['to a line', placeAt(0, 0), { type: 'LineString', coordinates: [at(250, -30), at(250, 30)] }, 250],
  ])('%s', async (_, from, site, metres) => {
    const walk = walkTo(await packOf(TOWN), from, site, BOUND);
    if (walk.is !== 'walk') throw new Error(walk.is);
    expect(walk.metres).toBeCloseTo(metres, 0);
    expect(lengthOf(walk.path)).toBeCloseTo(walk.metres, 2);
  });

  it('is told apart: further than the bound, unreachable, and nothing known here', async () => {
    const pack = await packOf(TOWN);
    expect(walkTo(pack, placeAt(0, 0), siteAt(600, 0), { boundMetres: 400 })).toMatchObject({ is: 'further', boundMetres: 400 });
    expect(walkTo(pack, placeAt(0, 0), siteAt(300, 400), BOUND)).toMatchObject({ is: 'unreachable' });
    expect(walkTo(pack, placeAt(0, 0), siteAt(300, 400), { boundMetres: 100 })).toMatchObject({ is: 'unreachable' });
    expect(walkTo(pack, placeAt(0, -251), siteAt(0, 0), BOUND)).toMatchObject({ is: 'noNetwork', why: 'notAtAddress' });
    expect(walkTo(pack, placeAt(0, 0), siteAt(0, -251), BOUND)).toMatchObject({ is: 'noNetwork', why: 'notAtSite' });
    expect(walkTo(await packOf([]), placeAt(0, 0), siteAt(0, 0), BOUND)).toMatchObject({ is: 'noNetwork', why: 'noneInPack' });
    expect(() => walkTo(pack, placeAt(0, 0), siteAt(0, 0), { boundMetres: 0 })).toThrow(RangeError);
  });

  it('never passes from a bridge to what runs under it: it goes round', async () => {
    const round = [way([at(0, -100), at(0, -50)]), way([at(0, -50), at(0, 0), at(0, 50)], { level: 1 }), way([at(0, 50), at(0, 100)]), way([at(0, 100), at(400, 100)]), way([at(400, 100), at(400, 0)]), way([at(400, 0), at(0, 0), at(-200, 0)])];
    const fromDeck = walkTo(await packOf(round), placeAt(1, 20), siteAt(-30, 0), BOUND);
    expect(fromDeck.is === 'walk' && fromDeck.metres).toBeCloseTo(80 + 400 + 100 + 430, 0);
  });

  it('begins and ends on a scrap of path only where nothing larger is about as near', async () => {
    const yard = way([at(310, 150), at(330, 150)]);
    const toYard = walkTo(await packOf([...TOWN, yard]), placeAt(300, 2), square(308, 140, 30), BOUND);
    expect(toYard.is === 'walk' && [Math.round(toYard.metres), Math.round(toYard.offMetres.site)]).toEqual([138, 8]);
    expect(walkTo(await packOf([...TOWN, way([at(400, 90), at(420, 90)])]), placeAt(410, 95), siteAt(300, 2), BOUND), 'the larger piece is 80 m further off').toMatchObject({ is: 'unreachable' });
    const garden = way([at(100, 10), at(150, 10)]);
    const walk = walkTo(await packOf([...TOWN, garden]), placeAt(120, 11), siteAt(300, 1), BOUND);
    expect(walk).toMatchObject({ is: 'walk' });
    expect(walkTo(await packOf([garden]), placeAt(120, 11), siteAt(150, 12), BOUND)).toMatchObject({ is: 'walk' });
  });

  it('says that its streets end nearby, unless they were declared whole wherever a shorter way could run', async () => {
    const held = async (coverage: ReturnType<typeof box> | null) => {
      const walk = walkTo(await packOf(TOWN, { layers: [...contentFixture().layers, layer('streets', [], { coverage })] }), placeAt(0, 0), siteAt(600, 0), BOUND);
      return walk.is === 'walk' && walk.held;
    };
    const [[west = 0, south = 0], [east = 0, north = 0], [, far = 0]] = [at(-50, -310), at(650, 310), at(0, 290)];
    expect([await held(box(west, south, east, north)), await held(box(west, south, east, far)), await held(null)]).toEqual([true, false, false]);
  });
});

describe('on random networks', () => {
  const spot = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }));
  const ways = fc.array(fc.tuple(spot, spot, fc.constantFrom(0, 0, 0, 1)), { minLength: 1, maxLength: 40 });

  function network(lines: readonly Way[]) {
    const { kind, names, firstVertex, lngLat, ends, lengths } = joinWays(lines);
    const arrays = { 'strings.end': Uint32Array.of(0), 'lines.kind': kind, 'lines.name': new Uint32Array(names.length), 'lines.firstVertex': firstVertex, 'lines.lngLat': lngLat, 'walk.ends': ends, 'walk.length': lengths };
    const { packed } = lineReader(arrays as unknown as PackArrays, () => '');
    return packed === null ? null : networkOf(packed);
  }

  /** Bellman's way: over all lines until nothing gets shorter. Shares nothing with the search but the lines and their lengths. */
  function plainTicks({ ends, lengths, walked, nodeCount }: NonNullable<ReturnType<typeof network>>, line: number, ticks: number): number[] {
    const best = Array<number>(nodeCount).fill(Infinity);
    const lower = (node: number, value: number) => { const shorter = value < (best[node] ?? 0); if (shorter) best[node] = value; return shorter; };
    lower(ends[2 * line] ?? 0, ticks);
    lower(ends[2 * line + 1] ?? 0, (lengths[line] ?? 0) - ticks);
    for (let again = true; again;) {
      again = false;
      for (let i = 0; i < walked; i++) {
        const [a = 0, b = 0] = [ends[2 * i], ends[2 * i + 1]];
        again = lower(b, (best[a] ?? Infinity) + (lengths[i] ?? 0)) || again;
        again = lower(a, (best[b] ?? Infinity) + (lengths[i] ?? 0)) || again;
      }
    }
    return best;
  }

  it('every length within the bound equals the plain search, to a tenth of a millimetre, and nothing is said beyond it', () => {
    fc.assert(fc.property(ways, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 2_000 }), (drawn, pick, share, bound) => {
      const own = network(drawn.map(([[x0, y0], [x1, y1], level]) => way([at(60 * x0, 60 * y0), at(60 * x1 + (x0 === x1 && y0 === y1 ? 7 : 0), 60 * y1)], { level })));
      if (own === null) return;
      const line = pick % own.walked;
      const ticks = Math.round(share * (own.lengths[line] ?? 0));
      const plain = plainTicks(own, line, ticks);
      const reach = reachFrom(own, { line, vertex: own.firstVertex[line] ?? 0, share: 0, ticks }, bound * 10_000);
      plain.forEach((expected, node) => { expect(reach.ticks(node)).toBe(expected <= bound * 10_000 ? expected : Infinity); });
      const same = new Set(plain.flatMap((value, node) => (value < Infinity ? [own.piece[node]] : [])));
      expect(same.size).toBe(1);
      plain.forEach((value, node) => { expect(same.has(own.piece[node])).toBe(value < Infinity); });
    }));
  });

  it('the path that is drawn is as long as the walk is said to be, and with what is off it never shorter than the straight line', async () => {
    await fc.assert(fc.asyncProperty(ways, spot, spot, async (drawn, [x0, y0], [x1, y1]) => {
      const pack = await packOf(drawn.map(([[ax, ay], [bx, by], level]) => way([at(60 * ax, 60 * ay), at(60 * bx + (ax === bx && ay === by ? 7 : 0), 60 * by)], { level })));
      const walk = walkTo(pack, placeAt(60 * x0 + 13, 60 * y0 + 5), siteAt(60 * x1 - 17, 60 * y1 + 3), BOUND);
      if (walk.is !== 'walk') return;
      expect(lengthOf(walk.path)).toBeCloseTo(walk.metres, 2);
      const [from, to] = [placeAt(60 * x0 + 13, 60 * y0 + 5), placeAt(60 * x1 - 17, 60 * y1 + 3)];
      expect(walk.metres + walk.offMetres.start + walk.offMetres.site).toBeGreaterThan(geodesicMetres(from, to) - 0.01);
    }), { numRuns: 60 });
  });
});
