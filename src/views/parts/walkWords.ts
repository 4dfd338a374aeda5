import type { ShownWalk } from '@/stores';
import { distancePhrase, metresPhrase } from '@/report';
import { dayInWords } from '@/terms';

/** Under a metre, rounding says it already. */
const WORTH_SAYING_METRES = 1;

/** What is known of the walk, a sentence a line: first the length, then what it does not hold. */
export function walkWords({ answer, site, pinErrorMetres, radiusMetres, asOf }: ShownWalk): readonly string[] {
  const straight = site.nearby === null || site.nearby.distanceMetres === 0 ? [] : [`In a straight line to its edge: ${distancePhrase(site.nearby)}.`];
  const source = `Along the streets and paths that the pack holds, ${asOf === null ? 'their date not given' : `as of ${dayInWords(asOf)}`}.`;
  switch (answer.is) {
    case 'walk': return [
      ...(answer.path.length === 0 ? ['The pin lies within the site.'] : walked(answer)), ...straight, pinWords(pinErrorMetres), source,
      ...(answer.held ? [] : ['The pack’s streets are not whole all around here: there may be a shorter way.']),
    ];
    case 'further': return [
      `On foot: further than ${metresPhrase(answer.boundMetres)}. It is looked for no further than ${String(answer.boundMetres / radiusMetres)} times the distance looked at.`, ...straight, source,
      ...(answer.held ? [] : ['The pack’s streets are not whole all around here: there may be a shorter way.']),
    ];
    case 'unreachable': return [
      'On foot: no street or path in the pack leads there. That does not mean that nobody can walk there: a gate, a crossing or a path may not be drawn.', ...straight, source,
      ...(answer.held ? [] : ['The pack’s streets are not whole all around here.']),
    ];
    case 'noNetwork': return [`On foot: nothing can be said. ${NOWHERE[answer.why](metresPhrase(answer.withinMetres))} That does not mean that there is none.`, ...straight, source];
  }
}

const NOWHERE = {
  noneInPack: () => 'The pack holds no street or path that is walked.',
  notAtAddress: (within: string) => `The pack holds no street or path within ${within} of the pin.`,
  notAtSite: (within: string) => `The pack holds no street or path within ${within} of the site’s edge.`,
} as const;

/** What is off the streets stands beside the length, never in it. */
function walked({ metres, offMetres: { start, site } }: Extract<ShownWalk['answer'], { is: 'walk' }>): string[] {
  const away = (off: number) => (off >= WORTH_SAYING_METRES ? ` (${metresPhrase(off)} away)` : '');
  const beside = start + site >= WORTH_SAYING_METRES ? `, and ${metresPhrase(start + site)} off them in a straight line` : '';
  return [
    `On foot: ${metresPhrase(metres)} along streets and paths${beside}.`,
    `It begins on the street or path nearest to the pin${away(start)}, and ends where one comes nearest to the site’s edge${away(site)}.`,
  ];
}

function pinWords(errorMetres: number | null): string {
  return errorMetres === null ? 'How far off the pin may be is not known, so neither is how far off this is.' : `The true place may lie ${metresPhrase(errorMetres)} from the pin, on another street perhaps.`;
}
