import { answeredOn, type AskedThen, type Assessment } from '@/record';
import type { Deadline, Extension } from '@/rules';
import { CHECK_AGENCIES, type CheckAgencyId } from '@/terms';
import { askedIn } from '../asked';
import { extensionPhrase, limitPhrase, startPhrase } from '../clockPhrases';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import { clauseNamePhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { given, note } from '../words';

/** How it is read stands among the clauses, as 'reading'; the days one by one are shown on the screen. */
function deadlinesTable(caption: string, deadlines: readonly Deadline[], { statuses }: AskedThen['standard']): Block {
  return {
    kind: 'table', caption, columns: ['For', 'Counted from', 'First due', 'Due', 'Extension', 'Days', 'Clauses'],
    rows: deadlines.map(({ for: words, countedFrom, firstDueOn, dueOn, extension, unknown, clauses, ...limit }) => [
      words, startPhrase(countedFrom),
      firstDueOn === null ? `Not known: ${unknown?.say ?? 'no reason was kept'}` : dayPhrase(firstDueOn),
      dueOn === null ? 'Not known' : dayPhrase(dueOn),
      extension === null ? 'None' : extensionPhrase(extension),
      limitPhrase(limit),
      clauses.length === 0 ? 'None: a day that was set' : [...new Set(clauses.map((clause) => clauseNamePhrase(clause, statuses)))].join('\n'),
    ]),
  };
}

/** On record, but not the one that holds: replaced by a later one, or without effect. */
function otherExtensions(extensions: Assessment['clocks']['extensions'], deadlines: readonly Deadline[]): Block[] {
  const named = (deadlineId: string) => deadlines.find(({ id }) => id === deadlineId)?.for ?? deadlineId;
  const holds = (one: Assessment['clocks']['extensions'][number]) => deadlines.some(({ extension }) => extension !== null && (['deadlineId', 'to', 'reason', 'decidedOn', 'by'] satisfies (keyof Extension)[]).every((key) => extension[key] === one[key]));
  const others = extensions.filter((one) => !holds(one));
  if (others.length === 0) return [];
  return [note('Extensions on record that do not hold, as a later one does or as they lack a reason or a later day:'), {
    kind: 'list', items: others.map((one) => `${named(one.deadlineId)}. ${extensionPhrase(one)}.`),
  }];
}

/** An agency without a day of its own counts with the others. */
function agencyClocks(assessment: Assessment): Block[] {
  const rows = (Object.keys(CHECK_AGENCIES) as CheckAgencyId[]).flatMap((id) => {
    const { startedOn = null, event = '' } = assessment.clocks.agencies[id] ?? {};
    const answered = answeredOn(assessment, id);
    // Answers stand with the agencies, where a record has a place for them.
    if (startedOn === null && event.trim() === '' && (assessment.agencies !== undefined || answered === null)) return [];
    return [[CHECK_AGENCIES[id], given(event), startedOn === null ? 'With the others' : dayPhrase(startedOn), answered === null ? 'Not on record' : dayPhrase(answered)]];
  });
  return rows.length === 0 ? [] : [{ kind: 'table', caption: "Each agency's own clock", columns: ['Agency', 'Started by', 'On', 'Answered on'], rows }];
}

export function clocksSection(request: RecordRequest): Section {
  const { clocks } = request.assessment;
  const { deadlines, standard } = askedIn(request);
  const [ruledOn, own] = [deadlines.filter((one) => one.ruledOn), deadlines.filter((one) => !one.ruledOn)];
  return {
    id: 'clocks', heading: 'By when',
    blocks: [
      ruledOn.length === 0 ? note('No clock of the agencies runs in this case.') : deadlinesTable('What is due, and what it is counted from', ruledOn, standard),
      ...otherExtensions(clocks.extensions, deadlines),
      ...agencyClocks(request.assessment),
      ...(own.length === 0 ? [] : [note("The person's own duty: shown, never ruled on. Whether it was kept is not said here."), deadlinesTable("The person's own duty", own, standard)]),
    ],
  };
}
