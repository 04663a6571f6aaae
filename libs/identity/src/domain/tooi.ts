/**
 * Whether `text` has the shape of a code in the government's register of organisations (TOOI): `mnre` and four digits for
 * a ministry, `oorg` and five for another body of the government.
 */
export function isTooi(text: string): boolean {
  return /^(mnre[0-9]{4}|oorg[0-9]{5})$/.test(text);
}
