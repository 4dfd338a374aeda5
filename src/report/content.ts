import type { ConductChoice } from '@/terms';
import type { RecordDocument, Section } from './document';
import { clausesSection } from './readers/clauses';
import { copyOf } from './readers/head';
import type { RecordRequest } from './request';
import { addressSection, headerSection, personSection, triggerSection } from './sections/about';
import { agenciesSections } from './sections/agencies';
import { propertyRequestSections } from './sections/propertyRequests';
import { formulationSections, planSections } from './sections/formulation';
import { childrenSection } from './sections/children';
import { clocksSection } from './sections/clocks';
import { historySection, limitsSection, mayInFull, sourcesSection } from './sections/closing';
import { conductSection } from './sections/conduct';
import { afterOfferSections } from './sections/afterOffer';
import { panelSections } from './sections/panels';
import { placementSections } from './sections/placement';
import { homeVisitSections } from './sections/homeVisit';
import { physicalCheckSections } from './sections/physicalCheck';
import { insteadSections, outcomeSection, reviewSection } from './sections/decision';
import { propertySections } from './sections/property';
import { addedSitesSection, changesAnsweredSections, checksSection, judgementsSection, sitesSection, surroundingsSection } from './sections/surroundings';

const TITLES = {
  conducted: 'Environmental Risk Assessment: record',
  notInFull: 'Environmental Risk Assessment NOT conducted in full: record',
  notConducted: 'Environmental Risk Assessment NOT conducted: record of the decision',
  reviewNotDone: 'Annual review NOT done: record of the decision',
} as const satisfies Record<ConductChoice, string>;

const inPart = (part: string, sections: readonly Section[]): readonly Section[] => sections.map(({ id, heading, blocks }) => ({ id, heading, part, blocks }));

/** The record as it will be read years later: who and whether, then where. Pure: the same request gives the same document. */
export function recordDocument(request: RecordRequest): RecordDocument {
  const { conduct } = request.assessment;
  return copyOf(request, conduct.decision === null ? 'Environmental Risk Assessment: conduct not decided yet' : TITLES[conduct.decision], [
    headerSection(request),
    ...inPart('Part A: the person, the decision and the risk formulation statement', [
      personSection(request), triggerSection(request), ...placementSections(request), conductSection(request), clocksSection(request),
      ...formulationSections(request), outcomeSection(request), ...planSections(request), ...insteadSections(request), reviewSection(request), ...panelSections(request), ...afterOfferSections(request),
    ]),
    ...inPart('Part B: the property and its surroundings', [
      addressSection(request), ...propertySections(request), childrenSection(request), ...homeVisitSections(request), ...physicalCheckSections(request),
      surroundingsSection(request), sitesSection(request), judgementsSection(request), addedSitesSection(request), checksSection(request), ...changesAnsweredSections(request),
      ...agenciesSections(request), ...propertyRequestSections(request),
    ]),
    ...inPart('What this record rests on', [limitsSection(request), clausesSection(request, mayInFull(request)), sourcesSection(request), historySection(request)]),
  ]);
}
