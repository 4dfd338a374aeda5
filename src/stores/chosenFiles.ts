import type { FileKind } from '@/geo/build';
import { type Mapping, parseMapping } from '@/geo/sources';
import { markRaw, type Ref } from 'vue';
import { type BuildFile, type BuildForm, emptyDeclared, emptyMapping, formOfMapping, sourceOf } from './buildForm';
import { type BuildFault, mappingOf } from './buildPlan';
import type { BuildThread } from './buildThread';

interface Given {
  readonly form: Ref<BuildForm>;
  readonly councils: Ref<readonly { readonly code: string; readonly name: string }[]>;
  readonly opened: () => BuildThread;
}

/** The files of a build: each is looked at by itself in the thread, and can be taken for something else; a list that no reader knows has a mapping. */
export function chosenFiles({ form, councils, opened }: Given) {
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
      if (found.is === 'none') return;
      if (found.everyKind) still.category = 'every';
      await takeFor(key, found.is);
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
    if (source !== null) form.value.declared[source] ??= emptyDeclared();
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
    still.mapping = formOfMapping(read.value.guess);
  }

  function remove(key: string): void {
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
    const missing = [...Object.values(mapping.columns), ...Object.entries(mapping.position).flatMap(([at, column]) => (at === 'by' ? [] : [column]))].filter((column) => column !== null && !file.columns?.names.includes(column));
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
