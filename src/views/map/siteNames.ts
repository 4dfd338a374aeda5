import { L } from './leaflet';

/** How long a name waits for the pointer to come over from its site. */
const LINGERS_MS = 250;

/** Names beside the pointer. One stays while the pointer is over its site or over the name itself; it goes once the pointer has left both, with the next name, or with Escape (WCAG 1.4.13). */
export function siteNames() {
  let shown: L.Layer | null = null;
  let going: ReturnType<typeof setTimeout> | undefined;
  const stay = () => { clearTimeout(going); };
  function close(): void {
    stay();
    shown?.closeTooltip();
    shown = null;
  }
  const later = () => {
    stay();
    going = setTimeout(close, LINGERS_MS);
  };
  const onKey = ({ key }: KeyboardEvent) => { if (key === 'Escape') close(); };
  document.addEventListener('keydown', onKey);

  function name(layer: L.Layer, text: string): void {
    const node = document.createElement('span');
    node.textContent = text;
    layer.bindTooltip(node, { className: 'st_map-tip' });
    // As Leaflet would have it, it goes with the first step off its site.
    layer.off('mouseout', layer.closeTooltip);
    layer.on('mouseout', later);
    layer.on('tooltipopen', () => {
      if (shown !== layer) close();
      stay();
      shown = layer;
      const tip = layer.getTooltip()?.getElement();
      if (tip) [tip.onpointerenter, tip.onpointerleave] = [stay, later];
    });
  }

  return {
    name,
    stop(): void {
      close();
      document.removeEventListener('keydown', onKey);
    },
  };
}
