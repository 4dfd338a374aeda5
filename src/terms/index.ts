export * from './casework';
export * from './category';
export * from './day';
export * from './jsonObject';
export * from './logEvent';
export * from './position';
export * from './precision';
export * from './unknown';
