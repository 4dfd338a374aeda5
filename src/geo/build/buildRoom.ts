import type { BlobLike } from '../pack/blobLike';
import type { Sha256 } from '../pack/sha256';
import { guessMapping, readColumns, readCouncils, SourceError, type OpenSqlite } from '../sources';
import type { BuildFiles } from './buildFiles';
import { buildPack } from './buildPack';
import type { BuildWarning } from './buildReport';
import { withDeclaredPlaces } from './declaredPlaces';
import { datesInWords } from './layerDates';
import { placeReport } from './placeReport';
import { type PackPlan, PlanError } from './plan';
import { type MappedPreview, type MappedRequest, previewMapped } from './previewMapped';
import { recognise, type Recognised } from './recognise';

/** Files by the names that a plan has for them. A folder: files of one source that are given side by side (the areas of Code-Point Open). */
export type ChosenFiles = Readonly<Record<string, BlobLike | Readonly<Record<string, BlobLike>>>>;

/** The columns of a file that nobody has described, and what they are mostly used for. */
export interface SeenColumns {
  readonly is: 'csv' | 'geojson';
  readonly names: readonly string[];
  readonly rows: number;
  /** Of each column: the first cell that holds something. */
  readonly examples: Readonly<Record<string, string>>;
  readonly guess: ReturnType<typeof guessMapping>;
}

type Counted = readonly { readonly reason: string; readonly count: number }[];

/** What was made of every source. */
export interface BuildAccount {
  readonly title: string;
  readonly sources: readonly { readonly id: string; readonly title: string; readonly dates: string; readonly read: number; readonly kept: number; readonly dropped: Counted; readonly flagged: Counted }[];
  readonly onePlace: readonly string[];
  readonly warnings: readonly BuildWarning[];
  readonly sites: number;
  readonly postcodes: number;
  /** null: no source has a site in the area or its margin. */
  readonly pack: Blob | null;
}

/** Why nothing came of it: a file that is of no use, or (`option`, as PlanError has it) a declaration that cannot be meant. */
export type BuildFailure = { readonly file: string; readonly say: string } | { readonly option: string; readonly say: string };
export type Tried<T> = { readonly is: 'done'; readonly value: T } | { readonly is: 'failed'; readonly failure: BuildFailure };

/** Reads what was chosen and makes packs of it. It works without a pause: it is for a thread of its own, and is stopped by ending that. */
export interface BuildRoom {
  recognise(name: string, file: BlobLike): Promise<Recognised>;
  councils(name: string, file: BlobLike): Promise<Tried<readonly { readonly code: string; readonly name: string }[]>>;
  columns(name: string, file: BlobLike): Promise<Tried<SeenColumns>>;
  preview(request: MappedRequest, files: ChosenFiles): Promise<Tried<MappedPreview>>;
  /** `onStep`: what is being done, in words. `builtAt`: ISO instant. */
  build(plan: PackPlan, files: ChosenFiles, builtAt: string, onStep: (step: string) => void): Promise<Tried<BuildAccount>>;
}

export function createBuildRoom({ sha256, openSqlite }: { sha256: Sha256; openSqlite: OpenSqlite }): BuildRoom {
  return {
    recognise,
    councils: (name, file) => tried(async () => readCouncils({ name, bytes: await bytesOf(name, file) }).map(({ code, name: called }) => ({ code, name: called })).sort((a, b) => a.name.localeCompare(b.name))),
    columns: (name, file) => tried(async () => {
      const columns = readColumns({ name, bytes: await bytesOf(name, file) });
      const { is, names, rows } = columns;
      return { is, names, rows: rows.length, examples: Object.fromEntries(names.map((column) => [column, (rows.find((row) => row[column] !== '')?.[column] ?? '').slice(0, 60)])), guess: guessMapping(columns) };
    }),
    preview: (request, chosen) => tried(() => previewMapped(request, filesOf(chosen, openSqlite, () => undefined))),
    build: (plan, chosen, builtAt, onStep) => tried(async () => {
      const files = withDeclaredPlaces(plan, filesOf(chosen, openSqlite, onStep));
      const { content, places, warnings, bytes } = await buildPack(plan, files, { builtAt, sha256, joining: () => { onStep('Putting the pack together'); } });
      return {
        title: content.title,
        sources: content.layers.map((layer) => ({ id: layer.id, title: layer.title, dates: datesInWords(layer), ...layer.counts })),
        onePlace: placeReport(places, content), warnings, sites: content.sites.length, postcodes: content.postcodes.length,
        pack: bytes && new Blob([bytes], { type: 'application/octet-stream' }),
      };
    }),
  };
}

async function tried<T>(act: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { is: 'done', value: await act() };
  } catch (error) {
    if (error instanceof PlanError) return { is: 'failed', failure: { option: error.option, say: error.message } };
    if (error instanceof SourceError) return { is: 'failed', failure: { file: error.file, say: error.onPage } };
    throw error;
  }
}

/** @throws SourceError: a page may no longer read a file that was changed or moved after it was chosen */
async function bytesOf(name: string, file: BlobLike): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    throw new SourceError(name, 'cannot be read: it was changed or moved after it was chosen, or is too large for this device. Remove it here and add it again.', { cause });
  }
}

const isBlob = (entry: ChosenFiles[string]): entry is BlobLike => typeof entry.arrayBuffer === 'function';
const PIECE_BYTES = 4 * 1024 * 1024;

function filesOf(chosen: ChosenFiles, openSqlite: OpenSqlite, onStep: (step: string) => void): BuildFiles {
  const fileAt = (path: string): BlobLike => {
    const [folder = '', ...inside] = path.split('/');
    const entry = Object.hasOwn(chosen, path) ? chosen[path] : Object.hasOwn(chosen, folder) ? chosen[folder] : undefined;
    const file = entry === undefined ? undefined : isBlob(entry) ? entry : entry[inside.join('/')];
    if (file === undefined) throw new SourceError(path, 'is not among the chosen files. Add it again.');
    onStep(`Reading ${path}`);
    return file;
  };
  return {
    read: async (path) => bytesOf(path, fileAt(path)),
    async *stream(path) {
      const file = fileAt(path);
      for (let at = 0; at < file.size; at += PIECE_BYTES) {
        yield await bytesOf(path, file.slice(at, at + PIECE_BYTES));
        onStep(`Reading ${path}: ${String(Math.round((Math.min(file.size, at + PIECE_BYTES) / file.size) * 100))}%`);
      }
    },
    list: (path) => {
      const entry = Object.hasOwn(chosen, path) ? chosen[path] : undefined;
      return Promise.resolve(entry === undefined || isBlob(entry) ? null : Object.keys(entry));
    },
    openSqlite,
    told: onStep,
  };
}
