import { AppError, type Violation } from '@sr/kernel';

/**
 * Runs a write and turns the breach of a named constraint into the refusal that a person understands. It is the
 * second lock: the rule itself is checked before, and this catches the one who came a moment earlier.
 */
export async function refuseOn<T>(constraints: Record<string, Violation>, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
    const violation = constraint === undefined ? undefined : constraints[constraint];
    throw violation === undefined ? error : new AppError('refused', [violation]);
  }
}
