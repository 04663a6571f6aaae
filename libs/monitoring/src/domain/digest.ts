/**
 * How a mail fares, and what leads on. COLLECTING while the sweep of its day runs; QUEUED until it is sent; SENDING from just
 * before it is given to the mail server until the answer is written down. SENT: the server took it. REFUSED: it will never
 * take it. BOUNCED: taken, and sent back later. UNCERTAIN: the process or the connection broke in between; who had it may
 * still tell. CARRIED: its day was over before it went, or its reader takes part no more. EMPTY: everything in it was done by
 * then. FAILED: it could not be made.
 */
export const DIGEST_TRANSITIONS = {
  COLLECTING: { close: 'QUEUED', carry: 'CARRIED' },
  QUEUED: { take: 'SENDING', empty: 'EMPTY', fail: 'FAILED', carry: 'CARRIED' },
  SENDING: { accept: 'SENT', postpone: 'QUEUED', refuse: 'REFUSED', lose: 'UNCERTAIN', bounce: 'BOUNCED' },
  UNCERTAIN: { accept: 'SENT', refuse: 'REFUSED', bounce: 'BOUNCED' },
  SENT: { bounce: 'BOUNCED' },
  REFUSED: {},
  BOUNCED: {},
  CARRIED: {},
  EMPTY: {},
  FAILED: {},
} as const;

export type DigestState = keyof typeof DIGEST_TRANSITIONS;
export const DIGEST_STATES = Object.keys(DIGEST_TRANSITIONS) as readonly DigestState[];

/** From which states a mail comes in this one. */
export const statesBefore = (state: DigestState): DigestState[] =>
  DIGEST_STATES.filter((from) => Object.values<DigestState>(DIGEST_TRANSITIONS[from]).includes(state));
