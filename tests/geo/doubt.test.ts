import { describe, expect, it } from 'vitest';
import { type Grounds, relationOf, UNKNOWN_ERROR_SEARCH_METRES, verdictOn } from '@/geo/doubt';

const ADDRESS_ERRORS = [0, 10, 50, 50.01, 500, null];

function allGrounds(): Grounds[] {
  return [0, 1, 7].flatMap((found) => [0, 1, 7].flatMap((uncertain) => (['full', 'partial', 'none'] as const).flatMap((coverage) =>
    [false, true].flatMap((stale) => [false, true].flatMap((mapped) => ADDRESS_ERRORS.map((addressErrorMetres) =>
      ({ found, uncertain, coverage, stale, mapped, addressErrorMetres })))))));
}

describe('verdictOn, over every combination of its grounds', () => {
  const all = allGrounds().map((grounds) => ({ grounds, verdict: verdictOn(grounds) }));

  it('says found when and only when something was found', () => {
    expect(all.filter(({ grounds, verdict }) => (grounds.found > 0) !== (verdict.status === 'found'))).toEqual([]);
  });

  it('says none found only where all was searched, nothing is in doubt, the data is current and the address is known', () => {
    const none = all.filter(({ verdict }) => verdict.status === 'noneFound').map(({ grounds }) => grounds);
    const expected = ADDRESS_ERRORS.filter((metres) => metres !== null)
      .map((addressErrorMetres) => ({ found: 0, uncertain: 0, coverage: 'full', stale: false, mapped: true, addressErrorMetres }));
    expect(none).toEqual(expected);
  });

  it('always says why, but for what was found, for none found, and for sites in doubt by their own position', () => {
    const silent = all.filter(({ verdict }) => verdict.because === null);
    expect(silent.filter(({ grounds, verdict }) => !['found', 'noneFound'].includes(verdict.status)
      && !(grounds.uncertain > 0 && grounds.addressErrorMetres !== null && grounds.addressErrorMetres <= 50))).toEqual([]);
  });

  it.each([
    [{ found: 0, uncertain: 2, addressErrorMetres: 500 }, 'uncertain', 'addressTooVague'],
    [{ found: 0, uncertain: 2, addressErrorMetres: null }, 'uncertain', 'addressTooVague'],
    [{ found: 0, uncertain: 2, addressErrorMetres: 50 }, 'uncertain', null],
    [{ mapped: false, coverage: 'full' }, 'notSearched', 'noDataHere'],
    [{ coverage: 'none', stale: true, addressErrorMetres: null }, 'notSearched', 'noDataHere'],
    [{ coverage: 'partial', stale: true, addressErrorMetres: null }, 'partlySearched', 'noDataHere'],
    [{ stale: true, addressErrorMetres: null }, 'uncertain', 'addressTooVague'],
    [{ stale: true }, 'uncertain', 'dataTooOld'],
    [{}, 'noneFound', null],
  ] as const)('%j: %s, %s', (more, status, because) => {
    expect(verdictOn({ found: 0, uncertain: 0, coverage: 'full', stale: false, addressErrorMetres: 10, mapped: true, ...more })).toEqual({ status, because });
  });
});

describe('relationOf', () => {
  const of = (distanceMetres: number, addressErrorMetres: number | null, siteErrorMetres: number | null, extentMetres = 0) =>
    relationOf({ distanceMetres, radiusMetres: 500, addressErrorMetres, siteErrorMetres, extentMetres });

  it.each([
    [480, 10, 10, 0, 'inside'], [480.1, 10, 10, 0, 'uncertain'], [520, 10, 10, 0, 'uncertain'], [520.1, 10, 10, 0, 'outside'],
    [620, 10, 10, 100, 'uncertain'], [620.1, 10, 10, 100, 'outside'], [480, 10, 10, 100, 'inside'],
    [0, null, 10, 0, 'uncertain'], [0, 10, null, 0, 'uncertain'],
    [500 + UNKNOWN_ERROR_SEARCH_METRES + 10, null, 10, 0, 'uncertain'], [500.1 + UNKNOWN_ERROR_SEARCH_METRES + 10, null, 10, 0, 'outside'],
    [500 + UNKNOWN_ERROR_SEARCH_METRES + 100, null, null, 100, 'uncertain'], [500.1 + UNKNOWN_ERROR_SEARCH_METRES + 100, null, null, 100, 'outside'],
  ] as const)('%d m away, address ± %s, site ± %s, extent %d: %s', (distance, address, siteError, extent, relation) => {
    expect(of(distance, address, siteError, extent)).toBe(relation);
  });
});
