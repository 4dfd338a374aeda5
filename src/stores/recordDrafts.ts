/** Sealed working copies that hold words of one record: they go with it. By the id of the record, the panel of its person. */
export const DRAFT_OF = {
  assessment: (assessmentId: string) => `assessment:${assessmentId}`,
  reply: (assessmentId: string) => `reply:${assessmentId}`,
  after: (assessmentId: string) => `after:${assessmentId}`,
  photo: (assessmentId: string) => `photo:${assessmentId}`,
  panel: (personId: string) => `panel:${personId}`,
} as const;

export const draftsOfRecord = ({ assessment, person }: { readonly assessment: string; readonly person: string }): readonly string[] =>
  [DRAFT_OF.assessment(assessment), DRAFT_OF.reply(assessment), DRAFT_OF.after(assessment), DRAFT_OF.photo(assessment), DRAFT_OF.panel(person)];
