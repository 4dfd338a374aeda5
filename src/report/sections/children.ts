import { FOLLOW_UPS, type FollowUp, ROLES, type Statement } from '@/record';
import { STATEMENT_KINDS, YES_NO_UNKNOWN } from '@/terms';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import type { RecordRequest } from '../request';
import { facts, given, note, row, termOf, text } from '../words';

/** 'Not decided yet' is said like any other answer. */
function followUpBlocks(heading: string, { decision, why, to, on }: FollowUp): Block[] {
  return [
    facts(
      row(heading, termOf(FOLLOW_UPS, decision), 'assessment'),
      ...(decision === 'made' ? [row(`${heading}: to whom`, given(to), 'fact')] : []),
      ...(decision === null || decision === 'notDecided' ? [] : [row(`${heading}: on`, dayPhrase(on), 'fact')]),
    ),
    ...(decision === null && why.trim() === '' ? [] : [text(`${heading}: why`, why, 'assessment')]),
  ];
}

function statementsBlock(statements: readonly Statement[]): Block {
  if (statements.length === 0) return note('No further statements are on record.');
  return {
    kind: 'table', caption: 'Statements, each by its kind; everybody by role', columns: ['Kind', 'About', 'Statement', 'Source', 'Date'],
    rows: statements.map(({ kind, about, text: words, source, on }) => [termOf(STATEMENT_KINDS, kind), termOf(ROLES, about), given(words), given(source), dayPhrase(on)]),
  };
}

/** Always considered, whatever the answer (digest, harm 8): no ages, no names. */
export function childrenSection({ assessment: { children, statements } }: RecordRequest): Section {
  const answer = (label: string, value: (typeof children)['visiting']) => row(label, termOf(YES_NO_UNKNOWN, value), 'reported');
  return {
    id: 'children', heading: 'Contact with children, and statements',
    blocks: [
      facts(
        answer('A child lives here', children.livingHere), answer('A child visits', children.visiting), answer('A child is minded here', children.minded),
        row('Source', given(children.source), 'fact'), row('Known on', dayPhrase(children.knownOn), 'fact'),
      ),
      ...followUpBlocks('Referral to children and families social work', children.referral),
      ...followUpBlocks('Disclosure to others than the MAPPA agencies', children.disclosure),
      statementsBlock(statements),
    ],
  };
}
