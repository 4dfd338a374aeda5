/** An exercise: what an officer knows when the case opens. Nobody in it exists, and no case has a name in it. */
export interface TrainingCase {
  readonly personReference: string;
  /** Of the exercise that is made of it. */
  readonly title: string;
  readonly mappaCategory: 1 | 2 | 3;
  readonly mappaLevel: 1 | 2 | 3;
  readonly addressKind: 'proposed' | 'livedIn' | 'temporary';
  readonly address: { readonly uprn: string; readonly text: string; readonly flat: string; readonly postcode: string };
  readonly story: string;
  /** What the exercise shows. */
  readonly teaches: string;
}

export const TRAINING_CASES: readonly TrainingCase[] = [
  {
    personReference: 'TRAIN-0001', title: 'A flat proposed before release', mappaCategory: 1, mappaLevel: 2, addressKind: 'proposed',
    address: { uprn: '9990000000069', text: '43 Market Street, Kinlowrie', flat: '1/2', postcode: 'ZX1 1AG' },
    story: 'Newly registered and leaving custody on licence; a housing association proposes a first-floor tenement flat.',
    teaches: 'An initial assessment: a school whose grounds are nearer than its published point, and a shop layer that ends at Bridge Street.',
  },
  {
    personReference: 'TRAIN-0002', title: 'The annual review of a home', mappaCategory: 1, mappaLevel: 1, addressKind: 'livedIn',
    address: { uprn: '9990000000201', text: '28 Moss Road, Kinlowrie', flat: '', postcode: 'ZX2 3AA' },
    story: 'Has lived with a relative for six years; the annual review falls due and nothing about the person has changed.',
    teaches: 'A review of a home already lived in: a school known only as a point, and a day service whose position is not known.',
  },
  {
    personReference: 'TRAIN-0003', title: 'A bed for tonight', mappaCategory: 1, mappaLevel: 1, addressKind: 'temporary',
    address: { uprn: '9990000000162', text: '26 Quayside, Kinlowrie', flat: '1/1', postcode: 'ZX2 1AF' },
    story: 'Homeless after a tenancy ended; the council offers a temporary furnished flat from tomorrow.',
    teaches: 'Short notice: licensed premises out of date, shops partly searched and youth clubs not searched, so none of them can be called absent.',
  },
];
