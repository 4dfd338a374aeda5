import type { RepairShown } from './shapes';

/** What unlocking found, in words for the officer who must decide. */
type Finding = RepairShown['finding'];

const FOUND: Readonly<Record<Finding['why'], string>> = {
  emptied: 'The browser’s database of this vault is empty. The browser or somebody at this device may have cleared it.',
  unreadable: 'The browser’s database of this vault cannot be opened any more.',
  older: 'The browser’s database of this vault is older than what was saved last. An earlier copy may have been put back.',
  damaged: 'Parts of the browser’s database of this vault are missing, changed or cannot be opened.',
};

const KINDS: Readonly<Record<string, string>> = { person: 'Person', address: 'Address', assessment: 'Assessment', office: 'Settings of the office' };

export const whatWasFound = ({ why }: Finding): string => FOUND[why];

/** Nothing at all is missing after the repair. */
export function losesNothing({ lost }: Finding): boolean {
  return lost.documents.length === 0 && lost.drafts === 0 && lost.logEntries.length === 0 && !lost.listRebuilt && !lost.unsure;
}

/** One line for each thing that neither copy gives back. */
export function lostLines({ lost }: Finding): readonly string[] {
  return [
    ...lost.documents.map(({ table, summary, expectedRev, foundRev }) => `${KINDS[table] ?? table} ${nameOf(summary)}: ${foundRev === null ? `no version can be restored (the last was version ${String(expectedRev)})` : `version ${String(foundRev)} can be restored, version ${String(expectedRev)} cannot`}`),
    ...(lost.drafts > 0 ? [`${String(lost.drafts)} ${lost.drafts === 1 ? 'draft' : 'drafts'} that had not yet been saved`] : []),
    ...lost.logEntries.map(({ from, to }) => (from === to ? `Log entry ${String(from)}` : `Log entries ${String(from)} to ${String(to)}`)),
    ...(lost.listRebuilt ? ['A part of the list of records is gone. The list is made anew from the records that are there; a record that is gone with it cannot be named'] : []),
    ...(lost.unsure ? ['The end of the second copy cannot be read. There may be more missing than this list says'] : []),
  ];
}

/** A reference or the first line of an address, as lists show them. */
function nameOf(summary: unknown): string {
  const { reference, text, postcode } = (summary ?? {}) as Readonly<Record<string, unknown>>;
  const words = [reference, text, postcode].filter((one): one is string => typeof one === 'string' && one !== '');
  return words.join(', ');
}
