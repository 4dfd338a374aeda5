import type { Protocol } from '../protocolTypes';

/** For the editor to begin with; refused until its header is filled in. */
export const EMPTY_PROTOCOL: Protocol = {
  format: 'steading-protocol', formatVersion: 1, name: '', version: '', owner: '', inForceFrom: '',
  groups: [], triggers: [], checks: [], categories: [], prompts: [], limits: [], holidays: [],
};

/** The order in which a file's keys stand, whoever put the protocol together. */
const KEYS = [
  'format', 'formatVersion', 'on', 'name', 'version', 'owner', 'inForceFrom', 'groups', 'triggers', 'checks', 'categories', 'prompts', 'limits', 'holidays',
  'id', 'category', 'metres', 'limit', 'days', 'question', 'label', 'plural', 'ask', 'kind', 'asksFor', 'onEvents', 'clause', 'reason',
];

/** The protocol as a file: equal protocols give equal text. */
export function protocolFileText(protocol: Protocol): string {
  return `${JSON.stringify(protocol, KEYS, 2)}\n`;
}
