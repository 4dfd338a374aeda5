import { type Assessment, CHECKED_CATEGORIES, checkOf, eraIsConducted, movedSince, type NumberedSite, numberedSites, RELEVANCE, sitesToJudge, type Surroundings } from '@/record';
import { categoryOf, momentInWords } from '@/terms';
import { changesAnsweredBlocks } from '../changePhrases';
import { dayPhrase } from '../dates';
import type { Block, Section } from '../document';
import { agePhrase, beyondPhrase, coveragePhrase, packPhrase, publisherPhrase, radiusPhrase, searchedFor, statusPhrase } from '../phrases';
import type { RecordRequest } from '../request';
import { judgementPhrase, siteRow } from '../siteRow';
import { facts, given, note, row, termOf } from '../words';
import { checkRow, localCheckBlocks, promptBlocks } from './localSites';

function searchedTable(surroundings: Surroundings): Block {
  return {
    kind: 'table', caption: 'What was looked for, and what can be said', columns: ['Category', 'Named by', 'Searched', 'Found', 'Uncertain', 'Data', 'What can be said'],
    rows: searchedFor(surroundings).map((one) => [
      categoryOf(one.category).plural,
      categoryOf(one.category).basis === 'national' ? 'ERA-2017 5.3' : 'Steading',
      coveragePhrase(one), String(one.found), String(one.uncertain),
      agePhrase(one, surroundings),
      [statusPhrase(one, surroundings), beyondPhrase(one)].filter(Boolean).join(' '),
    ]),
  };
}

export function surroundingsSection({ address, assessment }: RecordRequest): Section {
  const { surroundings, conduct } = assessment;
  const heading = 'What was looked for near the address';
  if (surroundings === null) return { id: 'surroundings', heading, blocks: [note('Nothing was looked up near the address: no category was searched.')] };
  return {
    id: 'surroundings', heading,
    blocks: [
      ...(eraIsConducted(assessment) === false ? [note(`Looked up before it was decided ${conduct.decision === 'reviewNotDone' ? 'not to do the annual review' : 'not to conduct an ERA'}; kept as it was.`)] : []),
      ...(movedSince(surroundings, address) ? [note('The position of the address has changed since this was looked up.')] : []),
      facts(
        row('Looked up', `${momentInWords(surroundings.lookedUpAt)} by ${surroundings.lookedUpBy}`, 'fact'),
        row('How far', radiusPhrase(surroundings.answer.radiusMetres, surroundings.radiusReason), 'assessment'),
        row('Data', `${packPhrase(surroundings.answer.packTitle, surroundings.answer.packId)}, judged for age on ${dayPhrase(surroundings.answer.asOn)}`, 'fact'),
        row('Published by', publisherPhrase(surroundings.signature, surroundings.answer.training), 'fact'),
      ),
      searchedTable(surroundings),
    ],
  };
}

function sitesTable(sites: readonly NumberedSite[], assessment: Assessment): Block {
  return {
    kind: 'table', caption: 'Numbered sites, as on the map; the judgement is about this victim profile', columns: ['No.', 'Name', 'Category', 'To its edge', 'Direction', 'Within the distance looked at', 'Source, as of', 'Precision', 'Judgement'],
    rows: sites.map((site) => {
      const { number, name, category, distance, direction, relation, source, precision, onVisit } = siteRow(site);
      return [String(number), name, category, distance, direction, relation, onVisit === '' ? source : `${source}. On the physical check: ${onVisit}`, precision, judgementPhrase(site, assessment)];
    }),
  };
}

/** Map and table carry the same numbers. Their order is one of reading, not of concern. */
export function sitesSection(request: RecordRequest): Section {
  const { assessment } = request;
  const sites = numberedSites(assessment);
  return {
    id: 'sites', heading: 'The sites',
    blocks: [
      ...(sites.length === 0
        ? [note('No site is on the list. What was searched, and what was not, stands above and under the limits.')]
        : [{ kind: 'map' } as const, sitesTable(sites, assessment)]),
      ...promptBlocks(request),
    ],
  };
}

export function judgementsSection({ assessment }: RecordRequest): Section {
  const groups = sitesToJudge(assessment);
  return {
    id: 'judgements', heading: 'What matters for this victim profile',
    blocks: groups.length === 0
      ? [note('There was no site to judge.')]
      : [{
          kind: 'table', caption: 'Professional assessment, once for each category; sites judged apart stand in the table of sites', columns: ['Category', 'Sites', 'Judgement', 'Reason'],
          rows: groups.map(({ category, sites }) => {
            const judgement = assessment.judgements[category];
            return [categoryOf(category).plural, sites.map(({ number }) => number).join(', '), judgement ? termOf(RELEVANCE, judgement.relevance) : 'Not judged', given(judgement?.reason ?? '')];
          }),
        }],
  };
}

export function addedSitesSection({ assessment: { addedSites } }: RecordRequest): Section {
  return {
    id: 'addedSites', heading: 'Places that the map did not hold',
    blocks: addedSites.length === 0
      ? [note('None was added by the office.')]
      : [{ kind: 'list', items: addedSites.map((site) => `${given(site.name)} (${categoryOf(site.category).label}), ${given(site.where)}. Source: ${given(site.source)}, ${dayPhrase(site.knownOn)}.`) }],
  };
}

export function checksSection(request: RecordRequest): Section {
  const { assessment } = request;
  return {
    id: 'checks', heading: 'What no map can answer',
    blocks: [
      facts(...CHECKED_CATEGORIES.map((id) => checkRow(categoryOf(id).plural, checkOf(assessment, id), categoryOf(id).found === 'askOnly' ? 'reported' : 'fact'))),
      ...localCheckBlocks(request),
    ],
  };
}

/** What was read stays as it was read; this stands beside it. */
export function changesAnsweredSections({ assessment: { changesAnswered = [], reviewOf, trigger } }: RecordRequest): Section[] {
  if (changesAnswered.length === 0 && reviewOf === undefined) return [];
  return [{
    id: 'changesAnswered', heading: changesAnswered.length === 0 ? 'A review of another record' : 'Surroundings that changed',
    blocks: [
      ...(reviewOf === undefined ? [] : [note(`Begun as a review of ${reviewOf.reference}, ${trigger.kind === 'annualReview' ? 'at its time' : 'as something had changed'}: what started this assessment says what (ERA-2017 4.0).`)]),
      ...changesAnsweredBlocks(changesAnswered),
    ],
  }];
}
