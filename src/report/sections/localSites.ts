import { askedBesides, CHECKED_CATEGORIES, checkOf, CHECKS } from '@/record';
import { categoryOf } from '@/terms';
import { askedIn, protocolTitle } from '../asked';
import type { Block, FactRow } from '../document';
import { metresPhrase } from '../phrases';
import { promptPhrase, promptsOf } from '../prompts';
import type { RecordRequest } from '../request';
import { facts, given, note, row } from '../words';

type Check = RecordRequest['assessment']['checks'][string];

/** Seen on the visit is fact, said by an agency is reported. */
export function checkRow(label: string, check: Check | undefined, statement: FactRow['statement']): FactRow {
  if (!check || check.answer === null) return row(label, 'Not answered yet');
  return row(label, `${CHECKS[check.answer]}.${check.note.trim() === '' ? '' : ` ${check.note.trim()}`}`, statement);
}

/** What the office's protocol asks besides: its kinds of place and its checks; answers to what it no longer asks keep their id. */
export function localCheckBlocks(request: RecordRequest): Block[] {
  const { checks } = request.assessment;
  const { protocol } = askedIn(request).standard;
  const asked = askedBesides(protocol);
  const known: readonly string[] = [...CHECKED_CATEGORIES, ...asked.map(({ id }) => id)];
  const earlier = Object.keys(checks).filter((id) => checks[id]?.answer !== null && !known.includes(id));
  return [
    ...(protocol === null || asked.length === 0 ? [] : [
      note(`The office's own, asked by its local protocol: ${protocolTitle(protocol)}. Not the standard's.`),
      facts(...asked.map(({ id, plural }) => checkRow(`${plural} (the office's own)`, checkOf(request.assessment, id), 'reported'))),
    ]),
    ...(earlier.length === 0 ? [] : [note('Answered under an earlier protocol:'), facts(...earlier.map((id) => checkRow(id, checks[id], 'reported')))]),
  ];
}

/** The protocol's prompting distances: the office's own, with its reasons; no limit, and nothing is decided by them. */
export function promptBlocks(request: RecordRequest): Block[] {
  const prompts = promptsOf(askedIn(request).standard.protocol, request.assessment);
  return prompts.length === 0 ? [] : [{
    kind: 'table', caption: "Distances at which the office wants a closer look: its own, not the standard's, and no limit", columns: ['Category', 'Distance', 'Reason', 'What can be said'],
    rows: prompts.map((prompt) => [categoryOf(prompt.category).plural, metresPhrase(prompt.metres), given(prompt.reason), promptPhrase(prompt)]),
  }];
}
