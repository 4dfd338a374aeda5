import { isJsonObject } from '@/terms';
import type { CaseFile } from '../caseFile';
import { type Profile, PROFILES, REASONS_HELD, withholdsReasons } from './profiles';
import { type SectionId, SECTIONS, sectionOf } from './sections';

/** A step's names with what is picked below each; 'whole': all of it; 'leaf': a value, and nothing that has parts. */
type Tree = { readonly [step: string]: Tree } | 'leaf' | 'whole';
type Growing = { [step: string]: Growing | 'leaf' | 'whole' };

function treeOf(fields: readonly string[]): Tree {
  const root: Growing = {};
  for (const field of fields) {
    const steps = field.split('.');
    const whole = steps.at(-1) === '**';
    if (whole) steps.pop();
    let at = root;
    for (const step of steps.slice(0, -1)) {
      const next = at[step];
      if (next === 'leaf' || next === 'whole') throw new TypeError(`The profile names ${field} twice.`);
      at = at[step] = next ?? {};
    }
    at[steps.at(-1) ?? ''] = whole ? 'whole' : 'leaf';
  }
  return root;
}

/** Nobody has answered. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0) || (isJsonObject(value) && Object.keys(value).length === 0);

const isItem = (tree: Tree): boolean => typeof tree === 'object';

/** undefined: nothing. What nobody has answered is not handed over; but an item of a list or table goes as it is, or it would be no item. */
function pick(value: unknown, tree: Tree, ofItem = false): unknown {
  if (value === undefined || (!ofItem && isEmpty(value))) return undefined;
  if (ofItem && isEmpty(value)) return value;
  if (tree === 'whole') return structuredClone(value);
  if (tree === 'leaf') return typeof value === 'object' ? undefined : value;
  if (Array.isArray(value)) {
    const each = tree['*'];
    const items = each === undefined ? [] : value.map((item) => pick(item, each, isItem(each))).filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  }
  if (!isJsonObject(value)) return undefined;
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const below = Object.hasOwn(tree, key) ? tree[key] : tree['*'];
    const picked = below === undefined ? undefined : pick(part, below, ofItem || (!Object.hasOwn(tree, key) && isItem(below)));
    return picked === undefined ? [] : [[key, picked] as const];
  });
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

/** A record as a profile lets it out: only fields that it names, and only those that hold something. Plain data of its own. */
export type Picked = { readonly [K in keyof CaseFile]?: Readonly<Record<string, unknown>> };

export function picked(file: CaseFile, profile: Profile): Picked {
  const { person, address, assessment } = JSON.parse(JSON.stringify({ person: file.person, address: file.address, assessment: file.assessment })) as CaseFile;
  const found = (pick({ person, address, assessment }, treeOf(profile.fields)) ?? {}) as Picked;
  if (!withholdsReasons(profile, assessment.outcome.decision)) return found;
  const outcome = found.assessment?.['outcome'] as Readonly<Record<string, unknown>>;
  return { ...found, assessment: { ...found.assessment, outcome: { ...outcome, reasons: REASONS_HELD } } };
}

/** Whether a reader may have a field, or something below it: 'assessment.agencies.contacts.rsl.reply'. */
export type May = (path: string) => boolean;

/** As `picked` decides it. */
export function mayHave({ fields }: Pick<Profile, 'fields'>): May {
  const root = treeOf(fields);
  return (path) => {
    let at: Tree | undefined = root;
    for (const step of path.split('.')) {
      if (at === 'whole') return true;
      if (at === undefined || at === 'leaf') return false;
      at = Object.hasOwn(at, step) ? at[step] : at['*'];
    }
    return at !== undefined;
  };
}

/** Whether the widest profile lets all of it out: a file that says more is not of this Steading. */
export function pickedAgain(value: Picked): boolean {
  return JSON.stringify(pick(value, treeOf(PROFILES.ra.fields))) === JSON.stringify(value);
}

/** One field with what it holds; lists of plain values and what an area pack answered count as one. */
export interface Field {
  readonly path: string;
  readonly value: unknown;
}

/** As in changesBetween: a '.' within a key is written '~1', a '~' '~0'. */
const step = (key: string) => key.replaceAll('~', '~0').replaceAll('.', '~1');
export const ONE_FIELD: ReadonlySet<string> = new Set(['assessment.surroundings', 'address.position', 'assessment.property.fromProfile']);

export function fieldsOf(value: unknown, path = ''): readonly Field[] {
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  if (typeof value !== 'object' || value === null || isPlainList || ONE_FIELD.has(path)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, part]) => fieldsOf(part, path === '' ? step(key) : `${path}.${step(key)}`));
}

export interface PickedSection {
  readonly id: SectionId;
  readonly value: Picked;
  readonly fields: readonly Field[];
}

/** Section by section, in the order of SECTIONS, without those that hold nothing. */
export function sectionsOf(found: Picked): readonly PickedSection[] {
  return (Object.keys(SECTIONS) as SectionId[]).flatMap((id) => {
    const value = Object.fromEntries(Object.entries(found).flatMap(([document, parts]) => {
      const kept = Object.entries(parts).filter(([key]) => sectionOf(`${document}.${key}`) === id);
      return kept.length === 0 ? [] : [[document, Object.fromEntries(kept)]];
    })) as Picked;
    const fields = fieldsOf(value).filter((field) => !isEmpty(field.value));
    return fields.length === 0 ? [] : [{ id, value, fields }];
  });
}
