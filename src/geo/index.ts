export type * from './answer';
