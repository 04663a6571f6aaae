/**
 * The next reference after those that a supplier used: that of the latest with its last number one higher, as long as it
 * is free. Without references to go by it begins at P-001.
 * @param refs the references in use, the latest first
 */
export function proposeRef(refs: readonly string[]): string {
  const taken = new Set(refs);
  const found = refs.map((ref) => /^(.*?)(\d+)$/.exec(ref)).find((parts) => parts !== null);
  const [, head = 'P-', digits = '000'] = found ?? [];
  let number = Number(digits);
  let proposed: string;
  do {
    number += 1;
    proposed = `${head}${String(number).padStart(digits.length, '0')}`;
  } while (taken.has(proposed));
  return proposed;
}
