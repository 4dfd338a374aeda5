/** A CSS string: quotes, backslashes and line ends escaped (CSS Syntax 4.3.7). */
function cssString(words: string): string {
  return `"${words.replace(/[\\"\n\r\f]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
}

/** The margins of each printed page, as style rules: what the page is, as at when, and its number among all. `oneSheet`: across, with narrow margins. */
export function pageMargins(watermark: string, training: boolean, oneSheet = false): string {
  const mark = training ? `${watermark}. TRAINING: fictional` : watermark;
  return `@page {
    ${oneSheet ? 'size: A4 landscape; margin: 8mm 10mm 11mm' : 'size: A4; margin: 15mm 14mm 17mm'};
    @bottom-left { content: ${cssString(mark)}; font: 8pt Roboto, sans-serif; }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt Roboto, sans-serif; }
  }`;
}
