/** The button that asks for the walk to a site, to which the focus comes back. */
export const walkButtonId = ({ number }: { readonly number: number }): string => `walk-${String(number)}`;
