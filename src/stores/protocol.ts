import { NATIONAL, parseProtocol, parseProtocolFile, type Protocol, protocolFileText } from '@/rules';
import { defineStore } from 'pinia';
import { computed } from 'vue';
import { useCasework } from './casework';
import { useOffice } from './office';
import { useStandard } from './standard';

/** The office's local protocol: checked by the rules before it is kept, so that it adds to the standard and never takes away. */
export const useProtocol = defineStore('protocol', () => {
  const office = useOffice();
  const standard = useStandard();
  const casework = useCasework();
  const protocol = computed(() => standard.protocol);

  const check = (value: unknown) => parseProtocol(value, NATIONAL);
  const readFile = (text: string) => parseProtocolFile(text, NATIONAL);
  const fileText = (given: Protocol) => protocolFileText(given);

  /** null: the office stops using one. Assessments in progress are asked again under what is saved here; complete records keep theirs. */
  async function save(next: Protocol | null): Promise<void> {
    await office.save({ ...office.office, protocol: next });
    await casework.askAgain();
  }

  return { protocol, check, readFile, fileText, save };
});
