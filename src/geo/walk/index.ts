export { WALK_BOUND_TIMES, walkTo, type WalkAnswer } from './walkTo';
export { joinWays } from './joinWays';
export type { Way } from './way';
