import { type BuildAccount, type BuildFailure, FILE_KINDS, type FileKind, type MappedPreview } from '@/geo/build';
import { type Mapping, parseMapping } from '@/geo/sources';
import { defineStore } from 'pinia';
import { computed, inject, type InjectionKey, markRaw, ref, shallowRef } from 'vue';
import { type BuildFile, emptyDeclared, emptyForm, emptyMapping, formOfMapping, sourceOf } from './buildForm';
import { type BuildFault, buildPlanOf, chosenOf, mappingOf } from './buildPlan';
import { type BuildThread, buildInWorker } from './buildThread';
import { useClock } from './clock';
import { usePacks } from './packs';
import { useSession } from './session';
import { useToday } from './today';

export const buildThreadKey: InjectionKey<() => BuildThread> = Symbol('build thread');

/** What a mapping made of its file, and of which mapping: it is shown while that stands. */
export interface ShownPreview { readonly of: string; readonly preview: MappedPreview }

/** A pack from the publishers' files. Public data alone: nothing of a case is read or kept, and nothing of it outlasts a lock. */
export const usePackBuild = defineStore('packBuild', () => {
  const session = useSession();
  const packs = usePacks();
  const clock = useClock();
  const calendar = useToday();
  const startThread = inject(buildThreadKey, () => buildInWorker, true);

  const form = ref(emptyForm());
  const councils = shallowRef<readonly { readonly code: string; readonly name: string }[]>([]);
  /** What is being done, in words; null: no build is under way. */
  const step = ref<string | null>(null);
  const failure = shallowRef<BuildFailure | null>(null);
  const account = shallowRef<(BuildAccount & { readonly builtAt: string }) | null>(null);
  const previews = shallowRef<Readonly<Record<string, ShownPreview>>>({});
  let thread: BuildThread | null = null;
  let keys = 0;

  const sources = computed(() => [...new Set(form.value.files.flatMap((file) => { const source = sourceOf(file); return source !== null && (file.kind === null || FILE_KINDS[file.kind].dated) ? [source] : []; }))]);

  const opened = (): BuildThread => (thread ??= startThread());
  function endThread(): void {
    thread?.end();
    thread = null;
    step.value = null;
  }

  session.beforeLock(() => {
    endThread();
    form.value = emptyForm();
    [councils.value, failure.value, account.value, previews.value] = [[], null, null, {}];
    return Promise.resolve();
  });

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

  /** Reads the file by its mapping. Faults: what the mapping lacks, or what is wrong with the file. */
  async function preview(key: string): Promise<readonly BuildFault[]> {
    const read = mappingIn(key);
    if ('faults' in read) return read.faults;
    const { file: { name }, mapping } = read;
    const kinds = (kind: FileKind) => form.value.files.find((file) => file.kind === kind)?.name ?? null;
    const [council, postcodes] = [kinds('councils'), kinds('postcodes')];
    const whole = buildPlanOf(form.value, calendar.look());
    const area = 'plan' in whole ? whole.plan.area : form.value.by === 'council' && form.value.council !== null && council !== null ? { council: form.value.council } : null;
    const made = await opened().preview({ path: name, mapping, area, councils: council === null ? null : { path: council, asOf: null }, postcodes: postcodes === null ? null : { path: postcodes, asOf: null }, ostn15: kinds('ostn15') }, chosenOf(form.value));
    if (made.is === 'failed') return [{ field: `file-${key}`, say: saidOf(made.failure) }];
    previews.value = { ...previews.value, [key]: { of: JSON.stringify(mapping), preview: made.value } };
    return [];
  }

  /** The preview of a file, as long as its mapping is the one that was read by. */
  function previewOf(key: string): MappedPreview | null {
    const [shown, read] = [previews.value[key], mappingIn(key)];
    return shown && 'mapping' in read && shown.of === JSON.stringify(read.mapping) ? shown.preview : null;
  }

  /** Builds. Faults: what keeps it from being begun. What came of it: `account` or `failure`; neither where it was stopped. */
  async function build(): Promise<readonly BuildFault[]> {
    const read = buildPlanOf(form.value, calendar.look());
    if ('faults' in read) return read.faults;
    [failure.value, account.value] = [null, null];
    step.value = 'Beginning';
    const mine = opened();
    const builtAt = clock.now().toISOString();
    try {
      const made = await mine.build(read.plan, read.files, builtAt, (said) => { if (thread === mine && step.value !== null) step.value = said; });
      if (thread !== mine) return [];
      if (made.is === 'failed') failure.value = markRaw(made.failure);
      else account.value = markRaw({ ...made.value, builtAt });
    } catch (error) {
      if (thread !== mine) return [];
      // What broke a thread may have left it half dead (out of memory): the next try has a new one.
      endThread();
      failure.value = { file: '', say: error instanceof Error ? error.message : String(error) };
      return [];
    }
    if (thread === mine) step.value = null;
    return [];
  }

  /** At once, whatever it is at; what was filled in stays. Files that were being looked at are looked at anew. */
  async function stop(): Promise<void> {
    endThread();
    for (const { key, found } of [...form.value.files]) if (found === null) await look(key);
  }

  /** Takes the pack that was built into use, as a file that somebody loads: checked whole, and unsigned. false: refused, or in doubt. */
  function use(): Promise<boolean> {
    const pack = account.value?.pack ?? null;
    if (pack === null) return Promise.resolve(false);
    return packs.takeIn(new File([pack], fileName()));
  }

  const fileName = () => `${(account.value?.title ?? 'area').toLowerCase().replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '')}-${(account.value?.builtAt ?? '').slice(0, 10)}.steadingpack`;

  return { form, sources, councils, step, failure, account, add, takeFor, remove, openMapping, mappingText, preview, previewOf, build, stop, use, fileName };
});

/** What a declaration that cannot be meant is called here; the command line has options for it. */
const DECLARED: Readonly<Record<string, string>> = {
  'osm-coverage': 'Where OpenStreetMap was searched', 'layer-coverage': 'Where the councils’ lists are complete', 'list-coverage': 'Where the list is complete', 'streets-coverage': 'Where the streets are complete',
  postcodes: 'A file of postcodes', 'basemap-attribution': 'The credit of the background map',
};

/** Why nothing came of it, by the names that things have on the screen. */
export function saidOf(failure: BuildFailure): string {
  return 'option' in failure ? `${DECLARED[failure.option] ?? failure.option.replaceAll('-', ' ')} ${failure.say}` : failure.say;
}
