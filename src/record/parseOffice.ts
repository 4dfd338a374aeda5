import { parsed } from './parsed';
import { type Office, officeSchema } from './schema/office';

/** Apart from the other documents: the locked screens read no more than the office's settings. As parsePerson and the others. */
export const parseOffice = (value: unknown): Office => parsed('office', officeSchema, value, (path) => `office.${path}`);
