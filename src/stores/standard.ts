import { canonicalText, currentStandard, type Protocol, type StandardText } from '@/rules';
import { defineStore } from 'pinia';
import { computed, markRaw, ref, toRaw, watch } from 'vue';
import { useOffice } from './office';
import { useToday } from './today';

/** The address of a text by content: SHA-256 (hex) of its canonical JSON. */
export async function idOf(text: StandardText): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonicalText(text)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The standard of today with the office's local protocol, and its address by content: SHA-256 (hex) of its canonical JSON. */
export const useStandard = defineStore('standard', () => {
  const office = useOffice();
  const calendar = useToday();
  /** The office's protocol once its day has come; until then the national standard alone is asked. */
  const protocol = computed<Protocol | null>(() => {
    const kept = toRaw(office.office.protocol);
    return kept !== null && kept.inForceFrom <= calendar.day ? kept : null;
  });
  const text = computed<StandardText>(() => markRaw(currentStandard(protocol.value)));
  const id = ref('');

  /** The text and its id together: what a record is answered under. */
  async function now(): Promise<{ readonly id: string; readonly text: StandardText }> {
    const current = text.value;
    return { id: await idOf(current), text: current };
  }

  watch(text, async (current) => {
    const found = await idOf(current);
    if (text.value === current) id.value = found;
  }, { immediate: true });

  return { text, id, protocol, now };
});
