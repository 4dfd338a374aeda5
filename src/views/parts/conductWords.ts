import type { ConductChoice } from '@/terms';

interface Asked {
  readonly rationale: string;
  readonly reliedOn: string;
  readonly interimControls: string;
}

/** Every choice is asked as deeply; only the words differ. */
export const CONDUCT_ASKED: Readonly<Record<ConductChoice, Asked>> = {
  conducted: { rationale: 'Why is it conducted?', reliedOn: 'What is known already, and relied on?', interimControls: 'What holds until the ERA is done?' },
  notInFull: { rationale: 'Why is it not conducted in full?', reliedOn: 'What is relied on instead of the parts that are left out?', interimControls: 'What controls hold until those parts are done, or the question is opened again?' },
  notConducted: { rationale: 'Why is it not conducted?', reliedOn: 'What is relied on instead?', interimControls: 'What controls hold meanwhile?' },
  reviewNotDone: { rationale: 'Why is the annual review not done?', reliedOn: 'What is relied on instead of the review?', interimControls: 'What controls hold until the review is done?' },
};
