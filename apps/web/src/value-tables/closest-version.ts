import type { Answer } from '../api/client';

type Version = Pick<Answer<'ValueTableSummaryAnswer'>, 'code' | 'validFrom' | 'source'>;

/** "VOORBEELD-2027-01" and "VOORBEELD-2023-07" are versions of "VOORBEELD". */
const family = (code: string) => code.replace(/-\d{4}(-\d{2})?$/, '');

/**
 * With which of `others` somebody will want to compare a version first: the newest of its own family, otherwise the newest
 * of the same publisher, otherwise the first. Null when there is none.
 */
export function closestVersion(version: Version, others: readonly Version[]): string | null {
  const candidates = others.filter(({ code }) => code !== version.code);
  const newest = [...candidates].sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''));
  const found =
    newest.find(({ code }) => family(code) === family(version.code)) ??
    newest.find(({ source }) => source && source.publisher === version.source?.publisher) ??
    candidates[0];
  return found?.code ?? null;
}
