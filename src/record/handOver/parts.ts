import { isJsonObject } from '@/terms';
import { type Picked, pickedAgain, type PickedSection, sectionsOf } from './pick';
import { isSectionId } from './sections';

/** A part of a hand-over file: a section of a record, by its name. */
export interface RecordPart {
  readonly name: string;
  readonly value: unknown;
}

export const partsOf = (sections: readonly PickedSection[]) => sections.map(({ id, value, fields }) => ({ name: id, value, fields: fields.length }));

/** null: a part is no section of a record, or holds a field that no profile of this Steading lets out; then nothing of the file is used. */
export function sectionsIn(parts: readonly RecordPart[]): readonly PickedSection[] | null {
  const sections: PickedSection[] = [];
  for (const { name, value } of parts) {
    if (!isSectionId(name) || !isJsonObject(value) || !Object.values(value).every(isJsonObject)) return null;
    const [section, ...more] = sectionsOf(value as Picked);
    if (section?.id !== name || more.length > 0 || !pickedAgain(value as Picked)) return null;
    sections.push(section);
  }
  return sections.length === 0 ? null : sections;
}
