import { NATIONAL, parseProtocol, parseProtocolFile, type Protocol, protocolFileText } from '@/rules';
import { defineStore } from 'pinia';
import { computed, toRaw } from 'vue';
import { useCasework } from './casework';
import { useOffice } from './office';

/** The office's local protocol: checked by the rules before it is kept, so that it adds to the standard and never takes away. */
export const useProtocol = defineStore('protocol', () => {
  const office = useOffice();
  const casework = useCasework();
  /** As the office keeps it, its day come or not. */
  const protocol = computed<Protocol | null>(() => toRaw(office.office.protocol));

  const check = (value: unknown) => parseProtocol(value, NATIONAL);
  const readFile = (text: string) => parseProtocolFile(text, NATIONAL);
  const fileText = (given: Protocol) => protocolFileText(given);

  /** null: the office stops using one. Assessments in progress are asked again under what is saved here; complete records keep theirs. */
  async function save(next: Protocol | null, dropDrafts: readonly string[] = []): Promise<void> {
    await office.save({ ...office.office, protocol: next }, dropDrafts);
    await casework.askAgain();
  }

  return { protocol, check, readFile, fileText, save };
});
