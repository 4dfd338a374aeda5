export * from './casework';
export * from './category';
export * from './logEvent';
export * from './position';
export * from './precision';
export * from './unknown';
