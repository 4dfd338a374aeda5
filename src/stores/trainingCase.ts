import type { OpenPack } from '@/geo';
import { type Address, askedThenOf, type Assessment, emptyAddress, emptyPerson, type Person, newReference, startAssessment, summaryOfAddress, summaryOfAssessment, summaryOfPerson } from '@/record';
import type { Write } from '@/vault';
import type { TrainingCase } from '../../training/cases';
import { newId } from './newId';

interface Begun { readonly pack: OpenPack | null; readonly at: string; readonly by: string }
export interface CaseDocs { readonly person: Person; readonly address: Address; readonly assessment: Assessment }

/** A fictional person, an address of the training area, and an assessment in which nothing is answered. */
export function bareCase(one: TrainingCase, { pack, at, by }: Begun): CaseDocs {
  const found = pack?.addresses().find(({ uprn }) => uprn === one.address.uprn);
  const started = startAssessment({ reference: newReference((length) => crypto.getRandomValues(new Uint8Array(length))), personId: newId(), addressId: newId(), startedAt: at, startedBy: by });
  return {
    person: { ...emptyPerson, reference: one.personReference, registered: 'yes', category: `category${one.mappaCategory}`, level: `level${one.mappaLevel}`, under18: 'no' },
    address: { ...emptyAddress, ...one.address, position: found === undefined ? null : { point: found.point, precision: 'building', from: 'search' } },
    assessment: { ...started, addressKind: one.addressKind, trigger: { ...started.trigger, note: `${one.story} What it shows: ${one.teaches}` } },
  };
}

/** The writes of one save. */
export function writesOf({ person, address, assessment }: CaseDocs, today: string): readonly Write[] {
  const protocol = askedThenOf({ person, address, assessment }, today)?.standard.protocol ?? null;
  return [
    { table: 'person', id: assessment.personId, baseRev: 0, value: person, summary: summaryOfPerson(person) },
    { table: 'address', id: assessment.addressId, baseRev: 0, value: address, summary: summaryOfAddress(address) },
    { table: 'assessment', id: newId(), baseRev: 0, value: assessment, summary: summaryOfAssessment({ person, address, assessment, today, protocol }) },
  ];
}
