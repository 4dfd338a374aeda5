import type { WordPicture } from '@/report/word';
import type { MapScene } from '@/stores';
import { drawMap, type DrawnMap, type MapBackground } from './drawMap';
import { manySites, PAPER } from './paper';
import { paintMarks } from './paintMarks';

/** Dots of the picture to a pixel of the map: about 180 to the inch on A4. */
const DOTS = 2;
const INSET = 5;
const LETTERS = '11px Roboto, sans-serif';

/** As long as a line may be, in words that stay whole. */
function linesOf(context: CanvasRenderingContext2D, words: string, width: number): readonly string[] {
  return words.split(/\s+/u).reduce<readonly string[]>((lines, word) => {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    return lines.length > 0 && context.measureText(longer).width <= width ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

function paintScale(context: CanvasRenderingContext2D, { metres, pixels }: ReturnType<DrawnMap['scale']>): void {
  const [left, bottom] = [INSET + 3, PAPER.height - INSET];
  context.fillStyle = '#ffffffd9';
  context.fillRect(INSET, bottom - 24, pixels + 8, 24);
  context.strokeStyle = '#1a1a1a';
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(left, bottom - 11);
  context.lineTo(left, bottom - 3);
  context.lineTo(left + pixels, bottom - 3);
  context.lineTo(left + pixels, bottom - 11);
  context.stroke();
  context.fillStyle = '#1a1a1a';
  context.font = '12px Roboto, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(`${metres} m`, left + pixels / 2, bottom - 9);
}

function paintCredit(context: CanvasRenderingContext2D, credit: string): void {
  context.font = LETTERS;
  const lines = linesOf(context, credit, PAPER.width - 180);
  const width = Math.max(...lines.map((line) => context.measureText(line).width));
  const height = lines.length * 15 + 4;
  context.fillStyle = '#ffffffd9';
  context.fillRect(PAPER.width - width - 10, PAPER.height - height, width + 10, height);
  context.fillStyle = '#333333';
  context.textAlign = 'right';
  context.textBaseline = 'alphabetic';
  lines.forEach((line, at) => { context.fillText(line, PAPER.width - INSET, PAPER.height - height + 13 + at * 15); });
}

function painted(host: HTMLElement, scale: ReturnType<DrawnMap['scale']>, credit: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = PAPER.width * DOTS;
  canvas.height = PAPER.height * DOTS;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no canvas to draw on.');
  context.scale(DOTS, DOTS);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, PAPER.width, PAPER.height);
  const frame = host.getBoundingClientRect();
  for (const layer of host.querySelectorAll('canvas')) {
    const { left, top, width, height } = layer.getBoundingClientRect();
    if (layer.width > 0 && layer.height > 0) context.drawImage(layer, left - frame.left, top - frame.top, width, height);
  }
  paintMarks(context, host);
  paintScale(context, scale);
  if (credit !== '') paintCredit(context, credit);
  context.strokeStyle = '#666666';
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, PAPER.width - 1, PAPER.height - 1);
  return canvas;
}

/** The map of a scene as paper shows it, as a PNG made on this device: background, sites, their numbers, the pin, scale and credit. Drawn beyond the screen, so it is the same on every device. */
export async function mapPicture(scene: MapScene, background: MapBackground, creditOf: (ground: DrawnMap['ground']) => string): Promise<Omit<WordPicture, 'beside'>> {
  const host = document.createElement('div');
  host.className = 'st_map st_map--paper';
  host.classList.toggle('st_map--many', manySites(scene));
  host.inert = true;
  host.ariaHidden = 'true';
  document.body.append(host);
  try {
    const map = await drawMap(host, background, { interactive: false, flavour: 'print' });
    try {
      map.show(scene);
      map.fit(scene.framed);
      await Promise.all([map.settled(), document.fonts.ready]);
      const canvas = painted(host, map.scale(), creditOf(map.ground));
      const blob = await new Promise<Blob | null>((resolve) => { canvas.toBlob(resolve, 'image/png'); });
      if (blob === null) throw new Error('This browser made no picture of the map.');
      const alt = `Map of the address and the numbered sites${scene.framed === undefined ? '' : ', as the officer framed it'}. The table holds the same numbers.`;
      return { png: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height, alt };
    } finally {
      map.remove();
    }
  } finally {
    // Leaflet takes its map down in a frame of its own.
    requestAnimationFrame(() => { requestAnimationFrame(() => { host.remove(); }); });
  }
}
