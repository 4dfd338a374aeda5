/** A part of a picture, in its own pixels from the upper left corner. Covered: painted black before anything is stored. */
export interface Part { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export interface Size { readonly width: number; readonly height: number }
interface Point { readonly x: number; readonly y: number }

/** Less than this is a slip of the finger. */
const LEAST_PIXELS = 8;
/** What one press of a button moves or stretches, of the longer side. */
const STEP = 0.04;

/** At most so many pixels on the long side, in proportion; never larger than it is. */
export function fitted({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What lies within the picture, in whole pixels, rounded outwards: what was meant to be covered is. */
function within({ x, y, width, height }: Part, size: Size): Part {
  const clamp = (value: number, most: number) => Math.min(Math.max(value, 0), most);
  const [left, top] = [Math.floor(clamp(x, size.width)), Math.floor(clamp(y, size.height))];
  return { x: left, y: top, width: Math.ceil(clamp(x + width, size.width)) - left, height: Math.ceil(clamp(y + height, size.height)) - top };
}

/** Between two points of the screen, where the picture is shown at `shown`. null: too small to be meant. */
export function partBetween(a: Point, b: Point, shown: Part, size: Size): Part | null {
  const [perX, perY] = [size.width / shown.width, size.height / shown.height];
  const part = within({
    x: (Math.min(a.x, b.x) - shown.x) * perX, y: (Math.min(a.y, b.y) - shown.y) * perY,
    width: Math.abs(a.x - b.x) * perX, height: Math.abs(a.y - b.y) * perY,
  }, size);
  return part.width < LEAST_PIXELS || part.height < LEAST_PIXELS ? null : part;
}

/** A quarter of the picture, in its middle: to be moved and stretched by buttons. */
export const middlePart = (size: Size): Part => within({ x: size.width * 3 / 8, y: size.height * 3 / 8, width: size.width / 4, height: size.height / 4 }, size);

export const MOVES = {
  left: 'Left', right: 'Right', up: 'Up', down: 'Down', wider: 'Wider', narrower: 'Narrower', taller: 'Taller', shorter: 'Shorter',
} as const;
export type Move = keyof typeof MOVES;

/** One press. Moved, it keeps its size and stays within the picture; stretched, it grows or shrinks around its middle. */
export function movedPart(part: Part, move: Move, size: Size): Part {
  const step = Math.ceil(STEP * Math.max(size.width, size.height));
  const slid = (dx: number, dy: number): Part => ({ ...part, x: Math.min(Math.max(part.x + dx, 0), size.width - part.width), y: Math.min(Math.max(part.y + dy, 0), size.height - part.height) });
  const stretched = (dw: number, dh: number): Part => {
    const [width, height] = [Math.max(part.width + dw, LEAST_PIXELS), Math.max(part.height + dh, LEAST_PIXELS)];
    return within({ x: part.x - (width - part.width) / 2, y: part.y - (height - part.height) / 2, width, height }, size);
  };
  const moves: Readonly<Record<Move, () => Part>> = {
    left: () => slid(-step, 0), right: () => slid(step, 0), up: () => slid(0, -step), down: () => slid(0, step),
    wider: () => stretched(2 * step, 0), narrower: () => stretched(-2 * step, 0), taller: () => stretched(0, 2 * step), shorter: () => stretched(0, -2 * step),
  };
  return moves[move]();
}
