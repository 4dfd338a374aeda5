import { writePack } from '@/geo';
import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { sha256 } from '../geo/contentFixture';
import { browserPath } from '../e2e/browserPath';
import type { Painted } from './support/mapPage';
import { table } from './support/measure';
import { syntheticContent } from './support/syntheticScotland';

export const title = 'sites of a view onto a canvas, out of a pack of 300,000, beside supercluster (goal 7; the application draws the sites of one answer, which are fewer)';

const VIEWS = [
  { what: 'a neighbourhood', lat: 55.86, lng: -4.25, zoom: 15 },
  { what: 'a part of a city', lat: 55.86, lng: -4.25, zoom: 13 },
  { what: 'a city', lat: 55.86, lng: -4.25, zoom: 12 },
] as const;

/** The page's script, by the same bundler as the application's. */
async function pageScript(): Promise<string> {
  const made = await build({
    configFile: false, logLevel: 'error', resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
    build: { write: false, minify: true, lib: { entry: fileURLToPath(new URL('./support/mapPage.ts', import.meta.url)), formats: ['iife'], name: 'mapBench' }, rolldownOptions: { output: { codeSplitting: false } } },
  });
  const [{ output }] = Array.isArray(made) ? made : [made as { output: readonly { code?: string }[] }];
  return output.map((chunk) => ('code' in chunk ? chunk.code ?? '' : '')).join('\n');
}

export async function run(): Promise<void> {
  const content = syntheticContent(300_000);
  const pack = await writePack(content, { sha256 });
  const points = content.sites.map(({ siteId, geometry }) => ({ type: 'Feature', properties: { siteId }, geometry: { type: 'Point', coordinates: JSON.stringify(geometry).match(/-?\d+(?:\.\d+)?/gu)?.slice(0, 2).map(Number) } }));
  const files: Readonly<Record<string, Buffer | string>> = { '/': '<!doctype html><title>map</title><body>', '/pack': Buffer.from(pack), '/geojson': JSON.stringify({ type: 'FeatureCollection', features: points }) };
  const server = createServer(({ url = '/' }, response) => { response.setHeader('Content-Type', url === '/' ? 'text/html' : 'application/octet-stream'); response.end(files[url] ?? ''); });
  await new Promise<void>((resolve) => { server.listen(0, 'localhost', resolve); });
  const address = server.address();
  const browser = await chromium.launch({ executablePath: browserPath() });
  try {
    const page = await browser.newPage({ viewport: { width: 820, height: 1180 } });
    await page.goto(`http://localhost:${typeof address === 'object' && address !== null ? String(address.port) : ''}/`);
    await page.addScriptTag({ content: await pageScript() });
    const rows: Record<string, string | number>[] = [];
    for (const { what, ...view } of VIEWS) {
      const [ours, clusters] = await page.evaluate(async (at): Promise<[Painted, Painted]> => {
        const { fromPack, fromClusters } = (globalThis as unknown as { mapBench: typeof import('./support/mapPage') }).mapBench;
        const [bytes, text] = [new Uint8Array(await (await fetch('/pack')).arrayBuffer()), await (await fetch('/geojson')).text()];
        return [await fromPack(bytes, at), await fromClusters(text, at)];
      }, view);
      rows.push({
        view: what, 'drawn by us': ours.drawn, 'first paint, ms': Math.round(ours.firstMs), 'drawn of clusters': clusters.drawn, 'supercluster, ms': Math.round(clusters.firstMs),
        ratio: (ours.firstMs / clusters.firstMs).toFixed(2), 'frames a pan': ours.panFrames.toFixed(1), 'of clusters': clusters.panFrames.toFixed(1),
      });
    }
    table(rows);
  } finally {
    await browser.close();
    server.close();
  }
}
