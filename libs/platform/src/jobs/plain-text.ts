const MOST_CHARACTERS = 500;

/** PostgreSQL's jsonb and text hold no NUL. */
export const withoutNul = (text: string): string => text.replaceAll('\u0000', '');

/** A text of an error as it may be kept with a job: servers of mail like to repeat the address of a person. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return withoutNul(text)
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '(address)')
    .slice(0, MOST_CHARACTERS);
}
