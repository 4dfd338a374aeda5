/** A place on the picture, in pixels of the screen. */
interface Spot { readonly x: number; readonly y: number; readonly size: number }

/** What stands over the canvases of a map as elements of the page, read from where it stands: names of streets, numbers, the pin. The looks are those of MapPanel.vue. */
export function paintMarks(context: CanvasRenderingContext2D, host: HTMLElement): void {
  const frame = host.getBoundingClientRect();
  const zIndex = (mark: HTMLElement) => Number(mark.style.zIndex) || 0;
  for (const mark of [...host.querySelectorAll<HTMLElement>('.leaflet-marker-icon')].sort((a, b) => zIndex(a) - zIndex(b))) {
    const inner = mark.querySelector('span');
    if (inner === null) continue;
    const box = (mark.classList.contains('st_map-pin') ? mark : inner).getBoundingClientRect();
    const spot = { x: (box.left + box.right) / 2 - frame.left, y: (box.top + box.bottom) / 2 - frame.top, size: box.width };
    if (mark.classList.contains('st_map-pin')) paintPin(context, spot);
    else if (mark.classList.contains('st_map-name')) paintName(context, spot, inner);
    else paintNumber(context, spot, inner);
  }
}

function write(context: CanvasRenderingContext2D, { x, y }: Spot, words: HTMLElement): void {
  context.font = getComputedStyle(words).font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words.textContent, x, y + 0.5);
}

function paintName(context: CanvasRenderingContext2D, spot: Spot, words: HTMLElement): void {
  context.font = getComputedStyle(words).font;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = '#ffffff';
  context.strokeText(words.textContent, spot.x, spot.y + 0.5);
  context.fillStyle = getComputedStyle(words).color;
  write(context, spot, words);
}

function paintNumber(context: CanvasRenderingContext2D, spot: Spot, words: HTMLElement): void {
  context.beginPath();
  context.arc(spot.x, spot.y, spot.size / 2, 0, 2 * Math.PI);
  context.fillStyle = '#ffffff';
  context.fill();
  context.beginPath();
  context.arc(spot.x, spot.y, spot.size / 2 - 1.5, 0, 2 * Math.PI);
  context.fillStyle = '#4b2e83';
  context.fill();
  context.fillStyle = '#ffffff';
  write(context, spot, words);
}

/** A drop whose tip is the place. */
function paintPin(context: CanvasRenderingContext2D, { x, y }: Spot): void {
  const [radius, up] = [6, 6 * Math.SQRT2];
  context.beginPath();
  context.arc(x, y - up, radius, Math.PI / 4, (3 * Math.PI) / 4, true);
  context.lineTo(x, y);
  context.closePath();
  context.lineJoin = 'round';
  context.lineWidth = 5;
  context.strokeStyle = '#ffffff';
  context.stroke();
  context.fillStyle = '#1a1a1a';
  context.fill();
}
