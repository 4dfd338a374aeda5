export type { BuildFiles } from './buildFiles';
export { type BuiltPack, buildPack } from './buildPack';
export type { BuildWarning } from './buildReport';
export { datesInWords } from './layerDates';
export { type BasemapPlan, type ListsPlan, type MappedPlan, type PackPlan, PlanError, type PlannedFile, type PlannedSource } from './plan';
