import * as v from 'valibot';
import { LOG_EVENTS, type LogEvent } from '@/terms';

/** The sealed body of a link: something that happened, or an officer's signature on the head below it. */
const tables = ['person', 'address', 'assessment', 'office'] as const;
const events = Object.keys(LOG_EVENTS) as [LogEvent, ...LogEvent[]];

const entry = v.object({
  is: v.literal('entry'),
  event: v.picklist(events),
  act: v.string(),
  about: v.array(v.object({ table: v.picklist(tables), id: v.string(), rev: v.nullable(v.number()) })),
  detail: v.record(v.string(), v.string()),
  at: v.string(),
  officerId: v.string(),
  officerName: v.string(),
});

const checkpoint = v.object({ is: v.literal('checkpoint'), at: v.string(), officerId: v.string(), signature: v.string() });

const logBody = v.variant('is', [entry, checkpoint]);

export type LogBody = v.InferOutput<typeof logBody>;
export type LogBodyEntry = v.InferOutput<typeof entry>;

/** null: not the body of a link. */
export function readLogBody(text: string): LogBody | null {
  try {
    const parsed = v.safeParse(logBody, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
