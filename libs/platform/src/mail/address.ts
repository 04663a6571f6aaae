import { domainToASCII } from 'node:url';

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LOCAL_PART = new RegExp(`^${ATOM}(\\.${ATOM})*$`);
const DOMAIN = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ONLY_A_UUID = new RegExp(`^${UUID}$`);

/** RFC 5321, 4.5.3.1. */
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

export interface Address {
  readonly local: string;
  /** In lower case and in the letters that mail servers use: `xn--` for the rest. */
  readonly host: string;
}

/**
 * An address that every mail server understands, or null. Letters with accents before the @, quotes, comments and more
 * than one address are refused: few servers deliver to the first, and the others are used to slip something in.
 */
export function readAddress(text: string): Address | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const host = domainToASCII(text.slice(at + 1));
  const fits = local.length <= LONGEST_LOCAL_PART && local.length + 1 + host.length <= LONGEST_ADDRESS;
  return fits && LOCAL_PART.test(local) && DOMAIN.test(host) ? { local, host } : null;
}

export const written = ({ local, host }: Address): string => `${local}@${host}`;

/** Whether something is an id that a mail can carry. */
export const isMailId = (text: string): boolean => ONLY_A_UUID.test(text);

/** The address to which a bounce of the mail comes back: terug+<mail id>@host, so that it says which mail it is about. */
export const bounceAddress = (returnPath: Address, mailId: string): string =>
  `${returnPath.local}+${mailId}@${returnPath.host}`;

/** What is added to the part before the @: a plus and a uuid. */
export const LONGEST_RETURN_LOCAL_PART = LONGEST_LOCAL_PART - 37;

/** The mail that came back to an address of `bounceAddress`; null for every other address. Case does not matter. */
export function mailOfBounceAddress(returnPath: Address, address: string): string | null {
  const [local = '', host, more] = address.toLowerCase().split('@');
  const before = `${returnPath.local.toLowerCase()}+`;
  if (more !== undefined || host !== returnPath.host || !local.startsWith(before)) return null;
  const mailId = local.slice(before.length);
  return isMailId(mailId) ? mailId : null;
}
