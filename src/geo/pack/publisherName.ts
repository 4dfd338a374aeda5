/** Characters. */
export const LONGEST_NAME = 200;

/** A publisher's name is a line of text that can be shown as it is. */
export function isPublisherName(name: string): boolean {
  return name.trim() === name && name !== '' && Array.from(name).length <= LONGEST_NAME && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);
}
