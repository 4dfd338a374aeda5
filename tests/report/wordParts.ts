import type { RecordDocument } from '@/report';
import { wordFile, type WordPicture } from '@/report/word';
import { strFromU8, unzipSync } from 'fflate';

export const AT = '2026-03-20T10:00:00.000Z';

/** The parts of a Word file, as text, by name. */
export async function wordParts(document: RecordDocument, map: WordPicture | null = null): Promise<Readonly<Record<string, string>>> {
  return partsIn(await wordFile(document, { map, at: AT }));
}

export const partsIn = (file: Uint8Array): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) => xml.replace(/&(\w+);/gu, (whole, name: string) => ENTITIES[name] ?? whole);

/** Every paragraph's words in reading order, empty ones left out; a line break is \n. */
export function paragraphsIn(xml: string): readonly string[] {
  return [...xml.matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>(?<words>.*?)<\/w:t>|<w:br\/>/gsu)].map(({ groups }) => (groups?.['words'] === undefined ? '\n' : unescaped(groups['words']))).join('')).filter((words) => words !== '');
}

/** What is wrong with a part as XML 1.0; null: nothing. Attributes are taken as written. */
export function faultOf(xml: string): string | null {
  const stranger = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.exec(xml);
  if (stranger !== null) return `a character that XML does not have: ${stranger[0].charCodeAt(0).toString(16)}`;
  const open: string[] = [];
  for (const [piece, tag] of xml.matchAll(/<(?<tag>[^<>]*)>|[^<]+|</gu)) {
    if (tag === undefined) {
      if (/<|>|&(?!(?:amp|lt|gt|quot|apos);)/u.test(piece)) return `bare markup: ${piece.slice(0, 40)}`;
    } else if (tag.startsWith('/')) {
      if (open.pop() !== tag.slice(1)) return `</${tag}> closes nothing`;
    } else if (!tag.startsWith('?') && !tag.endsWith('/')) {
      open.push(tag.split(/\s/u)[0] ?? '');
    }
  }
  return open.length === 0 ? null : `never closed: ${open.join(' ')}`;
}
