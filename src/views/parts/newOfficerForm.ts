import type { AgencyId } from '@/terms';
import type { Fault } from './fault';
import { newPassphraseFaults } from './newPassphraseFaults';

/** Who the officer is. Fields' ids: `<prefix>-name` and so on. */
export interface NewOfficerForm {
  name: string;
  role: string;
  agency: AgencyId | null;
}

/** Apart from the rest, as no draft may hold it: nobody can reset it. */
export interface NewSecret {
  passphrase: string;
  repeated: string;
}

export const newOfficerForm = (): NewOfficerForm => ({ name: '', role: '', agency: null });
export const newSecret = (): NewSecret => ({ passphrase: '', repeated: '' });

/** What was typed, or what is wrong with it. */
export function readNewOfficer(form: NewOfficerForm, { passphrase, repeated }: NewSecret, prefix: string): { readonly officer: { readonly name: string; readonly role: string; readonly agency: AgencyId }; readonly passphrase: string } | { readonly faults: readonly Fault[] } {
  const [name, role, { agency }] = [form.name.trim(), form.role.trim(), form];
  const faults = [
    ...(name === '' ? [{ field: `${prefix}-name`, say: 'Enter your name, as it should stand on records.' }] : []),
    ...(role === '' ? [{ field: `${prefix}-role`, say: 'Enter your role.' }] : []),
    ...(agency === null ? [{ field: `${prefix}-agency`, say: 'Choose your agency.' }] : []),
    ...newPassphraseFaults(prefix, passphrase, repeated),
  ];
  return faults.length > 0 || agency === null ? { faults } : { officer: { name, role, agency }, passphrase };
}
