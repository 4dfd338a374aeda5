import { signPack, writePack } from '@/geo';
import { onePlaceOneSite } from '@/geo/sources';
import { buildReport, buildWarnings } from './buildReport';
import { EXIT, type Command } from './command';
import { packBuildOptions } from './packBuildOptions';
import { PACK_BUILD_USAGE } from './packBuildUsage';
import { packContent } from './packContent';
import { packSources } from './packSources';
import { placeReport } from './placeReport';
import { openKey } from './publisherKeyFile';

export const packBuild: Command = {
  name: 'pack build',
  usage: PACK_BUILD_USAGE,
  run: async (args, edges) => {
    const builtAt = edges.now().toISOString();
    const plan = packBuildOptions(args, builtAt.slice(0, 10));
    // Before the work: a slip in the passphrase is told at once.
    const signer = plan.sign && (await openKey(plan.sign, edges));
    if (plan.sign && signer === null) return EXIT.data;
    const listed = packContent(plan, await packSources(plan, edges), builtAt);
    const places = onePlaceOneSite(listed.layers, listed.sites);
    const content = { ...listed, sites: places.sites };
    for (const line of [...buildReport(content), ...placeReport(places, content)]) edges.err(line);
    if (content.sites.length === 0) {
      edges.err('Nothing was built: none of the sources has a site in the area or within 5 km of it. Check --area or --bbox against the files.');
      return EXIT.data;
    }
    const unsigned = await writePack(content, { sha256: edges.sha256 });
    const bytes = plan.sign && signer ? await signPack(unsigned, { sha256: edges.sha256, publisher: plan.sign.publisher, signer }) : unsigned;
    await edges.writeWhole(plan.out, bytes);
    edges.err(`${content.title}: ${String(content.sites.length)} sites, ${String(content.postcodes.length)} postcodes; ${String(bytes.byteLength)} bytes in ${plan.out}. ${plan.sign && signer ? `Signed by ${plan.sign.publisher}, fingerprint ${signer.fingerprint}.` : 'Not signed: officers will be told so (--sign KEYFILE).'}`);
    if (plan.json) {
      const layers = content.layers.map(({ id, title, categories, asOf, staleAfter, counts, leavesOut }) => ({ id, title, categories, asOf, staleAfter, counts, leavesOut }));
      const onePlace = { merged: places.merged.map(({ siteId, name, category, members }) => ({ siteId, name, category, members })), keptApart: places.apart };
      edges.out(JSON.stringify({ out: plan.out, byteLength: bytes.byteLength, title: content.title, signature: plan.sign && signer ? { publisher: plan.sign.publisher, fingerprint: signer.fingerprint } : null, sites: content.sites.length, postcodes: content.postcodes.length, layers, onePlace, warnings: buildWarnings(content) }, null, 2));
    }
    return EXIT.ok;
  },
};
