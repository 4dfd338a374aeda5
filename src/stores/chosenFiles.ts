import type { FileKind, SeenColumns } from '@/geo/build';
import { type Mapping, parseMapping } from '@/geo/sources';
import { markRaw, type Ref } from 'vue';
import type { SaidOfFile } from './buildDraft';
import { type BuildFile, type BuildForm, emptyDeclared, emptyMapping, formOfMapping, sourceOf } from './buildForm';
import { type BuildFault, mappingOf } from './buildPlan';
import type { BuildThread } from './buildThread';

interface Given {
  readonly form: Ref<BuildForm>;
  /** By the name of a file that was chosen before a lock. */
  readonly kept: Ref<Readonly<Record<string, SaidOfFile>>>;
  readonly councils: Ref<readonly { readonly code: string; readonly name: string }[]>;
  readonly opened: () => BuildThread;
}

/** Columns of a mapping that the file does not have. */
const lacking = (columns: readonly (string | null)[], seen: SeenColumns | null): readonly string[] => columns.filter((column): column is string => column !== null && seen?.names.includes(column) !== true);

/** The files of a build: each is looked at by itself in the thread, and can be taken for something else; a list that no reader knows has a mapping. */
export function chosenFiles({ form, kept, councils, opened }: Given) {
  let keys = 0;
  const fileOf = (key: string): BuildFile | undefined => form.value.files.find((file) => file.key === key);

  /** Looks at a file by itself; what it says of an earlier thread, or of a file that is gone, is left. */
  async function add(file: File): Promise<void> {
    keys += 1;
    const key = `f${String(keys)}`;
    const taken = new Set(form.value.files.map(({ name }) => name));
    const name = [file.name, ...Array.from({ length: taken.size }, (_, i) => `${file.name} (${String(i + 2)})`)].find((one) => !taken.has(one)) ?? file.name;
    form.value.files.push({ key, name, file: markRaw(file), found: null, kind: null, category: null, columns: null, unreadable: null, mapping: emptyMapping() });
    await look(key);
  }

  async function look(key: string): Promise<void> {
    const file = fileOf(key);
    if (!file) return;
    try {
      const found = await opened().recognise(file.name, file.file);
      const still = fileOf(key);
      if (!still) return;
      still.found = found;
      const said = kept.value[file.name];
      const kind = said?.kind ?? (found.is === 'none' ? null : found.is);
      if (kind === null) return;
      if (found.is !== 'none' && found.everyKind) still.category = 'every';
      if (said) still.category = said.category;
      await takeFor(key, kind);
    } catch (error) {
      const still = fileOf(key);
      if (still && still.found === null) still.found = { is: 'none', say: error instanceof Error ? error.message : String(error) };
    }
  }

  /** What a file is to be taken for; what hangs on it is read at once. */
  async function takeFor(key: string, kind: FileKind | null): Promise<void> {
    const file = fileOf(key);
    if (!file) return;
    file.kind = kind;
    const source = sourceOf(file);
    if (source !== null) form.value.declared[source] ??= kept.value[file.name]?.declared ?? emptyDeclared();
    if (kind === 'councils') await readCouncils(file);
    if (kind === 'mapped' && file.columns === null) await readColumns(key);
  }

  async function readCouncils({ key, name, file }: BuildFile): Promise<void> {
    const read = await opened().councils(name, file);
    const still = fileOf(key);
    if (still?.kind !== 'councils') return;
    councils.value = read.is === 'done' ? read.value : [];
    if (read.is === 'failed') { still.kind = null; still.found = { is: 'none', say: read.failure.say }; return; }
    if (form.value.by === null) form.value.by = 'council';
  }

  async function readColumns(key: string): Promise<void> {
    const file = fileOf(key);
    if (!file) return;
    const read = await opened().columns(file.name, file.file);
    const still = fileOf(key);
    if (!still) return;
    if (read.is === 'failed') { still.unreadable = read.failure.say; return; }
    still.columns = markRaw(read.value);
    const said = kept.value[still.name]?.mapping;
    still.mapping = said && lacking([...Object.values(said.columns), ...Object.values(said.place)], read.value).length === 0 ? said : formOfMapping(read.value.guess);
  }

  function remove(key: string): void {
    const gone = fileOf(key)?.name;
    kept.value = Object.fromEntries(Object.entries(kept.value).filter(([name]) => name !== gone));
    form.value.files = form.value.files.filter((file) => file.key !== key);
    if (!form.value.files.some(({ kind }) => kind === 'councils')) { councils.value = []; form.value.council = null; }
  }

  /** A mapping from a file. Throws what is wrong with it, in words. */
  async function openMapping(key: string, given: File): Promise<void> {
    const text = await given.text();
    let value: unknown = null;
    try { value = JSON.parse(text) as unknown; } catch { /* what is no JSON is no mapping: told as such */ }
    const mapping = parseMapping(given.name, value);
    const file = fileOf(key);
    if (!file) return;
    const missing = lacking([...Object.values(mapping.columns), ...Object.entries(mapping.position).flatMap(([at, column]) => (at === 'by' ? [] : [column]))], file.columns);
    if (missing.length > 0) throw new Error(`${given.name} names columns that ${file.name} does not have: ${missing.join(', ')}. Nothing was changed.`);
    file.mapping = formOfMapping(mapping);
  }

  /** The mapping as a file's text, or what it lacks. */
  function mappingText(key: string): { readonly text: string; readonly name: string } | { readonly faults: readonly BuildFault[] } {
    const read = mappingIn(key);
    return 'faults' in read ? read : { text: `${JSON.stringify(read.mapping, null, 2)}\n`, name: `${read.file.name.replace(/\.(csv|geojson|json)(\.gz)?$/iu, '')}-mapping.json` };
  }

  function mappingIn(key: string): { readonly file: BuildFile; readonly mapping: Mapping } | { readonly faults: readonly BuildFault[] } {
    const faults: BuildFault[] = [];
    const file = fileOf(key);
    const mapping = file ? mappingOf(file, (field, say) => { faults.push({ field, say }); return null; }) : null;
    return file && mapping ? { file, mapping } : { faults };
  }

  return { add, look, takeFor, remove, openMapping, mappingText, mappingIn };
}
