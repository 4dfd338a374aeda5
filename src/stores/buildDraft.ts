import { FILE_KINDS } from '@/geo/build';
import { computed, type Ref, type WritableComputedRef } from 'vue';
import type { BuildFile, BuildForm, Declared } from './buildForm';

/** What was said of one file, by its name: the file itself is not kept, and is chosen again after a lock. */
export interface SaidOfFile extends Pick<BuildFile, 'kind' | 'category' | 'mapping'> {
  /** Of a file that is mapped; of the others it stands by their kind. */
  readonly declared: Declared | null;
}

/** All that was typed for a build, without the files. `declared`: by kind of file. */
export interface BuildTyped extends Pick<BuildForm, 'title' | 'by' | 'council' | 'box' | 'declared'> {
  readonly files: Readonly<Record<string, SaidOfFile>>;
}

export const nothingTyped = (): BuildTyped => ({ title: '', by: null, council: null, box: '', declared: {}, files: {} });

/** The form as its draft holds it. `kept`: of files that are not chosen again yet. */
export function buildTyped(form: Ref<BuildForm>, kept: Ref<Readonly<Record<string, SaidOfFile>>>): WritableComputedRef<BuildTyped> {
  return computed({
    get: () => {
      const { title, by, council, box, declared, files } = form.value;
      const said = files.filter(({ kind }) => kind !== null).map(({ key, name, kind, category, mapping }): [string, SaidOfFile] => [name, { kind, category, mapping, declared: kind === 'mapped' ? declared[key] ?? null : null }]);
      return { title, by, council, box, declared: Object.fromEntries(Object.entries(declared).filter(([source]) => source in FILE_KINDS)), files: { ...kept.value, ...Object.fromEntries(said) } };
    },
    set: ({ files, declared, ...typed }) => {
      kept.value = Object.fromEntries(Object.entries(files).filter(([name]) => !form.value.files.some((file) => file.name === name)));
      Object.assign(form.value, typed, { declared: { ...form.value.declared, ...declared } });
    },
  });
}
