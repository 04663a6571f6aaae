import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Answer } from '../api/client';
import { euros } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { Button, ButtonGroup } from '../ui/buttons';
import { Dialog } from '../ui/dialog';
import { ProblemAlert, useNotice } from '../ui/feedback';
import { claimWords } from './claim-words';
import { Places, placesTogether } from './places';

/** Accepts several claims at once, after showing what they are worth together and which contract gets what. */
export function AcceptBatch({
  claims,
  onAccepted,
}: {
  readonly claims: readonly Answer<'ClaimSummary'>[];
  readonly onAccepted: () => void;
}) {
  const t = useWords(claimWords);
  const language = useLanguage();
  const notice = useNotice();
  const preview = api.useMutation('post', '/decision-previews');
  const decide = api.useMutation('post', '/decisions');
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const body = { decisions: claims.map(({ id }) => ({ claimId: id, verdict: 'ACCEPT' as const })) };
  const look = () => {
    decide.reset();
    setOpen(true);
    preview.mutate({ body });
  };
  const accept = async () => {
    await decide.mutateAsync({ body });
    setOpen(false);
    notice({ text: t.accepted(claims.length) });
    onAccepted();
  };
  const close = () => {
    setOpen(false);
    // Another verifier was first: the list shows what is still to be decided.
    if (decide.error ?? preview.error) void queryClient.invalidateQueries();
  };
  const decisions = preview.data?.decisions;
  return (
    <>
      <Button weight="primary" onClick={look}>
        {t.acceptSelected(claims.length)}
      </Button>
      {open && (
        <Dialog title={t.acceptTitle(claims.length)} onClose={close}>
          {preview.error && <ProblemAlert error={preview.error} />}
          {decide.error && <ProblemAlert error={decide.error} />}
          {decisions && (
            <>
              <p>
                {t.acceptWhat(
                  euros(
                    language,
                    decisions.reduce((sum, { valueCents }) => sum + valueCents, 0),
                  ),
                )}
              </p>
              <Places places={placesTogether(decisions)} />
            </>
          )}
          <ButtonGroup>
            <Button
              weight="primary"
              busy={decide.isPending || !decisions}
              onClick={() => void accept().catch(() => undefined)}
            >
              {t.acceptSelected(claims.length)}
            </Button>
            <Button weight="subtle" onClick={close}>
              {t.change}
            </Button>
          </ButtonGroup>
        </Dialog>
      )}
    </>
  );
}
