export { recordDocument } from './content';
export { dayPhrase, momentPhrase } from './dates';
export type { Block, FactRow, RecordDocument, Section } from './document';
export { fieldWords } from './fieldWords';
export * from './phrases';
export { asPlainText } from './plainText';
export type { RecordRequest } from './request';
export { judgementPhrase, siteRow, type SiteRow } from './siteRow';
