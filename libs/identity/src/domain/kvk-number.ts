/** Whether `text` has the shape of a number of the chamber of commerce: eight digits. It has no check digit. */
export function isKvkNumber(text: string): boolean {
  return /^[0-9]{8}$/.test(text);
}
