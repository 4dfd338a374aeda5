import type { NumberedSite, PhotoNote, PropertyVisit } from '@/record';
import { categoryOf, dayInScotland, isCategoryId, LOOKS, SITE_LOOKS, VISIT_OUTCOMES, WHY_NOT_DONE } from '@/terms';
import { dayPhrase } from './dates';

const noted = (words: string): string => { const said = words.trim(); return said === '' ? '' : ` ${said}${/[.?!]$/u.test(said) ? '' : '.'}`; };

/** '16 March 2026, 08:40 to 09:10'. */
export function visitTimePhrase({ on, from, to }: Pick<PropertyVisit, 'on' | 'from' | 'to'>): string {
  const day = on === null ? 'Date not given' : dayPhrase(on);
  if (from === null) return day;
  return to === null ? `${day}, from ${from}` : `${day}, ${from} to ${to}`;
}

/** 'Tried, and not done: nobody in. …', 'Under way'. */
export function visitOutcomePhrase({ outcome, whyNot, whyNotNote }: Pick<PropertyVisit, 'outcome' | 'whyNot' | 'whyNotNote'>): string {
  if (outcome === null) return 'Under way';
  if (outcome === 'done') return `${VISIT_OUTCOMES.done}.`;
  return `${VISIT_OUTCOMES.attempted}: ${whyNot === null ? 'why is not given' : WHY_NOT_DONE[whyNot].toLowerCase()}.${noted(whyNotNote)}`;
}

export function lookPhrase({ answer, note }: PropertyVisit['looked'][string]): string {
  return answer === null ? 'Not looked for' : `${LOOKS[answer]}.${noted(note)}`;
}

/** What a visit said of a place that the map lists; '' where none did. It stands beside the map's own finding and replaces nothing of it. */
export function onVisitPhrase({ onVisit }: Pick<NumberedSite, 'onVisit'>): string {
  if (onVisit === null || onVisit.seen.found === null) return '';
  const { visit, visitNumber, seen: { found, where, point, note } } = onVisit;
  const placed = found !== 'elsewhere' ? '' : `: ${[where.trim(), point === null ? '' : `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)} (latitude, longitude)`].filter(Boolean).join('; ') || 'where is not given'}`;
  return `${SITE_LOOKS[found]}${placed}.${noted(note)} Visit ${visitNumber}${visit.on === null ? '' : `, ${dayPhrase(visit.on)}`}.`;
}

const dayOf = (instant: string): string => dayPhrase(dayInScotland(instant));

/** 'A photo was taken on 16 March 2026 by …, and deleted on 13 April 2026 by ….' */
export function photoGonePhrase({ at, by, deleted }: Pick<PhotoNote, 'at' | 'by' | 'deleted'>): string {
  return `A photo was taken on ${dayOf(at)} by ${by}${deleted === null ? '' : `, and deleted on ${dayOf(deleted.at)} by ${deleted.by}`}.`;
}

/** 'Visit 2: Schools', 'Visit 1', 'A visit that is not on record'. Of a kind of place that Steading does not name: its id. */
export function photoPhrase({ visitId, about }: Pick<PhotoNote, 'visitId' | 'about'>, visits: readonly Pick<PropertyVisit, 'visitId'>[]): string {
  const at = visits.findIndex((visit) => visit.visitId === visitId);
  const kind = about === null ? '' : `: ${isCategoryId(about) ? categoryOf(about).plural : about}`;
  return `${at < 0 ? 'A visit that is not on record' : `Visit ${String(at + 1)}`}${kind}`;
}
