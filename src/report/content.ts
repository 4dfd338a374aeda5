import { type ConductChoice, momentInWords } from '@/terms';
import type { RecordDocument } from './document';
import type { RecordRequest } from './request';
import { addressSection, headerSection, personSection, triggerSection } from './sections/about';
import { agenciesSections } from './sections/agencies';
import { propertyRequestSections } from './sections/propertyRequests';
import { formulationSections, planSections } from './sections/formulation';
import { childrenSection } from './sections/children';
import { clocksSection } from './sections/clocks';
import { historySection, limitsSection, sourcesSection } from './sections/closing';
import { conductSection } from './sections/conduct';
import { afterOfferSections } from './sections/afterOffer';
import { panelSections } from './sections/panels';
import { placementSections } from './sections/placement';
import { homeVisitSections } from './sections/homeVisit';
import { physicalCheckSections } from './sections/physicalCheck';
import { insteadSections, outcomeSection, reviewSection } from './sections/decision';
import { propertySections } from './sections/property';
import { signOffSections, viewsSections } from './sections/signOff';
import { addedSitesSection, changesAnsweredSections, checksSection, judgementsSection, sitesSection, surroundingsSection } from './sections/surroundings';

const TITLES = {
  conducted: 'Environmental Risk Assessment: record',
  notInFull: 'Environmental Risk Assessment NOT conducted in full: record',
  notConducted: 'Environmental Risk Assessment NOT conducted: record of the decision',
  reviewNotDone: 'Annual review NOT done: record of the decision',
} as const satisfies Record<ConductChoice, string>;

/** The record as it will be read years later. Pure: the same request gives the same document. */
export function recordDocument(request: RecordRequest): RecordDocument {
  const { reference, conduct } = request.assessment;
  return {
    title: conduct.decision === null ? 'Environmental Risk Assessment: conduct not decided yet' : TITLES[conduct.decision],
    reference,
    watermark: `${reference}, as at ${momentInWords(request.printedAt)}, log ${request.logHeadCode}`,
    training: request.training,
    sections: [
      headerSection(request), addressSection(request), personSection(request), triggerSection(request), ...placementSections(request), conductSection(request),
      clocksSection(request), ...propertySections(request), childrenSection(request),
      ...homeVisitSections(request), ...physicalCheckSections(request),
      surroundingsSection(request), sitesSection(request), judgementsSection(request), addedSitesSection(request), checksSection(request), ...changesAnsweredSections(request),
      ...agenciesSections(request), ...propertyRequestSections(request),
      ...formulationSections(request), outcomeSection(request), ...viewsSections(request), ...planSections(request), ...insteadSections(request), reviewSection(request), ...signOffSections(request), ...panelSections(request), ...afterOfferSections(request),
      limitsSection(request), sourcesSection(request), historySection(request),
    ],
  };
}
