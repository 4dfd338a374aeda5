import type { Pack, PackLayer } from '../../src/views/parts/shapes';

const SQUARE = { type: 'MultiPolygon' as const, coordinates: [[[[-4, 55], [-3, 55], [-3, 56], [-4, 56], [-4, 55]]]] };

export function layer(change: Partial<PackLayer> = {}): PackLayer {
  return {
    id: 'schools',
    title: 'School roll',
    categories: ['school'],
    publisher: 'Scottish Government',
    licence: 'OGL v3',
    attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
    asOf: '2026-03-01',
    staleAfter: '2027-03-01',
    position: { errorMetres: 25, extentMetres: 150, note: 'Points lie on the main building.' },
    coverage: SQUARE,
    leavesOut: [{ what: 'Independent nurseries without a school', count: 12, ask: 'Ask the council (education).' }],
    counts: { read: 1200, kept: 1190, dropped: [{ reason: 'no position', count: 10 }], flagged: [] },
    ...change,
  };
}

export function pack(layers: readonly PackLayer[], change: Partial<Pack> = {}): Pack {
  return {
    format: 'steading-pack', version: 1, packId: '0123456789abcdef'.repeat(4), title: 'East Lothian, November 2026', training: false, builtAt: '2026-11-01T09:00:00.000Z',
    area: { name: 'East Lothian', councilCode: 'S12000010', boundary: SQUARE }, layers, sections: [], ...change,
  };
}
