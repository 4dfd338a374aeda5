import { openPack, writePack } from '@/geo';
import { CATEGORIES, CATEGORY_IDS } from '@/terms';
import { gunzipSync, strFromU8 } from 'fflate';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TRAINING_CASES } from '../../training/cases';
import { ROADS } from '../../training/roads';
import { trainingContent } from '../../training/trainingContent';
import { callSteading } from './callSteading';
import { needsSharedData, sharedData } from './sharedData';

const content = trainingContent();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const positions = (value: unknown): number[][] =>
  Array.isArray(value) ? (typeof value[0] === 'number' ? [value as number[]] : value.flatMap(positions)) : [];

describe('the training area', () => {
  it('says that it is fictional, wherever it is named', () => {
    expect(content.training).toBe(true);
    for (const title of [content.title, content.area.name, ...content.layers.map((layer) => layer.title)]) expect(title).toMatch(/fictional/u);
  });

  it('lies whole in the open North Sea', () => {
    const all = [
      ...content.sites.flatMap((site) => ('coordinates' in site.geometry ? positions(site.geometry.coordinates) : [])),
      ...content.addresses.map(({ point }) => [point.lng, point.lat]),
      ...(content.streets?.features ?? []).flatMap(({ geometry }) => ('coordinates' in geometry ? positions(geometry.coordinates) : [])),
    ];
    expect(all.length).toBeGreaterThan(5000);
    for (const [lng = 0, lat = 0] of all) {
      expect(lng > -1.2 && lng < -0.8 && lat > 56.2 && lat < 56.5, `${lng},${lat}`).toBe(true);
    }
  });

  it('has a site of every category that a map can hold, and none of those it cannot', () => {
    const held = new Set(content.sites.map((site) => site.category));
    expect(CATEGORY_IDS.filter((id) => CATEGORIES[id].found === 'mapped' && !held.has(id))).toEqual([]);
    expect([...held].filter((id) => CATEGORIES[id].found !== 'mapped')).toEqual([]);
    const uncovered = content.layers.find((layer) => layer.coverage === null);
    expect(uncovered?.categories).toEqual(['childminder', 'childrensHome']);
  });

  it('has numbers that no real record can have', () => {
    const uprns = content.addresses.map((address) => address.uprn);
    expect(uprns.every((uprn) => /^\d{13}$/u.test(uprn))).toBe(true);
    expect(new Set(uprns).size).toBe(uprns.length);
    expect(content.postcodes.every(({ postcode }) => /^ZX\d \d[A-Z]{2}$/u.test(postcode))).toBe(true);
    expect(content.addresses.every(({ postcode }) => content.postcodes.some((p) => p.postcode === postcode))).toBe(true);
  });

  it('has cases at addresses of its own, with no names of persons', () => {
    for (const { address, personReference } of TRAINING_CASES) {
      expect(content.addresses.find(({ uprn }) => uprn === address.uprn)).toMatchObject(address);
      expect(personReference).toMatch(/^TRAIN-\d{4}$/u);
    }
  });

  it('is doubtful on purpose: a position without a bound, a stale layer, a layer of half the burgh, a hole and a site in two parts', () => {
    expect(content.sites.some((site) => site.errorMetres === 'unknown')).toBe(true);
    expect(content.layers.filter((layer) => layer.staleAfter !== null && layer.staleAfter < content.builtAt).map((layer) => layer.id)).toEqual(['licensed']);
    expect(content.layers.filter((layer) => layer.staleAfter === '2099-12-31')).toHaveLength(7);
    expect(new Set(content.layers.map((layer) => JSON.stringify(layer.coverage))).size).toBe(5);
    expect(content.sites.some(({ geometry }) => geometry.type === 'Polygon' && geometry.coordinates.length === 2)).toBe(true);
    expect(content.sites.some(({ geometry }) => geometry.type === 'MultiPolygon' && geometry.coordinates.length === 2)).toBe(true);
  });

  it('has every street in its network, and a bridge that the walk by the river passes under', () => {
    const { names = [], ends = new Uint32Array(0), lengths = new Uint32Array(0) } = content.lines ?? {};
    const nodesOf = (name: string) => new Set([...lengths.keys()].filter((i) => names[i] === name).flatMap((i) => [ends[2 * i], ends[2 * i + 1]]));
    expect(ROADS.filter(({ kind, name }) => kind !== 'rail' && nodesOf(name).size < 2)).toEqual([]);
    expect([...nodesOf('Bridge Street')].filter((node) => nodesOf('Riverside Walk').has(node))).toEqual([]);
    expect([...nodesOf('Bridge Street')].filter((node) => nodesOf('High Street').has(node))).toHaveLength(1);
  });

  it('gives the same bytes every time, with its background map, in less than 600 kB', async () => {
    const build = async () => (await callSteading(['training', 'build', '--out', 'training.steadingpack'])).written.get('training.steadingpack') ?? new Uint8Array();
    const [first, second] = [await build(), await build()];
    const pack = await openPack(first, { sha256 });
    expect(pack.basemap()?.size).toBeLessThan(300_000);
    expect(sha256(first)).toBe(sha256(second));
    expect(first.byteLength).toBeLessThan(600_000);
    const renamed = await writePack({ ...content, basemap: new Uint8Array(await (pack.basemap()?.arrayBuffer() ?? new ArrayBuffer(0))), title: 'Other (fictional)' }, { sha256 });
    expect(sha256(renamed)).not.toBe(sha256(first));
  }, 120_000);

  const names = sharedData('place-names-scotland-2020/scotland_labels.geojson.gz');
  const codes = sharedData('postcodes-codepoint-open-2025-11/scotland_postcodes_wgs84.csv.gz');
  it.skipIf(!names || !codes)(`shares no name and no postcode area with Scotland ${needsSharedData}`, () => {
    const text = (path: string | null) => strFromU8(gunzipSync(readFileSync(path ?? '')));
    expect(text(names)).toMatch(/"Kinross"/u);
    expect(text(names)).not.toMatch(/Kinlowrie/iu);
    expect(text(codes)).toMatch(/^ZE/mu);
    expect(text(codes)).not.toMatch(/^ZX/mu);
  });
});
