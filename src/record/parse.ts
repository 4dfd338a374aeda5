import { parsed } from './parsed';
import { addressSchema, type Address } from './schema/address';
import { assessmentSchema, type Assessment } from './schema/assessment';
import { type BlockProfile, blockProfileSchema } from './schema/blockProfile';
import { type HandOverBook, handOverBookSchema } from './schema/handOver';
import { type Photo, type PhotoBook, photoBookSchema, photoSchema } from './schema/photos';
import { personSchema, type Person } from './schema/person';
import { publishersSchema, type Publishers } from './schema/publishers';

/** Each returns the typed document, whatever its shape was, or throws RecordError with path and reason, or NewerRecordError. */
export const parsePerson = (value: unknown): Person => parsed('person', personSchema, value, (path) => `person.${path}`);
export const parseAddress = (value: unknown): Address => parsed('address', addressSchema, value, (path) => `address.${path}`);
export const parseAssessment = (value: unknown): Assessment => parsed('assessment', assessmentSchema, value, (path) => (path === 'addressKind' ? 'assessment.addressKind' : path));
export const parsePublishers = (value: unknown): Publishers => parsed('publishers', publishersSchema, value, (path) => `publishers.${path}`);
export const parseHandOverBook = (value: unknown): HandOverBook => parsed('handOverBook', handOverBookSchema, value, (path) => `handOver.${path}`);
export const parseBlockProfile = (value: unknown): BlockProfile => parsed('blockProfile', blockProfileSchema, value, (path) => path.replace(/^now\./u, ''));
export const parsePhoto = (value: unknown): Photo => parsed('photo', photoSchema, value, (path) => `photo.${path}`);
export const parsePhotoBook = (value: unknown): PhotoBook => parsed('photoBook', photoBookSchema, value, (path) => `photo.${path.split('.').at(-1) ?? ''}`);
