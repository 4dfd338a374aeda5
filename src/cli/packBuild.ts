import { signPack } from '@/geo';
import { type BuildWarning, buildPack, type BuiltPack, PlanError } from '@/geo/build';
import { type Mapping, parseMapping, SourceError, textOf } from '@/geo/sources';
import { EXIT, type Command, UsageError } from './command';
import type { Edges } from './edges';
import { type BuildPlan, packBuildOptions } from './packBuildOptions';
import { PACK_BUILD_USAGE } from './packBuildUsage';
import { openKey } from './publisherKeyFile';
import { openSqlite } from './sqlite';

export const packBuild: Command = {
  name: 'pack build',
  usage: PACK_BUILD_USAGE,
  run: async (args, edges) => {
    const builtAt = edges.now().toISOString();
    const plan = packBuildOptions(args, builtAt.slice(0, 10));
    // Before the work: a slip in the passphrase is told at once.
    const signer = plan.sign && (await openKey(plan.sign, edges));
    if (plan.sign && signer === null) return EXIT.data;
    const { content, places, report, warnings, bytes: unsigned } = await built(plan, edges, builtAt);
    for (const line of [...report, ...warnings.map((warning) => `Note: ${inOptions(warning)}`)]) edges.err(line);
    if (unsigned === null) {
      edges.err('Nothing was built: none of the sources has a site in the area or within 5 km of it. Check --area or --bbox against the files.');
      return EXIT.data;
    }
    const bytes = plan.sign && signer ? await signPack(unsigned, { sha256: edges.sha256, publisher: plan.sign.publisher, signer }) : unsigned;
    await edges.writeWhole(plan.out, bytes);
    edges.err(`${content.title}: ${String(content.sites.length)} sites, ${String(content.postcodes.length)} postcodes; ${String(bytes.byteLength)} bytes in ${plan.out}. ${plan.sign && signer ? `Signed by ${plan.sign.publisher}, fingerprint ${signer.fingerprint}.` : 'Not signed: officers will be told so (--sign KEYFILE).'}`);
    if (plan.json) {
      const layers = content.layers.map(({ id, title, categories, asOf, staleAfter, counts, leavesOut }) => ({ id, title, categories, asOf, staleAfter, counts, leavesOut }));
      const onePlace = { merged: places.merged.map(({ siteId, name, category, members }) => ({ siteId, name, category, members })), keptApart: places.apart };
      edges.out(JSON.stringify({ out: plan.out, byteLength: bytes.byteLength, title: content.title, signature: plan.sign && signer ? { publisher: plan.sign.publisher, fingerprint: signer.fingerprint } : null, sites: content.sites.length, postcodes: content.postcodes.length, layers, onePlace, warnings: warnings.map(inOptions) }, null, 2));
    }
    return EXIT.ok;
  },
};

async function built(plan: BuildPlan, edges: Edges, builtAt: string): Promise<BuiltPack> {
  try {
    const mapped = await Promise.all(plan.mapped.map(async (list) => ({ ...list, mapping: await mappingIn(list.mapping, edges) })));
    return await buildPack({ ...plan, mapped }, { ...edges, openSqlite, told: edges.err }, { builtAt, sha256: edges.sha256 });
  } catch (error) {
    throw error instanceof PlanError ? new UsageError(`--${error.option} ${error.message}`) : error;
  }
}

/** @throws SourceError */
async function mappingIn(path: string, edges: Edges): Promise<Mapping> {
  try {
    return parseMapping(path, JSON.parse(textOf({ name: path, bytes: await edges.read(path) })));
  } catch (cause) {
    throw cause instanceof SourceError ? cause : new SourceError(path, 'is not JSON, or cannot be read. Give the file that the mapping step saved: docs/packs.md shows one.', { cause });
  }
}

/** With the option that would mend it. */
function inOptions({ say, dateOf, osmFor }: BuildWarning): string {
  if (dateOf !== undefined) return `${say} To give the day on which its content was true: --${dateOf}-date yyyy-mm-dd.`;
  return osmFor === undefined ? say : `${say.replace(/\.$/u, '')}: --osm ${osmFor.join('=FILE --osm ')}=FILE.`;
}
