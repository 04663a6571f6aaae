import type { ReactNode } from 'react';
import type { Answer } from '../api/client';
import { moment } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Alert } from '../ui/feedback';
import { ownClaimWords } from './claim-words';

/** Why a claim was refused or taken back, first of all; then what `children` say and offer. */
export function Refusal({ claim, children }: { readonly claim: Answer<'ClaimAnswer'>; readonly children?: ReactNode }) {
  const t = useWords(ownClaimWords);
  const language = useLanguage();
  const isBack = claim.status === 'REVERSED';
  const reason = isBack ? claim.reversalReason : claim.decisionReason;
  const by = (isBack ? claim.reversedBy : claim.decidedBy) ?? t.somebody;
  const at = isBack ? claim.reversedAt : claim.decidedAt;
  return (
    <Alert kind="warning" title={`${isBack ? t.whyBack : t.why}: ${reason ?? t.noReason}`}>
      <p className="soft">{t.by(by, moment(language, at))}</p>
      {children}
    </Alert>
  );
}
