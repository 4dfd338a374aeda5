// @vitest-environment happy-dom
import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import changelog from '../../CHANGELOG.md?raw';
import { editionOf, releasesIn } from '../../src/views/parts/changelog';

const TWO = '# Changelog\n\nAll.\n\n## 0.2.0, 3 March 2027\n\n- Internal `thing` (ADR 3).\n\n### For officers\n\n- Newest: a line\n  that goes on. **Bold** and `code`, [a link](javascript:void).\n- <img src=x onerror=alert(1)>\n\n### In full\n\n- Not this.\n\n## 0.1.1\n\n- Only for developers.\n\n## 0.1.0\n\n### For officers\n\n- First.\n';

describe('the changelog, for officers', () => {
  it('gives the lines under ‘For officers’ of each release, in the file’s order, as words without markup', () => {
    expect(releasesIn(TWO)).toEqual([
      { title: '0.2.0, 3 March 2027', lines: ['Newest: a line that goes on. Bold and code, a link.', '<img src=x onerror=alert(1)>'] },
      { title: '0.1.0', lines: ['First.'] },
    ]);
    expect(releasesIn(TWO.replaceAll('\n', '\r\n'))).toEqual(releasesIn(TWO));
    expect([releasesIn('# Changelog\n'), editionOf(releasesIn(''))]).toEqual([[], '']);
  });

  it('is another edition when a line is added, and the same when only developers are told something', () => {
    expect(editionOf(releasesIn(TWO.replace('- Newest', '- Newer.\n- Newest')))).not.toBe(editionOf(releasesIn(TWO)));
    expect(editionOf(releasesIn(TWO.replace('- Not this.', '- Not this.\n- Nor this.')))).toBe(editionOf(releasesIn(TWO)));
  });

  it('of this project is in plain words: no markup, no numbers of decisions, none of the words that are never used', () => {
    const lines = releasesIn(changelog).flatMap((one) => one.lines);
    const PLAIN_NOT = /ADR|[`*_#<>{}]|\.ts\b|\b(?:JSON|SHA|API|offender|suitable|safe|hit)\b/u;
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((line) => PLAIN_NOT.test(line) || line.length > 320)).toEqual([]);
    expect(PLAIN_NOT.test('Guards of findings (ADR 31).'), 'control').toBe(true);
  });
});

describe('‘Steading was updated’', () => {
  const kept = new Map<string, string>();
  const storage = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => { kept.set(key, value); } };
  afterEach(() => { kept.clear(); vi.unstubAllGlobals(); });

  async function note(given: object = storage) {
    vi.stubGlobal('localStorage', given);
    const { default: WhatsNewNote } = await import('../../src/views/parts/WhatsNewNote.vue');
    return mount(WhatsNewNote, { global: { stubs: { RouterLink: { template: '<a><slot /></a>' } } } });
  }

  it('is not said where Steading never ran, nor to whoever has read it', async () => {
    expect((await note()).text()).toBe('');
    expect(kept.size).toBe(1);
    expect((await note()).text()).toBe('');
  });

  it('is said after an update until it is set aside, and what is kept names a release and nothing else', async () => {
    kept.set('steading-whats-new', '0.0.9#3');
    const shown = await note();
    expect(shown.text()).toContain('Steading was updated');
    await shown.find('button').trigger('click');
    expect(shown.text()).toBe('');
    expect([...kept]).toEqual([['steading-whats-new', expect.stringMatching(/^\d+\.\d+\.\d+[^#]*#\d+$/u)]]);
    expect((await note()).text()).toBe('');
  });

  it('is not said where the device keeps nothing', async () => {
    const refuses = () => { throw new DOMException('no', 'SecurityError'); };
    expect((await note({ getItem: refuses, setItem: refuses })).text()).toBe('');
  });
});
