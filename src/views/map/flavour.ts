/** The colours and letters of a background map. What is drawn, and in which order, is the same in all (mapRules.ts). */
export interface Flavour {
  /** Where the map does not reach. */
  readonly outside: string;
  readonly land: string;
  readonly green: string;
  readonly wood: string;
  readonly garden: string;
  /** Grounds of schools, hospitals and the like. */
  readonly grounds: string;
  /** Works, railway and military land. */
  readonly works: string;
  /** Squares and piers. */
  readonly square: string;
  readonly water: string;
  readonly waterLine: string;
  readonly building: string;
  readonly path: string;
  readonly rail: string;
  readonly minorRoad: RoadInk;
  readonly mainRoad: RoadInk;
  readonly boundary: string;
  readonly letters: { readonly fill: string; readonly halo: string; readonly place: string; readonly number: string };
  /** Times the size on a screen. */
  readonly letterScale: number;
}

export interface RoadInk { readonly edge: string; readonly fill: string }

/** Pale, so that the ink of the sites (#4b2e83, 10.6 : 1 on white) is the darkest on the map but for letters. */
const light: Flavour = {
  outside: '#e9e7e4', land: '#f6f3ee', green: '#dfebd6', wood: '#d3e3c9', garden: '#eef1e6', grounds: '#f0e9da', works: '#ecebea', square: '#efece6',
  water: '#c5dbe8', waterLine: '#a9c7d9', building: '#e0d9cf', path: '#b9a98d', rail: '#9a9a9a',
  minorRoad: { edge: '#cbc4b9', fill: '#ffffff' }, mainRoad: { edge: '#b5aa99', fill: '#fff7e0' }, boundary: '#a08fa8',
  letters: { fill: '#4a4a4a', halo: '#ffffff', place: '#4a4a4a', number: '#6a6459' }, letterScale: 1,
};

/** Told apart by lightness alone, since office printers have no colour: land white, then buildings, water, the edges of small and of main roads, letters black. */
const print: Flavour = {
  outside: '#ebebeb', land: '#ffffff', green: '#eef3ea', wood: '#e6ede1', garden: '#f8faf6', grounds: '#f5f3ee', works: '#f4f4f4', square: '#f7f7f7',
  water: '#c9d9e2', waterLine: '#8fa9b8', building: '#e0dedb', path: '#8f8675', rail: '#5f5f5f',
  minorRoad: { edge: '#9b978f', fill: '#ffffff' }, mainRoad: { edge: '#6f6a62', fill: '#ffffff' }, boundary: '#6b6b6b',
  letters: { fill: '#000000', halo: '#ffffff', place: '#000000', number: '#3a3a3a' }, letterScale: 1.1,
};

export const FLAVOURS = { light, print } as const;
export type FlavourName = keyof typeof FLAVOURS;
