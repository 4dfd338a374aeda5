/** What one release changed for officers: lines of plain words. */
export interface Release {
  readonly title: string;
  readonly lines: readonly string[];
}

const OFFICERS = 'For officers';
/** Written for the eyes of developers; here words alone stand. */
const plain = (words: string): string => words.replaceAll(/[`*_]/gu, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1').trim();

/** The lists under '### For officers' of CHANGELOG.md, releases in the order of the file (newest first). Markup is taken off, never made into a page; a release without such a list is left out. */
export function releasesIn(markdown: string): readonly Release[] {
  return markdown.replaceAll('\r\n', '\n').split(/^## /mu).slice(1).flatMap((release) => {
    const [title = '', ...rest] = release.split('\n');
    const part = rest.join('\n').split(/^### /mu).slice(1).find((one) => one.split('\n')[0]?.trim() === OFFICERS);
    const lines = (part ?? '').split(/^- /mu).slice(1).map((line) => plain(line.replaceAll(/\s*\n\s*/gu, ' '))).filter(Boolean);
    return lines.length === 0 ? [] : [{ title: plain(title), lines }];
  });
}

/** Names what the newest release says so far: another word each time something is added. '': there is nothing to say. */
export const editionOf = ([newest]: readonly Release[]): string => (newest === undefined ? '' : `${newest.title}#${String(newest.lines.length)}`);
