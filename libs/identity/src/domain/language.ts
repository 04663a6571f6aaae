/** The languages in which the product writes to people. Somebody who never chose is written to in Dutch. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const FIRST_LANGUAGE: Language = 'nl';
