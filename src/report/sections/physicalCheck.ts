import { attemptsIn, looksAt, ONLY_ASKED, physicalCheckNotAsked, photosHeld, type PropertyVisit, toLookFor, type ToLookFor, visitsDone } from '@/record';
import { categoryOf, momentInWords, YES_NO } from '@/terms';
import { askedIn } from '../asked';
import type { Block, Section } from '../document';
import type { RecordRequest } from '../request';
import { lookPhrase, onVisitPhrase, photoGonePhrase, visitOutcomePhrase, visitTimePhrase } from '../visitPhrases';
import { given, note, termOf, text } from '../words';

const NAMED_BY = { national: 'ERA-2017 5.3', ours: 'Steading', office: 'The office' } as const satisfies Record<ToLookFor['by'], string>;

function whoPhrase({ byRole, inPairs, secondRole, by }: PropertyVisit): string {
  const pair = inPairs === 'yes' ? `, with ${given(secondRole)}` : inPairs === 'no' ? ', alone' : '';
  return `${given(byRole)}${pair}${by.trim() === '' ? '' : ` (recorded by ${by})`}`;
}

function backPhrase({ back: { expectedAt, checkedInAt, heldBy } }: PropertyVisit): string {
  if (expectedAt === null) return 'Not recorded';
  return `Expected by ${expectedAt}, held by ${given(heldBy)}; ${checkedInAt === null ? 'no check-in is recorded' : `checked in at ${checkedInAt}`}`;
}

const schoolRunPhrase = ({ outcome, schoolRun: { walked, seen } }: PropertyVisit): string => (outcome === 'attempted' ? 'Does not arise' : `${termOf(YES_NO, walked)}${seen.trim() === '' ? '' : `. ${seen.trim()}`}`);

function visitsTable(visits: readonly PropertyVisit[]): Block {
  return {
    kind: 'table', caption: 'Visits, and attempts that were not done', columns: ['Visit', 'When', 'Who, by role', 'What came of it', 'At school-run time', 'Back by'],
    rows: visits.map((visit, at) => [String(at + 1), visitTimePhrase(visit), whoPhrase(visit), visitOutcomePhrase(visit), schoolRunPhrase(visit), backPhrase(visit)]),
  };
}

/** Every kind of place, those that nobody looked for too; each visit says its own. Kinds of an earlier protocol keep their id. */
function looksTable(request: RecordRequest): Block {
  const { physicalCheck: part } = request.assessment;
  const kinds = toLookFor(askedIn(request).standard.protocol);
  const earlier = [...new Set((part?.visits ?? []).flatMap(({ looked }) => Object.keys(looked)))].filter((id) => !kinds.some((kind) => kind.id === id));
  const said = (id: string) => looksAt(part, id).map(({ visitNumber, look }) => `Visit ${visitNumber}${look.at === null ? '' : `, ${momentInWords(look.at)}`}: ${lookPhrase(look)}`).join(' ') || 'Nobody has looked';
  return {
    kind: 'table', caption: 'What was looked for. Not seen is what was seen on the day, never that there is none', columns: ['Kind of place', 'Named by', 'What each visit said'],
    rows: [...kinds.map(({ id, plural, by }) => [plural, NAMED_BY[by], said(id)]), ...earlier.map((id) => [id, 'An earlier local protocol', said(id)])],
  };
}

/** From the visits themselves, so that a word of a place that a later look-up no longer lists is printed too. */
function sitesBlocks(visits: readonly PropertyVisit[]): Block[] {
  const rows = visits.flatMap((visit, at) => Object.values(visit.sites).flatMap((seen) => (seen.found === null ? [] : [[seen.listed, onVisitPhrase({ onVisit: { visit, visitNumber: at + 1, seen } })]])));
  return rows.length === 0 ? [] : [{ kind: 'table', caption: 'Places that the map lists: its own finding, and what was met', columns: ['What the map says', 'What the visit says'], rows }];
}

function stateBlocks(request: RecordRequest): Block[] {
  const part = request.assessment.physicalCheck;
  const why = physicalCheckNotAsked(request);
  const attempts = attemptsIn(part).length;
  return [
    ...(why === null ? [] : [note(why)]),
    ...(visitsDone(part).length > 0 ? [] : [note('No physical check is on record.')]),
    ...(attempts === 0 ? [] : [note(attempts === 1 ? 'Tried and not done: once.' : `Tried and not done: ${String(attempts)} times.`)]),
  ];
}

/** That there are photos, and were; what they show stands in no print. */
function photoBlocks({ photos = [] }: RecordRequest): Block[] {
  const held = photosHeld(photos).length;
  return [
    ...(held === 0 ? [] : [note(`${held === 1 ? '1 photo is' : `${String(held)} photos are`} held in the vault and not printed, until some days after the decision.`)]),
    ...photos.filter(({ deleted }) => deleted !== null).map((photo) => note(photoGonePhrase(photo))),
  ];
}

/** ERA-2017 5.3. Of a record that was begun before Steading asked for it, the limits say that there is none. */
export function physicalCheckSections(request: RecordRequest): Section[] {
  const part = request.assessment.physicalCheck;
  if (part === undefined) return [];
  const { visits, risks } = part;
  return [{
    id: 'physicalCheck', heading: 'Physical check',
    blocks: [
      ...stateBlocks(request),
      ...(visits.length === 0 ? [] : [visitsTable(visits), looksTable(request), note(`No visit can tell these; the agencies are asked: ${ONLY_ASKED.map((id) => categoryOf(id).plural).join('; ')}.`), ...sitesBlocks(visits)]),
      ...photoBlocks(request),
      ...(visits.length === 0 && Object.values(risks).every((words) => words.trim() === '') ? [] : [
        text('Risks to the community', risks.community, 'assessment'), text('Risks to the person', risks.person, 'assessment'), text('Risks to staff', risks.staff, 'assessment'),
        note('ERA-2017 5.3: concerns are documented in ViSOR.'),
      ]),
    ],
  }];
}
