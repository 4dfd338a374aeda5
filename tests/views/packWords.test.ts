import { CATEGORIES, CATEGORY_IDS } from '@/terms';
import { describe, expect, it } from 'vitest';
import { asOfWords, coverageWords, isPast, positionWords } from '../../src/views/parts/layerWords';
import { notSearched } from '../../src/views/parts/notSearched';
import { layer } from './layerFixture';

describe('kinds of place that nothing was searched for', () => {
  it('are all that a map can hold, where there is no layer', () => {
    expect(notSearched([])).toEqual(CATEGORY_IDS.filter((id) => CATEGORIES[id].found === 'mapped'));
  });

  it('leave out what a searched layer answers for', () => {
    expect(notSearched([layer({ categories: ['school', 'nursery'] })])).not.toContain('nursery');
  });

  it('keep what only a layer without coverage holds', () => {
    expect(notSearched([layer({ coverage: null })])).toContain('school');
  });

  it('never name what no map could answer', () => {
    expect(notSearched([])).not.toContain('childminder');
    expect(notSearched([])).not.toContain('cctv');
  });
});

describe('a layer in words', () => {
  it('says not searched where it has no coverage', () => {
    expect(coverageWords(layer({ coverage: null }))).toMatch(/^Not searched/);
    expect(coverageWords(layer())).toMatch(/^Searched in/);
  });

  it('is past its date on the day after, not on the day', () => {
    expect(isPast(layer(), '2027-03-01')).toBe(false);
    expect(isPast(layer(), '2027-03-02')).toBe(true);
  });

  it('is past its date on any day where none is known', () => {
    expect(isPast(layer({ staleAfter: null }), '1990-01-01')).toBe(true);
    expect([asOfWords(layer({ asOf: null })), asOfWords(layer())]).toEqual(['Date not given', 'As of 1 March 2026']);
  });

  it('owns up where no bound of the position is known', () => {
    expect(positionWords(layer({ position: { errorMetres: null, extentMetres: 0, note: '' } }))).toBe('How far off a place may be is not known.');
    expect(positionWords(layer())).toContain('up to 25 metres');
    expect(positionWords(layer())).toContain('up to 150 metres nearer');
  });
});
