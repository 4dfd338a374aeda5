// @vitest-environment happy-dom
import { type MapScene } from '@/stores';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import { L } from '../../src/views/map/leaflet';
import MapPanel from '../../src/views/map/MapPanel.vue';
import { siteNames } from '../../src/views/map/siteNames';
import { fakeDoor, fakeVault } from './fakeDoor';
import { mounted } from './mounted';

const map = vi.hoisted(() => ({ panBy: vi.fn(), zoomBy: vi.fn() }));
vi.mock('../../src/views/map/drawMap', () => ({
  drawMap: () => Promise.resolve({ ...map, ground: 'none', settled: () => Promise.resolve(), show: () => undefined, fit: () => undefined, centre: () => ({ lng: 0, lat: 0 }), scale: () => ({ metres: 100, pixels: 50 }), remove: () => undefined }),
}));

const SCENE = { sites: [], pin: null, centre: { lng: -3, lat: 56 } } as unknown as MapScene;
afterEach(() => { document.body.replaceChildren(); });

describe('a map for whoever cannot drag (WCAG 2.5.7)', () => {
  const shown = async (still: boolean) => {
    const { wrapper } = await mounted(defineComponent(() => () => h(MapPanel, { scene: SCENE, still })), { door: fakeDoor().door, open: fakeVault() });
    await vi.waitFor(() => { expect(wrapper.get('.st_map').attributes('data-state')).toBe('ready'); });
    return wrapper;
  };

  it.each([['west', -1, 0], ['north', 0, -1], ['south', 0, 1], ['east', 1, 0]] as const)('moves %s by a press', async (to, across, down) => {
    map.panBy.mockClear();
    const wrapper = await shown(false);
    await wrapper.get(`[aria-label="Move the map ${to}"]`).trigger('click');
    expect(map.panBy.mock.calls.map(([by]) => [Math.sign((by as { across: number }).across), Math.sign((by as { down: number }).down)])).toEqual([[across, down]]);
  });

  it('control: one for paper has no buttons, and is drawn in the colours of paper', async () => {
    const wrapper = await shown(true);
    expect(wrapper.findAll('button')).toHaveLength(0);
    expect(wrapper.get('.st_map').classes()).toContain('st_paper');
  });
});

describe('the name beside a site (WCAG 1.4.13)', () => {
  let names: ReturnType<typeof siteNames>;
  let marks: readonly L.Marker[];
  beforeEach(() => {
    vi.useFakeTimers();
    const element = document.body.appendChild(document.createElement('div'));
    const drawn = L.map(element, { zoomAnimation: false, fadeAnimation: false }).setView([56, -3], 14);
    names = siteNames();
    marks = ['1. Market School', '2. Play park'].map((text) => {
      const mark = L.marker([56, -3]).addTo(drawn);
      names.name(mark, text);
      return mark;
    });
    marks[0]?.fire('mouseover');
  });
  afterEach(() => { names.stop(); vi.useRealTimers(); });
  const seen = () => [...document.querySelectorAll('.st_map-tip')].map((tip) => tip.textContent);
  const tip = () => document.querySelector('.st_map-tip');

  it('is shown, and goes a moment after the pointer has left', () => {
    expect(seen()).toEqual(['1. Market School']);
    marks[0]?.fire('mouseout');
    expect(seen()).toEqual(['1. Market School']);
    vi.advanceTimersByTime(1_000);
    expect(seen()).toEqual([]);
  });

  it('stays while the pointer is over it', () => {
    marks[0]?.fire('mouseout');
    tip()?.dispatchEvent(new Event('pointerenter'));
    vi.advanceTimersByTime(10_000);
    expect(seen()).toEqual(['1. Market School']);
    tip()?.dispatchEvent(new Event('pointerleave'));
    vi.advanceTimersByTime(1_000);
    expect(seen()).toEqual([]);
  });

  it('goes with Escape, and with no other key', () => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    expect(seen()).toHaveLength(1);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(seen()).toEqual([]);
  });

  it('gives way to the next one', () => {
    marks[1]?.fire('mouseover');
    expect(seen()).toEqual(['2. Play park']);
  });
});
