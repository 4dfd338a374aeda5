import type { Protocol, ProtocolFault } from '@/stores';
import type { Fault } from './fault';

type Asks = Protocol['groups'][number]['asksFor'];
type CheckKind = Protocol['checks'][number]['kind'];
interface QuestionTyped { id: string; question: string; asksFor: Asks | null; clause: string; reason: string }

/** A local protocol as typed: null where nothing is chosen or no day or number is written. */
export interface ProtocolForm {
  name: string;
  version: string;
  owner: string;
  inForceFrom: string | null;
  groups: (QuestionTyped & { onEvents: Protocol['groups'][number]['onEvents'][number][] })[];
  triggers: QuestionTyped[];
  checks: { id: string; label: string; ask: string; kind: CheckKind | null; reason: string }[];
  categories: { id: string; label: string; plural: string; ask: string; reason: string }[];
  prompts: { category: string | null; metres: number | null; reason: string }[];
  limits: { limit: Protocol['limits'][number]['limit'] | null; days: number | null; reason: string }[];
  holidays: { on: string | null; name: string }[];
}

export const BLANK = {
  groups: (): ProtocolForm['groups'][number] => ({ id: '', question: '', asksFor: null, clause: '', reason: '', onEvents: [] }),
  triggers: (): QuestionTyped => ({ id: '', question: '', asksFor: null, clause: '', reason: '' }),
  checks: (): ProtocolForm['checks'][number] => ({ id: '', label: '', ask: '', kind: null, reason: '' }),
  categories: (): ProtocolForm['categories'][number] => ({ id: '', label: '', plural: '', ask: '', reason: '' }),
  prompts: (): ProtocolForm['prompts'][number] => ({ category: null, metres: null, reason: '' }),
  limits: (): ProtocolForm['limits'][number] => ({ limit: null, days: null, reason: '' }),
  holidays: (): ProtocolForm['holidays'][number] => ({ on: null, name: '' }),
} as const;

export function protocolFormOf({ name, version, owner, inForceFrom, groups, triggers, checks, categories, prompts, limits, holidays }: Protocol): ProtocolForm {
  return {
    name, version, owner, inForceFrom: inForceFrom === '' ? null : inForceFrom,
    groups: groups.map((group) => ({ ...group, onEvents: [...group.onEvents] })),
    triggers: triggers.map((one) => ({ ...one })),
    checks: checks.map((one) => ({ ...one })),
    categories: categories.map((one) => ({ ...one })),
    prompts: prompts.map((one) => ({ ...one })),
    limits: limits.map((one) => ({ ...one })),
    holidays: holidays.map((one) => ({ ...one })),
  };
}

/** What is typed, as a value for the rules to check: blanks at the ends of a text are no part of it. */
export function protocolValueOf(form: ProtocolForm): unknown {
  return trimmed({ format: 'steading-protocol', formatVersion: 1, ...form });
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, trimmed(part)]));
  return value;
}

const LISTS: Readonly<Record<string, string>> = {
  groups: 'Group', triggers: 'Trigger', checks: 'Check', categories: 'Category', prompts: 'Distance', limits: 'Shorter limit', holidays: 'Holiday',
};

const FIELDS: Readonly<Record<string, string>> = {
  id: 'id', question: 'question', asksFor: 'what yes asks for', onEvents: 'events', clause: 'where it stands', reason: 'reason', label: 'name', plural: 'name of several', ask: 'what is asked',
  kind: 'how binding', category: 'kind of place', metres: 'metres', limit: 'which limit', days: 'days', on: 'date', name: 'name',
};

/** 'groups.0.id' → 'Group 1, id'; the whole → ''. */
function whereOf(path: string): string {
  const [list = '', at, part = ''] = path.split('.');
  const name = LISTS[list];
  if (name === undefined || at === undefined) return HEADER[path] ?? '';
  const field = FIELDS[part];
  return `${name} ${String(Number(at) + 1)}${field === undefined ? '' : `, ${field}`}`;
}

const HEADER: Readonly<Record<string, string>> = { name: 'Name', version: 'Version', owner: 'Owner', inForceFrom: 'In force from' };

/** Where the editor shows a fault: the field of that path, or the nearest thing around it that it has. */
export function fieldOfPath(path: string): string {
  const [list = '', at, part] = path.split('.');
  if (Object.hasOwn(HEADER, path)) return path;
  if (!Object.hasOwn(LISTS, list)) return 'page-title';
  if (at === undefined) return list;
  return part !== undefined && Object.hasOwn(FIELDS, part) ? `${list}.${at}.${part}` : `${list}.${at}`;
}

/** In a file an id or yyyy-mm-dd is written; here one is chosen, or typed as day, month and year. */
const inTheEditor = (say: string): string => say.replace(/^Write a real day as yyyy-mm-dd.*$/u, 'Enter a real date: day, month and year.').replace(/^Choose .*$/u, 'Choose one.');

/** The rules' faults on the editor's fields, one a field; each says of which entry and field, as many may lack the same. */
export function editorFaults(faults: readonly ProtocolFault[]): readonly Fault[] {
  const found = new Map<string, Fault>();
  for (const { path, say } of faults) {
    const field = fieldOfPath(path);
    const where = whereOf(path);
    if (!found.has(field)) found.set(field, { field, say: where === '' ? inTheEditor(say) : `${where}: ${inTheEditor(say)}` });
  }
  return [...found.values()];
}

/** Other content under the version that is in force: readers could not tell the two apart. `text`: the same for equal protocols. */
export function needsNewVersion(current: Protocol | null, next: Protocol, text: (protocol: Protocol) => string): boolean {
  return current !== null && current.version.trim() === next.version.trim() && text(current) !== text(next);
}
