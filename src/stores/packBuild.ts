import { type BuildAccount, type BuildFailure, FILE_KINDS, type FileKind, type MappedPreview } from '@/geo/build';
import { defineStore } from 'pinia';
import { computed, inject, type InjectionKey, markRaw, ref, shallowRef, watch } from 'vue';
import { buildTyped, type SaidOfFile } from './buildDraft';
import { emptyForm, sourceOf } from './buildForm';
import { type BuildFault, buildPlanOf, chosenOf } from './buildPlan';
import { type BuildThread, buildInWorker } from './buildThread';
import { chosenFiles } from './chosenFiles';
import { useClock } from './clock';
import { usePacks } from './packs';
import { useSession } from './session';
import { useToday } from './today';

export const buildThreadKey: InjectionKey<() => BuildThread> = Symbol('build thread');

/** What a mapping made of its file, and of which mapping: it is shown while that stands. */
export interface ShownPreview { readonly of: string; readonly preview: MappedPreview }

/** A pack from the publishers' files. Public data alone: nothing of a case is read or kept. A lock ends a build; what was typed is the screen's to keep, and the files are chosen again. */
export const usePackBuild = defineStore('packBuild', () => {
  const session = useSession();
  const packs = usePacks();
  const clock = useClock();
  const calendar = useToday();
  const startThread = inject(buildThreadKey, () => buildInWorker, true);

  const form = ref(emptyForm());
  const kept = ref<Readonly<Record<string, SaidOfFile>>>({});
  const typed = buildTyped(form, kept);
  const councils = shallowRef<readonly { readonly code: string; readonly name: string }[]>([]);
  /** What is being done, in words; null: no build is under way. */
  const step = ref<string | null>(null);
  const failure = shallowRef<BuildFailure | null>(null);
  const account = shallowRef<(BuildAccount & { readonly builtAt: string }) | null>(null);
  const previews = shallowRef<Readonly<Record<string, ShownPreview>>>({});
  let thread: BuildThread | null = null;

  const sources = computed(() => [...new Set(form.value.files.flatMap((file) => { const source = sourceOf(file); return source !== null && (file.kind === null || FILE_KINDS[file.kind].dated) ? [source] : []; }))]);

  const opened = (): BuildThread => (thread ??= startThread());
  function endThread(): void {
    thread?.end();
    thread = null;
    step.value = null;
  }

  watch(() => session.vault === null, (locked) => {
    if (!locked) return;
    endThread();
    [form.value, kept.value] = [emptyForm(), {}];
    [councils.value, failure.value, account.value, previews.value] = [[], null, null, {}];
  }, { flush: 'sync' });

  const { add, look, takeFor, remove, openMapping, mappingText, mappingIn } = chosenFiles({ form, kept, councils, opened });

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

  return { form, typed, sources, councils, step, failure, account, add, takeFor, remove, openMapping, mappingText, preview, previewOf, build, stop, use, fileName };
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
