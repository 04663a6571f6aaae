const NINE_DIGITS = /(?<!\d)\d{3}[ .-]?\d{2}[ .-]?\d[ .-]?\d{3}(?!\d)|(?<!\d)\d{4}[ .-]?\d{2}[ .-]?\d{3}(?!\d)/g;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/**
 * Whether `text` holds a number that could be the number of a person (BSN): nine digits, perhaps with spaces, full
 * stops or hyphens between them, that pass the test by eleven. The product holds no such numbers, not even by mistake.
 */
export function holdsPersonNumber(text: string): boolean {
  return (text.match(NINE_DIGITS) ?? []).some((found) => passesTestByEleven(found.replace(/\D/g, '')));
}

function passesTestByEleven(digits: string): boolean {
  const total = WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
  return total % 11 === 0 && /[1-9]/.test(digits);
}
