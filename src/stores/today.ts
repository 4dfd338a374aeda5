import { dayInScotland } from '@/terms';
import { defineStore } from 'pinia';
import { ref } from 'vue';
import { useClock } from './clock';

/** How often the calendar is looked at while a page stays open: a deadline a minute late at midnight misleads nobody. */
const LOOK_EVERY_MILLISECONDS = 60_000;

/** The day in Scotland (ISO date), kept up over midnight: what is due, in force or run out hangs on it. */
export const useToday = defineStore('today', () => {
  const clock = useClock();
  const day = ref(dayInScotland(clock.now()));

  /** Also at once, where something is about to be answered or saved. */
  function look(): string {
    day.value = dayInScotland(clock.now());
    return day.value;
  }

  setInterval(look, LOOK_EVERY_MILLISECONDS);
  return { day, look };
});
