import { type Retention, UNCOUNTED } from '@/stores';
import { dayInWords } from '@/terms';

/** Where a record stands by the office's retention rules. It says when somebody looks, never that it must go. */
export function retentionWords(retention: Retention): string {
  switch (retention.is) {
    case 'inProgress': return 'In progress: its keeping is counted once it is complete.';
    case 'uncounted': return `No day can be counted: ${UNCOUNTED[retention.why].toLowerCase()}. Somebody looks at it by hand.`;
    case 'waits': return `Not counted yet: it waits for ‘${retention.event}’, whose day is not recorded.`;
    case 'kept': return `Kept until ${dayInWords(retention.until)} by its rule.`;
    case 'keptLonger': return `Kept longer, until ${dayInWords(retention.until)}, by ${retention.by}: ${retention.why}`;
    case 'due': return `Its rule ran out on ${dayInWords(retention.since)}: dispose of it, or say why it is kept longer.`;
  }
}
