import { describe, expect, it } from 'vitest';
import { readOfficeForm } from '../../src/views/parts/officeForm';

const form = { officeName: ' Kinlowrie ', panelName: 'Housing panel', radius: '500', radiusReason: 'Local protocol, section 3', lockAfter: '10' };

function faultsOf(change: Partial<typeof form>): readonly string[] {
  const read = readOfficeForm({ ...form, ...change });
  return 'faults' in read ? read.faults.map(({ field }) => field) : [];
}

describe('the office settings as typed', () => {
  it('are read where everything fits', () => {
    expect(readOfficeForm(form)).toEqual({
      office: { schema: 1, officeName: 'Kinlowrie', panelName: 'Housing panel', radiusMetres: 500, radiusReason: 'Local protocol, section 3', lockAfterMinutes: 10 },
    });
  });

  it('may leave the distance empty: nothing is looked up then, and no reason is asked', () => {
    const read = readOfficeForm({ ...form, radius: '', radiusReason: '' });
    expect(read).toHaveProperty('office.radiusMetres', null);
  });

  it.each(['49', '5001', '1e3', '500.5', '-500', 'five hundred', '500m'])('refuse a distance of %s', (radius) => {
    expect(faultsOf({ radius })).toEqual(['radiusMetres']);
  });

  it.each(['50', '5000', ' 300 '])('take a distance of %s', (radius) => {
    expect(faultsOf({ radius })).toEqual([]);
  });

  it('ask for a reason wherever there is a distance', () => {
    expect(faultsOf({ radiusReason: '  ' })).toEqual(['radiusReason']);
  });

  it.each(['', '0', '61', 'ten'])('refuse to lock after %s minutes', (lockAfter) => {
    expect(faultsOf({ lockAfter })).toEqual(['lockAfterMinutes']);
  });
});
