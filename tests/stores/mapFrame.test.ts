// @vitest-environment happy-dom
import type { MapFrame } from '@/record';
import { useMapFrame } from '@/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetDevice } from '../vault/testDoor';
import { openCase, rationale, vaultWithCase } from './openCase';

afterEach(forgetDevice);

const FRAME: MapFrame = [-3.901, 55.799, -3.899, 55.801];

async function framing() {
  const vault = await vaultWithCase();
  const page = await openCase(vault);
  return { ...page, vault, frames: useMapFrame(page.pinia) };
}

describe('framing the map', () => {
  it('is on record and on the log, with officer and time, and changes no answer', async () => {
    const { frames, open, vault } = await framing();
    const before = open.stored?.docs.assessment ?? expect.fail('nothing is open');
    await frames.keep(FRAME);
    const { mapFrame, history, ...after } = open.stored?.docs.assessment ?? expect.fail('nothing is open');
    expect(mapFrame).toEqual(FRAME);
    expect(after).toEqual({ ...before, history: undefined, mapFrame: undefined });
    expect(history.at(-1)).toMatchObject({ by: vault.officer.name, what: 'map framed for print', fields: [{ path: 'assessment.mapFrame', from: null, to: FRAME }] });
    expect((await vault.readLog()).at(-1)).toMatchObject({ event: 'alteration', act: 'map framed for print', about: [{ table: 'assessment', id: 's1', rev: 2 }] });
    expect([open.changed, open.storedScene?.framed]).toEqual([[], FRAME]);
    expect(frames.beside).toMatch(/^\d of \d numbered sites lie outside the map as framed; the table has all\.$/u);
  });

  it('is undone, and both stay in the history', async () => {
    const { frames, open } = await framing();
    await frames.keep(FRAME);
    await frames.keep([FRAME[0], FRAME[1], FRAME[2], 55.9]);
    await frames.keep(null);
    expect(open.storedScene).not.toHaveProperty('framed');
    expect(frames.beside).toBe('');
    expect(open.stored?.docs.assessment.history.map(({ what, fields }) => [what, fields.length])).toEqual([['map framed for print', 1], ['map framed for print', 1], ['map shown whole again in print', 1]]);
  });

  it('puts no draft on record: that comes first', async () => {
    const { frames, open, type } = await framing();
    await type(rationale('Still being written'));
    await expect(frames.keep(FRAME)).rejects.toThrow('still a draft');
    expect(open.stored?.docs.assessment).not.toHaveProperty('mapFrame');
    expect(open.docs?.assessment.conduct.rationale).toBe('Still being written');
  });
});
