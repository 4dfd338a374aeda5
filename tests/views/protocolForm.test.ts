import { NATIONAL, parseProtocol, protocolFileText } from '@/rules';
import { describe, expect, it } from 'vitest';
import { BLANK, editorFaults, fieldOfPath, needsNewVersion, type ProtocolForm, protocolFormOf, protocolValueOf } from '../../src/views/parts/protocolForm';
import { PROTOCOL } from '../rules/protocolFixture';

function faultsAfter(change: (form: ProtocolForm) => void) {
  const form = protocolFormOf(PROTOCOL);
  change(form);
  const found = parseProtocol(protocolValueOf(form), NATIONAL);
  return found.is === 'refused' ? editorFaults(found.faults) : [];
}

describe('the editor of a local protocol', () => {
  it('gives back what it was given, blanks at the ends taken off', () => {
    const form = protocolFormOf(PROTOCOL);
    form.name = ` ${form.name} `;
    expect(protocolValueOf(form)).toEqual(PROTOCOL);
  });

  it('leaves the protocol in force alone while it is typed into', () => {
    const form = protocolFormOf(PROTOCOL);
    form.groups[0]?.onEvents.push('other');
    form.holidays.splice(0);
    expect(PROTOCOL.groups[0]?.onEvents).toEqual(['newAddress', 'release']);
    expect(PROTOCOL.holidays).toHaveLength(2);
  });

  it.each(Object.keys(BLANK) as (keyof typeof BLANK)[])('has a field for every fault of an empty entry of %s', (list) => {
    const faults = faultsAfter((form) => { (form[list] as unknown[]).push(BLANK[list]()); });
    const at = PROTOCOL[list].length;
    const fields = Object.keys(BLANK[list]()).filter((field) => field !== 'onEvents');
    expect(new Set(faults.map(({ field }) => field))).toEqual(new Set(fields.map((field) => `${list}.${String(at)}.${field}`)));
    expect(faults.every(({ say }) => say.includes(` ${String(at + 1)}, `))).toBe(true);
    expect(new Set(faults.map(({ say }) => say)).size, 'each fault is told apart').toBe(faults.length);
    expect(faults.some(({ say }) => /complyOrExplain|playPark|initialEra|yyyy/u.test(say)), 'no word of the file').toBe(false);
  });

  it('says in the words of its own fields that a date is missing', () => {
    const [fault] = faultsAfter((form) => { form.inForceFrom = null; });
    expect(fault).toEqual({ field: 'inForceFrom', say: 'In force from: Enter a real date: day, month and year.' });
  });

  it('shows on the list a fault of the whole list, and on the heading what it has no field for', () => {
    expect(fieldOfPath('groups')).toBe('groups');
    expect(fieldOfPath('groups.0.onEvents.2')).toBe('groups.0.onEvents');
    expect(fieldOfPath('groups.0.removes')).toBe('groups.0');
    expect(fieldOfPath('waive')).toBe('page-title');
    expect(fieldOfPath('')).toBe('page-title');
  });
});

describe('the version of a changed protocol', () => {
  const changed = { ...PROTOCOL, owner: 'Another group' };

  it('must be a new one where the content differs', () => {
    expect(needsNewVersion(PROTOCOL, changed, protocolFileText)).toBe(true);
    expect(needsNewVersion(PROTOCOL, { ...changed, version: '4' }, protocolFileText)).toBe(false);
  });

  it('may stay where nothing differs, or nothing was in force', () => {
    expect(needsNewVersion(PROTOCOL, { ...PROTOCOL }, protocolFileText)).toBe(false);
    expect(needsNewVersion(null, PROTOCOL, protocolFileText)).toBe(false);
  });
});
