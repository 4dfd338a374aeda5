import type { Deadline } from '@/rules';

/** RFC 5545 3.1. */
const OCTETS_A_LINE = 75;
const octets = new TextEncoder();

/** RFC 5545 3.3.11. */
const escaped = (words: string): string => words.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n');

/** Continuation lines begin with a space, which counts; no character is cut in two. */
function folded(line: string): string {
  let [done, room] = ['', OCTETS_A_LINE];
  for (const character of line) {
    const size = octets.encode(character).length;
    if (size > room) [done, room] = [`${done}\r\n `, OCTETS_A_LINE - 1];
    done += character;
    room -= size;
  }
  return done;
}

const basicDate = (iso: string): string => iso.replaceAll('-', '');
const dayAfter = (iso: string): string => new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
const basicInstant = (instant: string): string => new Date(instant).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');

/**
 * The due days as an iCalendar file (RFC 5545), an all-day entry each; days that are not known are left out. It leaves the vault in clear, so it says
 * the reference and what is due, and nothing that anybody typed. `stampedAt`: an ISO instant; RangeError where it is none.
 */
export function calendarFile(deadlines: readonly Deadline[], { reference, stampedAt }: { readonly reference: string; readonly stampedAt: string }): string {
  const stamp = basicInstant(stampedAt);
  const entries = deadlines.flatMap(({ id, for: words, dueOn }) => (dueOn === null ? [] : [
    'BEGIN:VEVENT',
    `UID:${escaped(`${reference}-${id}@steading`)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basicDate(dueOn)}`,
    `DTEND;VALUE=DATE:${basicDate(dayAfter(dueOn))}`,
    `SUMMARY:${escaped(`Steading ${reference}: ${words}`)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]));
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Steading//Deadlines//EN', ...entries, 'END:VCALENDAR'].map((line) => `${folded(line)}\r\n`).join('');
}
