/** The languages of the screens: Dutch first, English second. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A set of words in each language. */
export type Words<T> = Readonly<Record<Language, T>>;

/**
 * The words of one screen, beside that screen. `en` must have exactly the keys of `nl`, and functions with the same
 * parameters: a word that was forgotten does not compile.
 */
export function words<T extends object>(both: { readonly nl: T; readonly en: NoInfer<T> }): Words<T> {
  return both;
}
