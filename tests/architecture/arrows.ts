/**
 * Which room may look into which: the arrows of the house (docs/adr/0001-the-house.md). Types obey them too.
 * A room may always look into itself and into `terms`.
 */
export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  terms: [],
  rules: ['terms'],
  geo: ['terms'],
  record: ['rules', 'geo', 'terms'],
  report: ['record', 'rules', 'terms'],
  vault: ['terms'],
  stores: ['record', 'rules', 'geo', 'vault', 'report', 'terms', 'training'],
  views: ['stores', 'report', 'terms'],
  cli: ['geo', 'rules', 'record', 'report', 'vault', 'terms', 'training'],
  training: ['geo', 'terms'],
};

/** Libraries with one home. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  '@turf/turf': ['geo'],
  dexie: ['vault'],
  docx: ['report'],
  leaflet: ['views'],
  'protomaps-leaflet': ['views'],
  pinia: ['stores', 'root'],
  vue: ['views', 'stores', 'root'],
  'vue-router': ['views', 'root'],
};

export interface Import {
  /** Path from the project's folder, e.g. src/rules/decide.ts */
  readonly from: string;
  /** As resolved: a path from the project's folder, or a package's name. */
  readonly to: string;
  readonly specifier: string;
}

function roomOf(path: string): string | null {
  const [top, room] = path.split('/');
  if (top === 'training') return 'training';
  if (top !== 'src') return null;
  return path.split('/').length > 2 ? (room ?? null) : 'root';
}

/** The faults, in words; none: the arrows hold. */
export function faultsOf(imports: readonly Import[]): readonly string[] {
  return imports.flatMap(({ from, to, specifier }) => {
    const home = roomOf(from);
    if (home === null) return [];
    const target = roomOf(to);
    const faults: string[] = [];
    if (target === null || !(to.startsWith('src/') || to.startsWith('training/'))) {
      const homes = Object.entries(HOMES).find(([name]) => to === name || to.startsWith(`${name}/`))?.[1];
      if (homes && !homes.includes(home)) faults.push(`${from} imports ${to}, whose home is ${homes.join(' and ')}.`);
      return faults;
    }
    if (home === 'root' || target === home || (home === 'views' && to === 'src/router.ts')) return faults;
    const allowed = ARROWS[home];
    if (allowed === undefined) faults.push(`${from}: no arrows are drawn for the room ${home}.`);
    else if (!allowed.includes(target)) faults.push(`${from} (${home}) may not look into ${target}: ${to}`);
    else if (target !== 'training' && !isDoor(to)) faults.push(`${from} enters ${target} past its door: ${specifier}`);
    return faults;
  });
}

/** A room is entered by its index; what only the command line, a worker or one screen needs of the vault's format, the sources, the background map, a stock and walks, and what is loaded only when a Word file is made, has a door of its own. */
function isDoor(path: string): boolean {
  return /^src\/(\w+)\/index\.ts$/.test(path) || path === 'src/vault/format/index.ts' || /^src\/geo\/(sources|basemap|stock|walk|build)\/index\.ts$/.test(path) || path === 'src/report/word/index.ts';
}
