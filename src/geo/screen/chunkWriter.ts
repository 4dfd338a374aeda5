import { CATEGORY_IDS } from '@/terms';
import type { ScreenChunk } from './chunk';
import type { Look } from './lookFrom';

/** A chunk is handed over at so many addresses or rows of sites: some 20 ms of work in a dense city, so that a page breathes and a cancel is felt. */
const MOST_ADDRESSES = 250;
const MOST_ROWS = 100_000;

const rows = (room: number) => ({ site: new Uint32Array(room), metres: new Float64Array(room), bearing: new Int16Array(room), inside: new Uint8Array(room) });

/** Gathers answers into chunks; its own columns are used again, and copied at their length when a chunk is taken. */
export function chunkWriter() {
  const categories = CATEGORY_IDS.length;
  const address = new Uint32Array(MOST_ADDRESSES);
  const firstSite = new Uint32Array(MOST_ADDRESSES + 1);
  const status = new Uint8Array(MOST_ADDRESSES * categories);
  const coverage = new Uint8Array(MOST_ADDRESSES * categories);
  let room = rows(4_096);
  let addresses = 0;
  let count = 0;

  function makeRoom(more: number): void {
    if (count + more <= room.site.length) return;
    const grown = rows(2 * (count + more));
    grown.site.set(room.site); grown.metres.set(room.metres); grown.bearing.set(room.bearing); grown.inside.set(room.inside);
    room = grown;
  }

  return {
    isFull: () => addresses === MOST_ADDRESSES || count >= MOST_ROWS,
    isEmpty: () => addresses === 0,
    add(place: number, look: Look, ofCategory: Uint8Array, coverageOfCategory: Uint8Array): void {
      makeRoom(look.count);
      room.site.set(look.site.subarray(0, look.count), count);
      room.metres.set(look.metres.subarray(0, look.count), count);
      room.bearing.set(look.bearing.subarray(0, look.count), count);
      room.inside.set(look.inside.subarray(0, look.count), count);
      status.set(ofCategory, addresses * categories);
      coverage.set(coverageOfCategory, addresses * categories);
      address[addresses++] = place;
      firstSite[addresses] = count += look.count;
    },
    take(): ScreenChunk {
      const chunk = {
        address: address.slice(0, addresses), firstSite: firstSite.slice(0, addresses + 1),
        site: room.site.slice(0, count), metres: room.metres.slice(0, count), bearing: room.bearing.slice(0, count), inside: room.inside.slice(0, count),
        status: status.slice(0, addresses * categories), coverage: coverage.slice(0, addresses * categories),
      };
      addresses = 0;
      count = 0;
      return chunk;
    },
  };
}
