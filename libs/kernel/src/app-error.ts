import type { Decision, Violation } from './violation';

/** The kinds of refusal; each becomes one HTTP status at the edge. */
export type ErrorCategory =
  'invalid-input' | 'unauthenticated' | 'forbidden' | 'not-found' | 'refused' | 'stale' | 'unavailable';

/** An expected refusal with all its reasons. Services throw it; pure rules return violations. */
export class AppError extends Error {
  constructor(
    readonly category: ErrorCategory,
    readonly violations: readonly Violation[],
  ) {
    super(violations.map((violation) => violation.message).join(' '));
    this.name = 'AppError';
  }
}

/** One of our own rules does not hold: a fault in the product, never the caller's. Nothing may be written after it. */
export class InvariantBroken extends Error {
  constructor(invariant: string, detail: string) {
    super(`${invariant}: ${detail}`);
    this.name = 'InvariantBroken';
  }
}

/** The value of a decision; throws the refusal as an AppError with all its violations. */
export function orThrow<T>(decision: Decision<T>, category: ErrorCategory = 'refused'): T {
  if (decision.ok) return decision.value;
  throw new AppError(category, decision.violations);
}

/** Throws one AppError with all `violations`, or does nothing when there are none. */
export function refuseIf(violations: readonly Violation[], category: ErrorCategory = 'refused'): void {
  if (violations.length > 0) throw new AppError(category, violations);
}

/**
 * The answer of `work`; when it is refused, undefined, and its violations are added to `violations`. So that a
 * person hears every fault at once.
 */
export async function collect<T>(violations: Violation[], work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.category === 'unavailable') throw error;
    violations.push(...error.violations);
    return undefined;
  }
}
