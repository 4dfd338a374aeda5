import { monthsAfter } from '@/geo/sources';
import { readTable } from '@/geo/sources/table';
import { describe, expect, it } from 'vitest';
import { textFile } from './sourceFiles';

describe('a table by column names', () => {
  const columns = { name: { names: ['School_Name'], required: true }, phone: { names: ['PhoneNumber'] } } as const;
  const read = (header: string) => readTable(textFile('t.csv', `${header}\nShore,1\n`), columns);

  it('matches whatever the case, the underscores and the ten characters of a shapefile', () => {
    for (const header of ['School_Name,PhoneNumber', 'SCHOOLNAME,phone_number', '"School Name",PhoneNumbe', 'School_Nam,PhoneNumbe', 'School_Nam,Phone_Numb']) {
      expect(read(header)).toEqual([{ name: 'Shore', phone: '1' }]);
    }
  });

  it('gives an empty text for a column that is not there, and holds no other column', () => {
    expect(read('SchoolName,Manager')).toEqual([{ name: 'Shore', phone: '' }]);
  });

  it('prefers the full name to one that is cut', () => {
    const both = readTable(textFile('t.csv', 'SchoolNam,SchoolName\ncut,full\n'), { name: { names: ['SchoolName'] } });
    expect(both).toEqual([{ name: 'full' }]);
  });
});

describe('months after a day', () => {
  it('keeps the day, or takes the last one of a shorter month', () => {
    expect(monthsAfter('2022-09-14', 18)).toBe('2024-03-14');
    expect(monthsAfter('2025-08-31', 6)).toBe('2026-02-28');
    expect(monthsAfter('2025-12-31', 12)).toBe('2026-12-31');
  });
});
