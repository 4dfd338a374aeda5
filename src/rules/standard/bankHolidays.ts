import type { NationalYear } from '../clockTypes';

const SOURCE = 'Scottish bank holidays as published by the Scottish Government on mygov.scot';

/** Where a day falls on a weekend, its substitute stands here. A further year is published a year or two ahead: an office can add it before we do. */
export const BANK_HOLIDAYS: readonly NationalYear[] = [
  {
    year: 2025, source: SOURCE, days: [
      { on: '2025-01-01', name: "New Year's Day" },
      { on: '2025-01-02', name: '2 January' },
      { on: '2025-04-18', name: 'Good Friday' },
      { on: '2025-05-05', name: 'Early May bank holiday' },
      { on: '2025-05-26', name: 'Spring bank holiday' },
      { on: '2025-08-04', name: 'Summer bank holiday' },
      { on: '2025-12-01', name: "St Andrew's Day (substitute)" },
      { on: '2025-12-25', name: 'Christmas Day' },
      { on: '2025-12-26', name: 'Boxing Day' },
    ],
  },
  {
    year: 2026, source: SOURCE, days: [
      { on: '2026-01-01', name: "New Year's Day" },
      { on: '2026-01-02', name: '2 January' },
      { on: '2026-04-03', name: 'Good Friday' },
      { on: '2026-05-04', name: 'Early May bank holiday' },
      { on: '2026-05-25', name: 'Spring bank holiday' },
      // Once only, by royal proclamation.
      { on: '2026-06-15', name: "Men's football World Cup" },
      { on: '2026-08-03', name: 'Summer bank holiday' },
      { on: '2026-11-30', name: "St Andrew's Day" },
      { on: '2026-12-25', name: 'Christmas Day' },
      { on: '2026-12-28', name: 'Boxing Day (substitute)' },
    ],
  },
  {
    year: 2027, source: SOURCE, days: [
      { on: '2027-01-01', name: "New Year's Day" },
      { on: '2027-01-04', name: '2 January (substitute)' },
      { on: '2027-03-26', name: 'Good Friday' },
      { on: '2027-05-03', name: 'Early May bank holiday' },
      { on: '2027-05-31', name: 'Spring bank holiday' },
      { on: '2027-08-02', name: 'Summer bank holiday' },
      { on: '2027-11-30', name: "St Andrew's Day" },
      { on: '2027-12-27', name: 'Christmas Day (substitute)' },
      { on: '2027-12-28', name: 'Boxing Day (substitute)' },
    ],
  },
];
