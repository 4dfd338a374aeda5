/** A row of OS Open Names, in its 34 columns. */
export interface NameRow { readonly id: string; readonly name?: string; readonly other?: string; readonly type?: string; readonly localType?: string; readonly x?: string; readonly y?: string; readonly place?: string; readonly district?: string; readonly council?: string }

export function openNamesCsv(...rows: readonly NameRow[]): string {
  return rows.map(({ id, name = 'Shore Road', other = '', type = 'transportNetwork', localType = 'Named Road', x = '325900', y = '673500', place = 'Leith', district = '', council = 'City of Edinburgh' }) =>
    [id, `http://data.ordnancesurvey.co.uk/id/${id}`, name, '', other, '', type, localType, x, y, '', '', '', '', '', '', 'EH6', '', place, '', '', district, '', '', council, '', '', 'Scotland', '', 'Scotland', '', '', '', ''].map((cell) => (/[",]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')).join('\r\n').concat('\r\n');
}
