/** '000012345' and '12345' are one. */
export const uprnKey = (uprn: string): string => uprn.trim().replace(/^0+(?=\d)/u, '');
