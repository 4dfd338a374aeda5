import { createHash } from 'node:crypto';
import { type PackContent, signPack, writePack } from '../../src/geo';
import type { PublisherKey } from '../../src/vault/format';
import { trainingContent } from '../../training/trainingContent';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The made-up burgh, offered as if it were a real area: small, and with every kind of answer. */
export async function packFile(change: (content: PackContent) => PackContent = (content) => content): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const content = change({ ...trainingContent(), training: false, title: 'Burgh for tests', builtAt: '2026-06-01T00:00:00Z' });
  return asFile(Buffer.from(await writePack(content, { sha256 })));
}

export function asFile(buffer: Buffer): { name: string; mimeType: string; buffer: Buffer } {
  return { name: 'area.steadingpack', mimeType: 'application/octet-stream', buffer };
}

/** Markup in every word that a pack brings: where it became HTML, `window.ran` would say where. */
export function withMarkup(content: PackContent): PackContent {
  const mark = (where: string, words: string) => `<img src=x onerror="window.ran='${where}'"> ${words}`;
  return {
    ...content,
    title: mark('title', content.title),
    area: { ...content.area, name: mark('area', content.area.name) },
    layers: content.layers.map((layer) => ({
      ...layer, title: mark('layer', layer.title), publisher: mark('publisher', layer.publisher), licence: mark('licence', layer.licence), attribution: mark('attribution', layer.attribution),
      position: { ...layer.position, note: mark('position', layer.position.note) },
      leavesOut: layer.leavesOut.map((left) => ({ ...left, what: mark('leavesOut', left.what), ask: mark('ask', left.ask) })),
    })),
    sites: content.sites.map((site) => ({ ...site, name: mark('site', site.name), detail: mark('detail', site.detail), address: mark('siteAddress', site.address), flags: site.flags.map((flag) => mark('flag', flag)) })),
    addresses: content.addresses.map((address) => ({ ...address, text: mark('address', address.text) })),
    streets: content.streets && { ...content.streets, features: content.streets.features.map((feature) => feature.properties.name === undefined ? feature : { ...feature, properties: { ...feature.properties, name: mark('street', feature.properties.name) } }) },
  };
}

/** The same, signed. */
export async function signedPackFile(publisher: string, signer: PublisherKey, change: (content: PackContent) => PackContent = (content) => content): Promise<ReturnType<typeof asFile>> {
  const { buffer } = await packFile(change);
  return asFile(Buffer.from(await signPack(new Uint8Array(buffer), { sha256, publisher, signer })));
}
