import { type Address, addressSchema, type Assessment, assessmentSchema, type CaseFile, findingsOf, parseAddress, parseAssessment, parsePerson, type Person, personSchema, withChange } from '@/record';
import { TODAY } from './caseFile';
import { ANSWER } from './surroundings';

/** What of valibot's schemas is walked here. */
interface Node {
  readonly type: string; readonly entries?: Record<string, Node>; readonly wrapped?: Node; readonly item?: Node; readonly key?: Node; readonly value?: Node; readonly literal?: unknown; readonly options?: readonly unknown[];
  readonly pipe?: readonly Node[];
}

/** Keys of tables by the end of the table's path, where its schema takes any. */
const KEYS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/judgements$/u, ['school', 'nursery', 'shop']], [/exceptions$/u, ['school:2']], [/splits$/u, ['school:1.a']], [/checks$/u, ['cctv', 'childminder']], [/looked$/u, ['shop', 'cctv']], [/visits\.\d+\.sites$/u, ['school:2']], [/databases$/u, ['councilTax']],
];

export interface CanaryCase {
  readonly file: CaseFile;
  /** Paths of all canaries that a text holds, however its letters are cased: 'assessment.outcome.reasons'. */
  readonly pathsIn: (text: string) => readonly string[];
}

/** What a picklist answers, by its path: the first that fits; else its first choice. */
export type Choices = Readonly<Record<string, string>>;

const DAY = '2026-03-05';

/**
 * A whole case that a vault would open, with a word of its own in every field that takes free text, every list with an item and every question answered; for proofs of what leaves the vault.
 * Terms, days, numbers and positions are ordinary: they are told apart by changing them.
 */
export function canaryCase(choices: Choices = {}): CanaryCase {
  const paths: string[] = [];
  const canary = (path: string): string => `Canary${String(paths.push(path))}x`;
  const isKind = (node: Node, kind: string) => node.pipe?.some(({ type }) => type === kind) ?? false;

  function choice({ options = [] }: Node, path: string): unknown {
    const wanted = Object.entries(choices).find(([end]) => path.endsWith(end))?.[1];
    return wanted !== undefined && options.includes(wanted) ? wanted : options[0];
  }

  function words(node: Node, path: string): string {
    if (isKind(node, 'iso_date')) return DAY;
    if (isKind(node, 'iso_timestamp')) return `${DAY}T10:00:00.000Z`;
    return isKind(node, 'regex') ? '08:40' : canary(path);
  }

  function sample(node: Node, path: string): unknown {
    switch (node.type) {
      case 'object': return Object.fromEntries(Object.entries(node.entries ?? {}).filter(([key]) => `${path}.${key}` !== 'address.position.errorMetres').map(([key, part]) => [key, sample(part, `${path}.${key}`)]));
      case 'nullable': case 'exact_optional': case 'optional': return sample(node.wrapped as Node, path);
      case 'array': return node.item?.type === 'custom' ? [] : [sample(node.item as Node, `${path}.0`)];
      case 'record': {
        const keys = node.key?.type === 'picklist' ? node.key.options as readonly string[] : KEYS.find(([end]) => end.test(path))?.[1] ?? ['key1'];
        return Object.fromEntries(keys.map((key) => [key, sample(node.value as Node, `${path}.${key}`)]));
      }
      case 'variant': return sample(node.options?.[0] as Node, path);
      case 'picklist': return choice(node, path);
      case 'literal': return node.literal;
      case 'boolean': return true;
      case 'number': return path.endsWith('.lng') ? -3.9 : path.endsWith('.lat') ? 55.8 : 2;
      case 'custom': return { ...ANSWER, categories: ANSWER.categories.map((one) => ({ ...one, sites: one.sites.map((near) => ({ ...near, site: { ...near.site, name: canary(`${path}.site`) } })) })) };
      default: return words(node, path);
    }
  }

  const person = parsePerson(sample(personSchema as unknown as Node, 'person')) as Person;
  const address = parseAddress(sample(addressSchema as unknown as Node, 'address')) as Address;
  const whole = sample({ ...(assessmentSchema as unknown as Node), entries: Object.fromEntries(Object.entries(assessmentSchema.entries).filter(([key]) => !['asked', 'history', 'keeping', 'signed', 'amendment', 'mapFrame'].includes(key))) as unknown as Record<string, Node> }, 'assessment') as Assessment;
  const begun = parseAssessment({ ...whole, asked: null, history: [] });
  const { frame, tools } = begun.formulation ?? {};
  const found = findingsOf({ person, address, assessment: begun, today: TODAY, protocol: null });
  const dealings = Object.fromEntries(found.map(({ key, text }) => [key, { how: choices['.how'] ?? 'measure', what: canary(`assessment.formulation.dealings.${key}.what`), owner: canary(`assessment.formulation.dealings.${key}.owner`), dueOn: DAY, reason: canary(`assessment.formulation.dealings.${key}.reason`), read: text }]));
  const weighed = parseAssessment({ ...begun, formulation: { frame, tools, dealings } });
  const stamp = { at: `${DAY}T11:00:00.000Z`, by: canary('assessment.history.0.by'), what: canary('assessment.history.0.what') };
  const assessment = withChange(weighed, stamp, [{ path: 'assessment.outcome.reasons', from: canary('assessment.history.0.from'), to: weighed.outcome.reasons }]);
  return {
    file: { person, address, assessment },
    pathsIn: (text) => [...new Set([...text.matchAll(/canary(\d+)x/giu)].map(([, at]) => paths[Number(at) - 1] ?? 'a canary of another case'))].sort(),
  };
}
