import { useTraining } from '@/stores';

/** Apart, so that the gate loads without what only an open vault needs. */
export async function openTraining(): Promise<void> {
  await useTraining().open();
}
