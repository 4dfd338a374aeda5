/** What the text of a GeoJSON or Overpass file shows without being parsed: files of hundreds of megabytes are only to be told apart. */
export interface JsonSeen {
  readonly head: string;
  /** Names of properties, and of whatever else stands before a colon. */
  readonly keys: ReadonlySet<string>;
  readonly counts: Readonly<Record<keyof typeof SIGNS, number>>;
}

const SIGNS = {
  overpass: /"(?:osm3s|elements)"\s*:/gu,
  features: /"type"\s*:\s*"Feature"/gu,
  points: /"(?:Multi)?Point"/gu,
  lines: /"(?:Multi)?LineString"/gu,
  polygons: /"(?:Multi)?Polygon"/gu,
  councilCodes: /"S12\d{6}"/gu,
  /** Ids as OpenStreetMap's exporters write them. */
  osm: /"@?id"\s*:\s*"(?:(?:node|way|relation)\/\d+|[nwra]\d+)"|"(?:osm_id|@id)"\s*:/gu,
  ways: /"highway"\s*:|"class"\s*:\s*"(?:motorway|trunk|primary|secondary|tertiary|minor|service|path|track|pedestrian|rail)"/gu,
  buildings: /"building"\s*:|"(?:addr:)?housenumber"\s*:|"landuse"\s*:|"natural"\s*:|"render_height"\s*:/gu,
  /** What only places carry. */
  kinds: /"(?:amenity|leisure|shop|club|social_facility)"\s*:/gu,
  labels: /"(?:class|place|type)"\s*:\s*"(?:city|town|village|hamlet|suburb|quarter|neighbourhood|locality|isolated_dwelling|other settlement|suburban area|la)"/giu,
} as const;
const KEY = /"([^"\\\n]{1,60})"\s*:/gu;

/** Enough to tell; what comes after is more of the same. */
const MOST_FEATURES = 20_000;
const MOST_LETTERS = 64_000_000;
/** Longer than any key with its value that is looked for. */
const OVERLAP = 200;

export async function seeJson(pieces: AsyncIterable<string>): Promise<JsonSeen> {
  const keys = new Set<string>();
  const counts: Record<keyof typeof SIGNS, number> = { overpass: 0, features: 0, points: 0, lines: 0, polygons: 0, councilCodes: 0, osm: 0, ways: 0, buildings: 0, kinds: 0, labels: 0 };
  let [head, rest, letters] = ['', '', 0];
  const see = (text: string) => {
    for (const [, key = ''] of text.matchAll(KEY)) if (keys.size < 2000) keys.add(key);
    for (const sign of Object.keys(SIGNS) as (keyof typeof SIGNS)[]) counts[sign] += text.match(SIGNS[sign])?.length ?? 0;
  };
  for await (const piece of pieces) {
    if (head === '') head = piece.slice(0, 4000);
    letters += piece.length;
    const text = rest + piece;
    // Cut where an object ends, so that no word is cut in two; inside one long outline there is no word.
    const end = text.lastIndexOf('}') + 1 || Math.max(0, text.length - OVERLAP);
    see(text.slice(0, end));
    rest = text.slice(end);
    if (counts.features >= MOST_FEATURES || counts.overpass > 0 || letters > MOST_LETTERS) return { head, keys, counts };
  }
  see(rest);
  return { head, keys, counts };
}
