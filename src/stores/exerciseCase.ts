import type { OpenPack } from '@/geo';
import { type Assessment, noPlacement, noRelease, type Office } from '@/record';
import { daysLater } from '@/terms';
import type { TrainingCase } from '../../training/cases';
import { type Ago, FLAT, GIVEN_PERSON, RELEASE } from './exerciseGiven';
import { lastYear } from './lastYear';
import { idOf } from './standard';
import { bareCase, type CaseDocs } from './trainingCase';

interface Begun { readonly pack: OpenPack; readonly office: Office; readonly at: string; readonly by: string; readonly today: string }

function proposedFlat(bare: Assessment, ago: Ago): Assessment {
  const { kind, size, tenure, landlord, rooms, source, entrance, closeAndStair } = FLAT;
  return {
    ...bare, trigger: { ...bare.trigger, kind: 'release' }, clocks: { ...bare.clocks, releaseOn: ago(-40) },
    placement: { ...noPlacement, setting: 'home', tonight: { ...noPlacement.tonight, needed: 'no' }, boundary: { ...noPlacement.boundary, crosses: 'no' }, release: { ...noRelease, ...RELEASE } },
    ...(bare.property && { property: { ...bare.property, kind, size, tenure, landlord, rooms, source, knownOn: ago(2), building: { ...bare.property.building, entrance, closeAndStair, features: { ...bare.property.building.features, sharedStair: 'yes', doorEntry: 'no', lift: 'no' } } } }),
  };
}

/** The fictional case with what is known when the exercise begins; of the annual review, the whole record of last year. Throws where the training area does not hold the address. */
export async function exerciseCase(one: TrainingCase, { pack, office, at, by, today }: Begun): Promise<CaseDocs> {
  const ago: Ago = (days) => daysLater(today, -days);
  const { person: bare, address, assessment } = bareCase(one, { pack, at, by });
  const person = { ...bare, ...GIVEN_PERSON[one.personReference]?.(ago) };
  if (one.addressKind === 'proposed') return { person, address, assessment: proposedFlat(assessment, ago) };
  if (one.addressKind === 'temporary') return { person, address, assessment };
  const { reference, personId, addressId } = assessment;
  return { person, address, assessment: await lastYear({ person, address, pack, office, ago, idOf, started: { reference, personId, addressId, startedAt: `${ago(368)}T09:00:00.000Z`, startedBy: by } }) };
}
