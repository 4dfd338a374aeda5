// @vitest-environment happy-dom
import { useMapFrame } from '@/stores';
import RecordMap from '@/views/map/RecordMap.vue';
import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defineComponent } from 'vue';
import { stores } from '../stores/stores';

const moved = vi.fn();
const IN_VIEW = [-3.9, 55.7, -3.8, 55.8] as const;
/** A map that says which part it shows and how it is moved; drawing one takes a browser. */
const MapPanel = defineComponent({
  props: { scene: { type: Object, required: true }, still: Boolean, framing: Boolean }, setup: (_, { expose }) => { expose({ inView: () => IN_VIEW, moveBy: moved }); },
  template: '<div class="st_map__frame" tabindex="0" :data-still="still" :data-framing="framing"></div>',
});
const SCENE = { centre: { lng: 0, lat: 0 }, pin: null, errorMetres: null, radiusMetres: null, sites: [] };

afterEach(() => { document.body.replaceChildren(); moved.mockReset(); });

function shown(framed = false) {
  const { pinia } = stores();
  const frames = useMapFrame(pinia);
  const keep = vi.spyOn(frames, 'keep').mockResolvedValue();
  const wrapper = mount(RecordMap, { attachTo: document.body, props: { scene: framed ? { ...SCENE, framed: [...IN_VIEW] } : SCENE }, global: { plugins: [pinia], stubs: { MapPanel } } });
  const press = async (name: string) => {
    await (wrapper.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()) === name) ?? expect.fail(name)).trigger('click');
    await flushPromises();
  };
  return { wrapper, frames, keep, press, buttons: () => wrapper.findAll('button').map((one) => one.attributes('aria-label') ?? one.text()) };
}

describe('the map of a record', () => {
  it('is moved by buttons alone, kept as it is seen, and the focus stays with whoever works it', async () => {
    const { press, keep, buttons, wrapper } = shown();
    expect(buttons()).toEqual(['Frame this map for print']);
    await press('Frame this map for print');
    expect(wrapper.get('.st_map__frame').attributes()).toMatchObject({ 'data-framing': 'true', 'data-still': 'false' });
    expect(document.activeElement?.className).toBe('st_map__frame');
    for (const way of ['left', 'up', 'down', 'right']) await press(`Move the view ${way}`);
    expect(moved.mock.calls).toEqual([[-0.2, 0], [0, -0.2], [0, 0.2], [0.2, 0]]);
    await press('Keep this frame');
    expect(keep.mock.calls).toEqual([[IN_VIEW]]);
    expect(document.activeElement?.textContent).toBe('Frame this map for print');
  });

  it('is left as it was, or shown whole again', async () => {
    const { press, keep, frames } = shown(true);
    await press('Frame this map for print');
    await press('Leave it as it was');
    expect([frames.framing, keep.mock.calls]).toEqual([false, []]);
    await press('Show all of it again');
    expect(keep.mock.calls).toEqual([[null]]);
  });

  it('says why a frame was not kept, and stays in the framing', async () => {
    const { press, keep, wrapper, frames } = shown();
    keep.mockRejectedValue(new Error('Somebody else saved this record since.'));
    await press('Frame this map for print');
    await press('Keep this frame');
    expect(wrapper.get('[role="alert"]').text()).toContain('Somebody else saved');
    expect(frames.framing).toBe(true);
  });

  it('is no longer being framed once its screen is left', async () => {
    const { press, wrapper, frames } = shown();
    await press('Frame this map for print');
    wrapper.unmount();
    expect(frames.framing).toBe(false);
  });
});
