import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, ROOT } from './imports';

/** Ways to gather entries by who made them. */
const BY_OFFICER = /groupBy\(.*officer|(?:counts?|totals?|tally|per)\w*\[[^\]]*officer(?:Id|Name)|\.(?:set|get)\([^)]*entry\.officer|entries[^;]*\.filter\(.*\.officer(?:Id|Name) ===/iu;

describe('the log is no measure of staff', () => {
  it('in any screen, report, store or command', () => {
    const files = filesBelow('src', ['.vue', '.ts']).filter((name) => /^src\/(?:views|stores|report|cli|vault)\//u.test(name));
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((name) => BY_OFFICER.test(readFileSync(join(ROOT, name), 'utf8')))).toEqual([]);
  });

  it.each(['Object.groupBy(entries, (one) => one.officerId)', 'counts[entry.officerName] += 1', 'byName.set(entry.officerId, 1)', 'entries.filter((one) => one.officerId === id).length'])('negative control: %s', (source) => {
    expect(BY_OFFICER.test(source)).toBe(true);
  });
});
