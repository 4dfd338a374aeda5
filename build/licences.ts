import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PACKAGES = join(ROOT, 'node_modules');
/** Texts of packages that are published without one, as their own source has it: github.com/protomaps/PMTiles and /basemaps. */
const KEPT_HERE = join(ROOT, 'build/licenceTexts');
/** What the About screen lists (tests/views/thirdParty.test.ts). */
function listed(): readonly string[] {
  return Object.keys((JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object }).dependencies);
}

/** In the service worker, which is built apart. */
const IN_THE_SERVICE_WORKER = ['workbox-core'];
/** In docx as it is published. */
const IN_DOCX = ['nanoid'];
const LICENCE_FILE = /^(licen[cs]e|copying)(\.(txt|md))?$/iu;
/** Tells browsers that a text without a charset is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The folder and name of the package that a module comes from; null: one of our own. */
export function packageOf(moduleId: string): string | null {
  const [, path] = /.*node_modules\/(?!\.)([^?]+)/u.exec(moduleId) ?? [];
  if (path === undefined) return null;
  const [first = '', second = ''] = path.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/** Throws where neither the package nor this project has its licence text: nothing is passed on without it. */
export function licenceText(name: string, { packages = PACKAGES, keptHere = KEPT_HERE } = {}): string {
  const folder = join(packages, name);
  const file = existsSync(folder) ? readdirSync(folder).find((each) => LICENCE_FILE.test(each)) : undefined;
  const path = file === undefined ? join(keptHere, `${name.replace('/', '__')}.txt`) : join(folder, file);
  if (!existsSync(path)) throw new Error(`${name} is built in, but has no licence text. Put the one of its source into build/licenceTexts/${name.replace('/', '__')}.txt.`);
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
}

/** Every text once, under the names of all packages that it is for. */
export function licencesText(names: readonly string[], textOf: (name: string) => string = licenceText): string {
  const byText = new Map<string, string[]>();
  for (const name of names.toSorted()) byText.set(textOf(name), [...(byText.get(textOf(name)) ?? []), name]);
  const own = `Steading\n\n${readFileSync(join(ROOT, 'LICENSE'), 'utf8').trim()}`;
  return [own, ...[...byText].map(([text, packages]) => `${packages.join(', ')}\n\n${text}`)].join(`\n\n${'-'.repeat(80)}\n\n`);
}

/** Puts licences.txt beside the application: the texts of the listed packages and of whatever else was in fact built in. */
export function licences(): Plugin {
  return {
    name: 'licences',
    apply: 'build',
    generateBundle(_, bundle) {
      const modules = Object.values(bundle).flatMap((each) => each.type === 'chunk' ? Object.keys(each.modules) : []);
      const names = new Set([...listed(), ...IN_THE_SERVICE_WORKER, ...IN_DOCX, ...modules.flatMap((id) => packageOf(id) ?? [])]);
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${BYTE_ORDER_MARK}${licencesText([...names])}\n` });
    },
  };
}
