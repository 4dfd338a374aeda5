import type { PackContent } from '../pack/content';
import type { Sha256 } from '../pack/sha256';
import { writePack } from '../pack/write';
import { onePlaceOneSite, type OnePlace } from '../sources/onePlace';
import type { BuildFiles } from './buildFiles';
import { type BuildWarning, buildReport, buildWarnings } from './buildReport';
import { packContent } from './packContent';
import { packSources } from './packSources';
import { placeReport } from './placeReport';
import type { PackPlan } from './plan';

/** A pack and the account of it: what was read, kept, dropped and flagged of each source. */
export interface BuiltPack {
  readonly content: PackContent;
  readonly places: OnePlace;
  readonly report: readonly string[];
  readonly warnings: readonly BuildWarning[];
  /** null: none of the sources has a site in the area or its margin, and nothing was built. Not signed. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
}

/** `builtAt`: ISO instant; `joining`: called once every source is read. @throws SourceError for a file that is of no use, PlanError for what cannot be meant */
export async function buildPack(plan: PackPlan, files: BuildFiles, { builtAt, sha256, joining = () => undefined }: { readonly builtAt: string; readonly sha256: Sha256; readonly joining?: () => void }): Promise<BuiltPack> {
  const sources = await packSources(plan, files);
  joining();
  const listed = packContent(plan, sources, builtAt);
  const places = onePlaceOneSite(listed.layers, listed.sites);
  const content = { ...listed, sites: places.sites };
  const bytes = content.sites.length === 0 ? null : await writePack(content, { sha256 });
  return { content, places, report: [...buildReport(content), ...placeReport(places, content)], warnings: buildWarnings(content), bytes };
}
