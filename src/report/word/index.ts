export type { WordPicture } from './blockParts';
export { wordFile } from './wordFile';
