export { buildBasemap, type BuiltBasemap } from './buildBasemap';
