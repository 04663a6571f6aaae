import type { Answer } from '../api/client';
import { euros, hours } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { ownClaimWords } from './claim-words';

type Claim = Answer<'ClaimSummary'>;

/** What is claimed: the placement and its candidate, or the block. */
export const whatOf = ({ placementRef, candidate, blockLabel, block }: Claim) =>
  [placementRef && `${placementRef} (${candidate})`, blockLabel ?? block].filter(Boolean).join(', ');

/** What was put in: hours, or an invoice. */
export function Figure({ centihours, invoiceCents }: Pick<Claim, 'centihours' | 'invoiceCents'>) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  return <>{invoiceCents === null ? t.hoursOf(hours(language, centihours)) : euros(language, invoiceCents)}</>;
}
