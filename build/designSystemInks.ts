import type { Plugin } from 'vite';

/** Where the colour stands: letters, what they stand on, and lines of every kind. */
type Place = 'text' | 'ground' | 'line';

/** The design system knows one theme, in literal colours. Each that Steading shows is one of its own (src/theme.css). */
const OURS: Readonly<Record<Place, Readonly<Record<string, string>>>> = {
  text: { '#1a1a1a': 'ink', '#5e5e5e': 'quiet', '#0065bd': 'link', 'rgb(0,66.9325396825,125.25)': 'link-strong', '#d32205': 'error' },
  ground: {
    '#fff': 'paper', '#5e5e5e': 'quiet', '#f8f8f8': 'soft', '#ebebeb': 'softer', '#b3b3b3': 'line', 'rgb(217.6861375301,237.6263497495,255)': 'tint',
    '#0065bd': 'button', 'rgb(0,66.9325396825,125.25)': 'button-strong',
  },
  line: { '#1a1a1a': 'ink', '#5e5e5e': 'quiet', '#b3b3b3': 'line', '#ebebeb': 'softer', '#0065bd': 'link', '#d32205': 'error', '#fff': 'paper', 'rgb(0,66.9325396825,125.25)': 'link-strong' },
};
/** The same in both themes: the yellow of what has the focus with the black on it, and the white on a coloured ground. */
const KEPT: Readonly<Record<Place, readonly string[]>> = { text: ['#fff'], ground: ['#fdd522'], line: ['#fdd522'] };
const FOCUSED = /:focus(?!\)|-within\))/u;
const FOCUS_INK = '#1a1a1a';

const COLOUR = /#[\da-f]{3,8}\b|(?:rgb|hsl)a?\([^)]*\)/giu;
const RULE = /([^{}]+)\{([^{}]*)\}/gu;

function placeOf(property: string): Place | null {
  if (/^(?:color|fill)$/u.test(property)) return 'text';
  if (/^background(?:-color)?$/u.test(property)) return 'ground';
  return /^(?:border|outline|box-shadow|filter)/u.test(property) ? 'line' : null;
}

interface Hsl { readonly hue: number; readonly saturation: number; readonly lightness: number; readonly alpha: number }

/** Parts in percent but for the hue in degrees and alpha of 1; null where it cannot be read. */
function hslOf(colour: string): Hsl | null {
  const numbers = (colour.match(/[\d.]+/gu) ?? []).map(Number);
  const [a = 0, b = 0, c = 0, alpha = 1] = colour.startsWith('#') ? (colour.length === 7 ? [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16)) : [NaN]) : numbers;
  if (Number.isNaN(a)) return null;
  if (colour.startsWith('hsl')) return { hue: a, saturation: b, lightness: c, alpha };
  const [red, green, blue] = [a / 255, b / 255, c / 255];
  const [top, low] = [Math.max(red, green, blue), Math.min(red, green, blue)];
  const [spread, lightness] = [top - low, (top + low) / 2];
  const hue = spread === 0 ? 0 : top === red ? (green - blue) / spread : top === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  return { hue: (hue * 60 + 360) % 360, saturation: spread === 0 ? 0 : 100 * spread / (1 - Math.abs(2 * lightness - 1)), lightness: 100 * lightness, alpha };
}

/** Percent, far enough apart for letters of any hue, yellow too. */
const DARK_GROUND = 16;
const LIGHT_LETTERS = 78;

/** What has no colour of ours keeps its hue, and what was light becomes dark: the marks that the design system paints in nine tints. */
function mirrored(colour: string, place: Place): string {
  const hsl = hslOf(colour);
  const isShade = hsl !== null && hsl.lightness % 100 === 0 && hsl.alpha < 1;
  if (hsl === null || isShade || (place === 'ground' && hsl.lightness < 50)) return colour;
  const lightness = place === 'ground' ? DARK_GROUND : LIGHT_LETTERS;
  return `light-dark(${colour},hsl(${String(Math.round(hsl.hue))} ${String(Math.round(hsl.saturation))}% ${String(lightness)}%/${String(hsl.alpha)}))`;
}

/** The same rules with colours that know both themes; what has the focus stays as it is. */
export function inked(css: string): string {
  return css.replace(RULE, (_rule, selector: string, body: string) => {
    const declarations = body.split(/;(?![^(]*\))/u).map((declaration) => {
      const at = declaration.indexOf(':');
      const place = placeOf(declaration.slice(0, at).trim());
      if (place === null) return declaration;
      return declaration.slice(0, at) + declaration.slice(at).replace(COLOUR, (colour) => {
        if (KEPT[place].includes(colour) || (colour === FOCUS_INK && FOCUSED.test(selector))) return colour;
        const ours = OURS[place][colour];
        return ours === undefined ? mirrored(colour, place) : `var(--st-${ours})`;
      });
    });
    return `${selector}{${declarations.join(';')}}`;
  });
}

/** Gives the design system's style sheet Steading's own colours as it is built in. */
export function designSystemInks(): Plugin {
  return {
    name: 'design-system-inks',
    enforce: 'pre',
    transform: (code, id) => (/@scottish-government\/design-system\/.*\.css/u.test(id) ? { code: inked(code), map: null } : null),
  };
}
