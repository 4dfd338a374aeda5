import { describe, expect, it } from 'vitest';
import { pageMargins } from '../../src/views/parts/pageMargins';

describe('the margins of a printed page', () => {
  it('say reference and page number', () => {
    expect(pageMargins('ST-7F3K-2M, as at noon', false)).toContain('content: "ST-7F3K-2M, as at noon"');
    expect(pageMargins('x', false)).toContain('counter(pages)');
  });

  it('mark training on every page, and only there', () => {
    expect(pageMargins('x', true)).toContain('TRAINING: fictional');
    expect(pageMargins('x', false)).not.toContain('TRAINING');
  });

  it('lie across where it is to be read on one sheet', () => {
    expect(pageMargins('x', false, true)).toContain('A4 landscape');
    expect(pageMargins('x', false)).not.toContain('landscape');
  });

  it('keep a quote from ending the string', () => {
    expect(pageMargins('a" ; } body { display: none', false)).toContain('content: "a\\22  ; } body { display: none"');
  });
});
