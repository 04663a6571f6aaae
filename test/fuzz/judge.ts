import type { Answer, Sent } from '../support/caller';

/** What is wrong with an answer, whatever was asked: nothing, or a few words for each fault. */
export function faultsOf({ method }: Sent, { status, headers, json, text }: Answer): string[] {
  const faults: string[] = [];
  if (status >= 500) faults.push(`a fault of ours: ${text.slice(0, 200)}`);
  if (headers['api-version'] === undefined) faults.push('no API-Version');
  if (headers['cache-control'] === undefined || headers['x-content-type-options'] !== 'nosniff') {
    faults.push('no headers for safety');
  }
  if (status < 400 || method === 'HEAD') return faults;
  if (!String(headers['content-type']).startsWith('application/problem+json')) faults.push('no problem+json');
  const problem = (json ?? {}) as Record<string, unknown>;
  for (const field of ['type', 'title', 'detail', 'code']) {
    if (typeof problem[field] !== 'string' || problem[field] === '') faults.push(`a problem without ${field}`);
  }
  if (problem['status'] !== status) faults.push('a problem of another status');
  if (status === 400 && !areFaults(problem['errors'])) faults.push('a 400 that does not name the fault');
  return faults;
}

function areFaults(errors: unknown): boolean {
  return (
    Array.isArray(errors) &&
    errors.length > 0 &&
    (errors as Record<string, unknown>[]).every(
      ({ pointer, code, detail }) =>
        typeof pointer === 'string' && typeof code === 'string' && typeof detail === 'string' && detail !== '',
    )
  );
}
