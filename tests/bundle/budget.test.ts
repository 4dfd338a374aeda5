import { describe, expect, it } from 'vitest';
import { firstLoad } from './budget';

describe('the first load', () => {
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_vendor.js'], css: ['assets/index.css'], dynamicImports: ['src/map.ts'] },
    '_vendor.js': { file: 'assets/vendor.js', imports: ['_deep.js'] },
    '_deep.js': { file: 'assets/deep.js', imports: ['_vendor.js'], css: ['assets/deep.css'] },
    'src/map.ts': { file: 'assets/map.js', css: ['assets/map.css'] },
  };

  it('counts what the entry imports, however deep, and its styles', () => {
    const { js, css } = firstLoad(manifest);
    expect([...js].sort()).toEqual(['assets/deep.js', 'assets/index.js', 'assets/vendor.js']);
    expect([...css].sort()).toEqual(['assets/deep.css', 'assets/index.css']);
  });

  it('ignores lazy chunks', () => {
    expect(firstLoad(manifest).js.has('assets/map.js')).toBe(false);
  });
});
