/** What is not seen: zero-width and other format characters, and marks on a character. */
const UNSEEN = /[\p{Cf}\p{M}]/gu;

/**
 * Numbers that show by how they are written that they are something else, in this order: an id of the product; an amount
 * with its sign or its cents; an account; a telephone number behind a plus or two zeros. Every repetition is bounded.
 */
const SOMETHING_ELSE = new RegExp(
  [
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/u,
    /(?:€|\beur|\beuro) ?\d{1,3}(?:\.\d{3}){1,4}(?:,(?:\d\d|-))?(?![.,]?\d)/u,
    /(?<![\d.,])\d{1,3}(?:\.\d{3}){1,4},\d\d(?!\d)/u,
    /(?<![\p{L}\d])[a-z]{2}\d\d ?[a-z]{4}(?: ?\d){10}(?!\d)/u,
    /(?:\+|(?<!\d)00)[1-9](?:[ .()/-]{0,3}\d){9,14}?(?!\d)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'giu',
);

/** What stands between the digits of one number: spaces, full stops, slashes, bars, hyphens and dashes, low lines. */
const BETWEEN = /^[ .·•/\\⁄∕|−\p{Pd}\p{Pc}]{1,5}$/u;

/** How the digits of the number of a person are parted where other numbers stand beside it, by their count. */
const USUAL_PARTS = [[9], [3, 3, 3], [4, 2, 3], [3, 2, 1, 3]];
/** Of eight and one is a CPV code, of seven and two an amount. */
const LONGEST_PART = 6;
/** With a year begins or ends the number of a contract or a file. */
const YEAR = /^(?:19|20)\d\d$/;

/** Ten digits with a zero before the nine; with 06 begins a mobile number. */
const WITH_ZERO = /^0(?!6)\d{9}$/;

/** Words that say that a number of a person follows, and those that say what else does. */
const SAYS_PERSON = /(?:bsn|burger ?service|sofi|persoonsn|citizen service)(?!.*(?:kvk|k\.v\.k|tel|rsin))/iu;
const SAYS_TELEPHONE = /(?:tel|mob|bel|bereik|phone|call|gsm|fax)/iu;
/** In how many characters before a number such a word stands. */
const BEFORE = 30;

/**
 * Whether `text` holds a number that could be the number of a person (BSN): nine digits that pass the test by eleven, in one
 * piece or parted, however they are written. The product holds no such numbers, not even by mistake.
 *
 * Eight digits are as often the number of a company in the trade register, and ten with a leading zero that begin with 06 or
 * follow a word for telephoning are a telephone number: one in eleven of those passes the test. Such numbers, and digits that
 * are parted as in a CPV code or the number of a contract, are only meant where a word before them says so.
 */
export function holdsPersonNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(UNSEEN, '').replace(/\s+/g, ' ').replace(SOMETHING_ELSE, 'x');
  return rowsOfDigits(plain).some(({ parts, at }) => {
    const before = plain.slice(Math.max(0, at - BEFORE), at);
    return candidatesIn(parts, before).some(passesTestByEleven);
  });
}

/** Groups of digits with the same between each of them and the next. */
interface Row {
  readonly parts: string[];
  /** Where the first begins. */
  readonly at: number;
}

/** The longest rows of groups in a text; a group is in two where what stands before it differs from what follows it. */
function rowsOfDigits(plain: string): Row[] {
  const rows: Row[] = [];
  let [end, sign] = [0, ''];
  for (const { 0: digits, index } of plain.matchAll(/\d+/g)) {
    const between = plain.slice(end, index).slice(0, 6);
    const row = rows.at(-1);
    if (!row || !BETWEEN.test(between)) rows.push({ parts: [digits], at: index });
    else if (row.parts.length === 1 || between === sign) row.parts.push(digits);
    else {
      const last = row.parts.at(-1) ?? '';
      rows.push({ parts: [last, digits], at: end - last.length });
    }
    [end, sign] = [index + digits.length, between];
  }
  return rows;
}

/** The digits in a row that may be a number of a person, nine of each. */
function candidatesIn(parts: readonly string[], before: string): string[] {
  const whole = parts.join('');
  if (SAYS_PERSON.test(before) && /^0?\d{8,9}$/.test(whole)) return [whole.padStart(10, '0').slice(1)];
  const byItself =
    whole.length === 9 && parts.every((part) => part.length <= LONGEST_PART && !YEAR.test(part)) ? [whole] : [];
  const usual = parts.flatMap((_, from) =>
    USUAL_PARTS.map(({ length }) => parts.slice(from, from + length))
      .filter((some, index) => USUAL_PARTS[index]?.every((length, place) => some[place]?.length === length))
      .filter((some) => !some.some((part) => YEAR.test(part)))
      .map((some) => some.join('')),
  );
  const padded = SAYS_TELEPHONE.test(before) ? [] : parts.filter((part) => WITH_ZERO.test(part));
  return [...byItself, ...usual, ...padded.map((part) => part.slice(1))];
}

const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

function passesTestByEleven(digits: string): boolean {
  const total = WEIGHTS.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0);
  return total % 11 === 0 && /[1-9]/.test(digits);
}
