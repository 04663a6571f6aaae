import { useForm } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { LinkButton } from '../ui/buttons';
import { useNotice } from '../ui/feedback';
import { TextArea } from '../ui/fields';
import { Form } from '../ui/form';
import { LoadedPage } from '../ui/loaded-page';
import { Page } from '../ui/page';
import { proposalWords } from './proposal-words';
import { useProposal } from './use-proposal';

/** The other answer to a proposal: no, with the reason. */
export function DeclineProposal() {
  const t = useWords(proposalWords);
  const say = useNotice();
  const navigate = useNavigate();
  const { can } = useSession();
  const { planId, contractId, plan, proposal } = useProposal();
  const form = useForm({ defaultValues: { reason: '' } });
  const answer = api.useMutation('post', '/plans/{planId}/proposals/{contractId}/answers');
  const back = `/voorstellen/${planId}/${contractId}`;
  if (!can('plans.answer') || (plan.data && !proposal)) return <MissingPage />;
  return (
    <LoadedPage of={plan} lines={6}>
      {({ name }) => (
        <Page
          title={t.no.title}
          path={[{ to: '/voorstellen', label: t.title }]}
          intro={<p>{t.no.intro(proposal?.obligation.title ?? '', name)}</p>}
        >
          <Form
            form={form}
            submit={t.no.send}
            more={
              <LinkButton weight="subtle" to={back}>
                {t.no.back}
              </LinkButton>
            }
            onSubmit={async ({ reason }) => {
              const body = { agree: false, reason: reason.trim() };
              await answer.mutateAsync({ params: { path: { planId, contractId } }, body });
              say({ text: t.no.done });
              await navigate(back);
            }}
          >
            <TextArea name="reason" label={t.no.reason} hint={t.no.hint} maxLength={1000} />
          </Form>
        </Page>
      )}
    </LoadedPage>
  );
}
