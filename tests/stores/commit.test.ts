import { type Assessment, type Person, RecordError } from '@/record';
import { LONGEST_TEXT } from '@/record/schema/fields';
import { StaleRevision } from '@/vault';
import { nextTick } from 'vue';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PERSON } from '../cases/caseFile';
import { forgetDevice, NOTE, OFFICER } from '../vault/testDoor';
import { IDS, openCase, rationale, vaultWithCase } from './openCase';
import { NOW } from './stores';

afterEach(forgetDevice);

const assessmentIn = async (vault: Awaited<ReturnType<typeof vaultWithCase>>) => {
  const row = await vault.read<Assessment>('assessment', IDS.assessment);
  if (row === null) throw new Error('It is gone.');
  return row;
};

describe('putting an assessment on record', () => {
  it('keeps officer, time and each changed field, with one log entry, in one save', async () => {
    const vault = await vaultWithCase();
    const save = vi.fn(vault.save);
    const { open, type } = await openCase(vault, { save });
    const entries = (await vault.readLog()).length;
    await type((docs) => {
      docs.assessment.conduct.rationale = 'A subsequent address.';
      docs.person.level = 'level2';
      docs.address.flat = '2/2';
    });
    await open.flush();
    await open.commit('conduct decision saved');

    expect(save).toHaveBeenCalledOnce();
    const { value, rev } = await assessmentIn(vault);
    expect(rev).toBe(2);
    expect(value.history).toEqual([{
      at: NOW, by: OFFICER.name, what: 'conduct decision saved',
      fields: [
        { path: 'person.level', from: 'level1', to: 'level2' },
        { path: 'address.flat', from: '2/1', to: '2/2' },
        { path: 'assessment.conduct.rationale', from: 'First look at a new address.', to: 'A subsequent address.' },
      ],
    }]);
    const log = await vault.readLog();
    expect(log).toHaveLength(entries + 1);
    expect(log.at(-1)).toMatchObject({
      event: 'alteration', act: 'conduct decision saved', officerName: OFFICER.name,
      about: [{ table: 'person', id: 'p1', rev: 2 }, { table: 'address', id: 'a1', rev: 2 }, { table: 'assessment', id: 's1', rev: 2 }],
      detail: { fields: 'person.level, address.flat, assessment.conduct.rationale' },
    });
    expect(await vault.readDraft(`assessment:${IDS.assessment}`)).toBeNull();
    expect(open.saveState).toBe('saved');
    expect(open.changed).toEqual([]);
  });

  it('writes nothing where nothing was changed', async () => {
    const vault = await vaultWithCase();
    const { open } = await openCase(vault);
    const entries = (await vault.readLog()).length;
    await open.commit('saved again');
    expect((await assessmentIn(vault)).rev).toBe(1);
    expect(await vault.readLog()).toHaveLength(entries);
  });

  it('writes nothing twice where the button is pressed twice', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    await type(rationale('Once'));
    await Promise.all([open.commit('saved'), open.commit('saved')]);
    const { value, rev } = await assessmentIn(vault);
    expect([rev, value.history.length]).toEqual([2, 1]);
  });

  it('refuses text over the limit by the name of its field, and keeps every letter', async () => {
    const vault = await vaultWithCase();
    const { open, type } = await openCase(vault);
    const long = 'x'.repeat(LONGEST_TEXT + 1);
    await type(rationale(long));
    const refusal = await open.commit('saved').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RecordError);
    expect(refusal).toMatchObject({ field: 'conduct.rationale' });
    expect(open.docs?.assessment.conduct.rationale).toBe(long);
    expect((await assessmentIn(vault)).rev).toBe(1);
    const again = await openCase(vault);
    expect(again.open.docs?.assessment.conduct.rationale).toBe(long);
    await again.type(rationale('x'.repeat(LONGEST_TEXT)));
    await again.open.commit('saved');
    expect((await assessmentIn(vault)).rev).toBe(2);
  });

  it('keeps everything where the vault refuses, says why, and can be pressed again', async () => {
    const vault = await vaultWithCase();
    let full = true;
    const { open, type } = await openCase(vault, { save: (...given) => full ? Promise.reject(new Error('The device is full.')) : vault.save(...given) });
    await type(rationale('Kept'));
    await expect(open.commit('saved')).rejects.toThrow('The device is full.');
    expect([open.saveState, open.saveFailure]).toEqual(['failed', 'The device is full.']);
    expect((await openCase(vault)).open.docs?.assessment.conduct.rationale).toBe('Kept');
    full = false;
    await open.commit('saved');
    expect([open.saveState, open.saveFailure]).toEqual(['saved', null]);
    expect((await assessmentIn(vault)).value.conduct.rationale).toBe('Kept');
  });

  it('keeps what is typed while it is under way, as a draft upon what was saved', async () => {
    const vault = await vaultWithCase();
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => { go = resolve; });
    const { open, type } = await openCase(vault, { save: async (...given) => { await gate; return vault.save(...given); } });
    await type(rationale('Sent'));
    const committing = open.commit('saved');
    await nextTick();
    await type((docs) => { docs.assessment.conduct.rationale = 'Sent, and more'; docs.address.floor = '3'; });
    go();
    await committing;
    expect(open.saveState).toBe('notSaved');
    expect((await assessmentIn(vault)).value.conduct.rationale).toBe('Sent');
    await open.flush();
    const later = await openCase(vault);
    expect(later.open.docs?.assessment.conduct.rationale).toBe('Sent, and more');
    expect(later.open.docs?.address.floor).toBe('3');
    expect(later.open.changedElsewhere).toEqual([]);
    await open.commit('saved again');
    const { value } = await assessmentIn(vault);
    expect(value.conduct.rationale).toBe('Sent, and more');
    expect(value.history.map(({ fields }) => fields.map(({ path, from }) => [path, from]))).toEqual([
      [['assessment.conduct.rationale', 'First look at a new address.']],
      [['address.floor', '2'], ['assessment.conduct.rationale', 'Sent']],
    ]);
  });
});

describe('a draft of what somebody saved elsewhere', () => {
  async function bothChanged() {
    const vault = await vaultWithCase();
    const mine = await openCase(vault);
    await mine.type((docs) => { docs.assessment.conduct.rationale = 'Mine'; docs.person.level = 'level3'; });
    await mine.open.flush();
    const theirs = await openCase({ ...vault, readDraft: () => Promise.resolve(null) }, { dropDraft: () => Promise.resolve(), save: (writes, notes) => vault.save(writes, notes) });
    await theirs.type((docs) => { docs.assessment.conduct.rationale = 'Theirs'; docs.assessment.conduct.otherWay = 'Also theirs'; docs.address.floor = '9'; });
    await theirs.open.commit('their save');
    return { vault, mine };
  }

  it('is told, stays told over another lock, and goes on record with both in the history', async () => {
    const { vault } = await bothChanged();
    const first = await openCase(vault);
    expect(first.open.changedElsewhere).toEqual(['assessment']);
    await first.type((docs) => { docs.assessment.review.why = 'More'; });
    await first.open.flush();

    const { open } = await openCase(vault);
    expect(open.changedElsewhere).toEqual(['assessment']);
    await open.commit('my save');
    const { value, rev } = await assessmentIn(vault);
    expect(rev).toBe(3);
    expect(value.conduct.rationale).toBe('Mine');
    expect(value.history.map(({ what }) => what)).toEqual(['their save', 'my save']);
    expect(value.history[1]?.fields).toContainEqual({ path: 'assessment.conduct.rationale', from: 'Theirs', to: 'Mine' });
    expect(value.history[1]?.fields).toContainEqual({ path: 'assessment.conduct.otherWay', from: 'Also theirs', to: 'Nothing speaks against it.' });
    expect((await vault.read<Person>('person', IDS.person))?.value.level).toBe('level3');
    expect(open.docs?.address.floor, 'what I did not touch is theirs').toBe('9');
    expect(open.changedElsewhere).toEqual([]);
  });

  it('is not refused for ever where it was open meanwhile: refused once, then saved upon theirs', async () => {
    const { vault, mine: { open } } = await bothChanged();
    await expect(open.commit('my save')).rejects.toThrow(StaleRevision);
    expect(open.docs?.assessment.conduct.rationale).toBe('Mine');
    expect(open.changedElsewhere).toEqual(['assessment']);
    await open.commit('my save');
    const { value } = await assessmentIn(vault);
    expect([value.conduct.rationale, value.history.map(({ what }) => what)]).toEqual(['Mine', ['their save', 'my save']]);
    expect((await vault.read<{ floor: string }>('address', IDS.address))?.value.floor).toBe('9');
  });

  it('tells which of the documents it was', async () => {
    const vault = await vaultWithCase();
    const mine = await openCase(vault);
    await mine.type((docs) => { docs.person.level = 'level3'; });
    await mine.open.flush();
    await vault.save([{ table: 'person', id: IDS.person, baseRev: 1, value: { ...PERSON, supervision: 'yes' }, summary: {} }], [NOTE]);
    const { open } = await openCase(vault);
    expect(open.changedElsewhere).toEqual(['person']);
    await open.commit('saved');
    const { value } = await assessmentIn(vault);
    expect(value.history[0]?.fields).toEqual([{ path: 'person.level', from: 'level1', to: 'level3' }, { path: 'person.supervision', from: 'yes', to: 'no' }]);
  });
});
