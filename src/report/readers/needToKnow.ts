import { limitsOf, mayHave, picked, type Profile, type SectionId, sectionsOf, SECTIONS } from '@/record';
import { askedIn } from '../asked';
import type { RecordDocument, Section } from '../document';
import type { RecordRequest } from '../request';
import { note } from '../words';
import { clausesInShort } from './clauses';
import { copyOf, copySection } from './head';
import { laidOut } from './laidOut';
import { LAYOUTS } from './layouts';

/** The same for every copy, so that it tells nothing: there may be other parts, and there may be none. */
const HELD = 'This copy holds what its reader may have. Other parts of the record are held by the lead agency.';

function closing(request: RecordRequest, profile: Profile): readonly Section[] {
  const may = mayHave(profile);
  const limits = limitsOf({ ...request, protocol: askedIn(request).standard.protocol, may });
  return [
    { id: 'limits', heading: 'What this copy cannot say', blocks: [...(limits.length === 0 ? [] : [{ kind: 'list', items: limits } as const]), note(HELD), note('Steading gives no score and no verdict. It informs; the Responsible Authorities decide.')] },
    clausesInShort(request, may),
  ];
}

/** Made of what a hand-over file for the same reader would hold, and of nothing else of the case: what is not picked is not here to be shown. */
export function needToKnowDocument(request: RecordRequest, profile: Profile): RecordDocument {
  const found = sectionsOf(picked(request, profile));
  const conditional = request.assessment.outcome.decision === 'manageableWithConditions';
  const fieldsOf = (of: readonly SectionId[]) => found.filter(({ id }) => of.includes(id)).flatMap(({ fields }) => fields);
  const known = LAYOUTS.flatMap(({ of }) => of);
  const layouts = [...LAYOUTS, ...(Object.keys(SECTIONS) as SectionId[]).filter((id) => !known.includes(id)).map((id) => ({ id, heading: SECTIONS[id].label, of: [id] }))];
  const sections = layouts.flatMap((layout): Section[] => {
    const { id, heading, of } = layout;
    const laid = laidOut(fieldsOf(of));
    const blocks = [...('blocks' in layout ? layout.blocks?.(laid, { conditional }) ?? [] : []), ...laid.rest()];
    return blocks.length === 0 ? [] : [{ id, heading, blocks }];
  });
  return { ...copyOf(request, `Environmental Risk Assessment, for: ${profile.label.split(':')[0] ?? ''}`, [copySection(request, profile.label), ...sections, ...closing(request, profile)]), dense: true };
}
