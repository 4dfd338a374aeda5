import { type CaseFile, addressSchema, assessmentSchema, personSchema } from '@/record';

/** What of valibot's schemas is walked here. */
interface Node { readonly type: string; readonly entries?: Record<string, Node>; readonly wrapped?: Node; readonly item?: Node; readonly key?: Node; readonly value?: Node; readonly literal?: unknown; readonly options?: readonly unknown[] }

/** A document with a distinct text in every field of its schema that can hold one: its own path. Lists and tables by key have two entries; a table whose keys are known, each of them. */
function sample(node: Node, path: string): unknown {
  switch (node.type) {
    case 'object': return Object.fromEntries(Object.entries(node.entries ?? {}).map(([key, part]) => [key, sample(part, `${path}.${key}`)]));
    case 'nullable': case 'exact_optional': case 'optional': return sample(node.wrapped as Node, path);
    case 'array': return [0, 1].map((at) => sample(node.item as Node, `${path}.${String(at)}`));
    case 'record': return Object.fromEntries((node.key?.type === 'picklist' ? node.key.options as readonly string[] : ['key1', 'key2']).map((key) => [key, sample(node.value as Node, `${path}.${key}`)]));
    case 'number': return 7;
    case 'literal': return node.literal;
    case 'custom': return { inner: `canary ${path}.inner` };
    default: return `canary ${path}`;
  }
}

export const CANARIES = {
  person: sample(personSchema as unknown as Node, 'person'), address: sample(addressSchema as unknown as Node, 'address'), assessment: sample(assessmentSchema as unknown as Node, 'assessment'),
} as CaseFile;

/** Every canary of a value, without the numbers of lists and the keys of tables: 'assessment.judgements.*.reason'. */
export function canariesIn(value: unknown): readonly string[] {
  const found = [...JSON.stringify(value).matchAll(/canary ([\w.]+)/gu)].map(([, path = '']) => path.replace(/\.(?:[01]|key[12])(?=\.|$)/gu, '.*'));
  return [...new Set(found)].sort();
}
