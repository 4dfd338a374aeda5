import type { ShownWalk } from '@/stores';
import { describe, expect, it } from 'vitest';
import { walkWords } from '@/views/parts/walkWords';

const site = { number: 3, name: 'Shore School', key: 's', category: 'school', geometry: null, layer: null, added: null, alsoListed: [], nearby: { distanceMetres: 312.4, site: { geometry: { type: 'Point', coordinates: [0, 0] } } } } as unknown as ShownWalk['site'];
const walk = (answer: ShownWalk['answer'], more: Partial<ShownWalk> = {}) => walkWords({ site, answer, radiusMetres: 500, pinErrorMetres: 10, asOf: '2025-06-09', ...more }).join(' ');
const found = { is: 'walk' as const, metres: 811.6, offMetres: { start: 12.2, site: 0.4 }, path: [[0, 0], [1, 1]], held: true } satisfies ShownWalk['answer'];

describe('the walk in words', () => {
  it.each<[string, string, RegExp[], RegExp[]]>([
    ['a walk', walk(found), [/On foot: 812 m along streets and paths, and 13 m off them/u, /In a straight line to its edge: 312 m/u, /nearest to the pin \(12 m away\)/u, /10 m from the pin/u, /as of 9 June 2025/u], [/site’s edge \(/u, /not whole/u]],
    ['streets that are not whole', walk({ ...found, held: false }), [/there may be a shorter way/u], []],
    ['an address without a bound, streets without a date', walk(found, { pinErrorMetres: null, asOf: null }), [/How far off the pin may be is not known/u, /their date not given/u], []],
    ['further than the bound', walk({ is: 'further', boundMetres: 2000, held: true }), [/further than 2,000 m/u, /4 times/u], [/no street/u]],
    ['unreachable', walk({ is: 'unreachable', held: true }), [/no street or path in the pack leads there/u, /does not mean that nobody can walk there/u], [/\d m on foot/u]],
    ['nothing known at the address', walk({ is: 'noNetwork', why: 'notAtAddress', withinMetres: 250 }), [/nothing can be said/u, /within 250 m of the pin/u, /does not mean that there is none/u], []],
    ['nothing known at the site', walk({ is: 'noNetwork', why: 'notAtSite', withinMetres: 250 }), [/within 250 m of the site’s edge/u], []],
    ['no network', walk({ is: 'noNetwork', why: 'noneInPack', withinMetres: 250 }), [/holds no street or path that is walked/u], []],
    ['the pin within the site', walk({ ...found, metres: 0, path: [], offMetres: { start: 0, site: 0 } }), [/The pin lies within the site/u], [/On foot/u]],
  ])('%s', (_, words, says, saysNot) => {
    for (const each of says) expect(words).toMatch(each);
    for (const each of saysNot) expect(words).not.toMatch(each);
    expect(words).not.toMatch(/\b(safe|clear|suitable|close enough|score)\b/iu);
  });
});
