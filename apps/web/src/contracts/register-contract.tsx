import '../style/contracts.css';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useNavigate } from 'react-router';
import { api } from '../api/client';
import { readDay } from '../read-input';
import { useWords } from '../shell/language';
import { MissingPage } from '../shell/missing';
import { useSession } from '../shell/session';
import { Button } from '../ui/buttons';
import { Alert } from '../ui/feedback';
import { SelectField, TextField } from '../ui/fields';
import { Form } from '../ui/form';
import { Page } from '../ui/page';
import { EMPTY_CONTRACT, contractFieldOf, contractOf, questionOf, type TypedContract } from './contract-entry';
import { CategoryField, MoreFields, NameFields, SizeFields, TermFields, useMoreFilled } from './details-fields';
import { readDraft, useDraft } from '../ui/draft';
import { obligationOf } from './obligation-entry';
import { ObligationFields, useFollowFault } from './obligation-fields';
import { registerWords } from './register-words';
import { RulePanel, useProposal } from './rule-panel';
import { SupplierFields } from './supplier-fields';

/** A supplier can be one person with a business; its name is not kept in the browser. */
const NOT_KEPT = ['supplierName'] as const;
const NUMBER = /^[A-Za-z0-9./-]{1,40}$/;

/** One flow from title to obligation, for who may register; what is typed survives a reload. */
export function RegisterContract() {
  const { can, person } = useSession();
  const [round, setRound] = useState(0);
  if (!can('contracts.write') || person.organisation.kind !== 'PRINCIPAL') return <MissingPage />;
  const { principalCode } = person.organisation;
  return <Entry key={round} own={principalCode} personId={person.id} onClear={() => setRound(round + 1)} />;
}

function Entry({
  own,
  personId,
  onClear,
}: {
  readonly own: string;
  readonly personId: string;
  readonly onClear: () => void;
}) {
  const t = useWords(registerWords);
  const navigate = useNavigate();
  const followFault = useFollowFault();
  const key = `contract-draft.${personId}`;
  const form = useForm<TypedContract>({ defaultValues: readDraft(key, { ...EMPTY_CONTRACT, principalCode: own }) });
  const draft = useDraft(form, key, NOT_KEPT);
  const typed = useWatch({ control: form.control }) as TypedContract;
  const proposal = useProposal(questionOf(typed));
  const register = api.useMutation('post', '/contracts');

  const send = async (values: TypedContract) => {
    if (values.choice === 'FOLLOW' && obligationOf(values, proposal.data) === null) {
      return form.setError('choice', { type: 'rule', message: followFault(proposal.data) });
    }
    const { id } = await register.mutateAsync({ body: contractOf(values, proposal.data) });
    draft.forget();
    return navigate(`/contracten/${id}`, { state: 'registered' });
  };

  return (
    <Page title={t.title} path={[{ to: '/contracten', label: t.contracts }]} intro={<p>{t.intro}</p>}>
      {draft.restored && (
        <Alert>
          <p>{t.restored}</p>
          <Button
            onClick={() => {
              draft.forget();
              onClear();
            }}
          >
            {t.clear}
          </Button>
        </Alert>
      )}
      <div className="register">
        <Form form={form} submit={t.submit} fieldOf={contractFieldOf} onSubmit={send}>
          <div className="register-grid">
            <div className="register-part">
              <Group title={t.about}>
                <NameFields />
                <PrincipalField own={own} />
                <CategoryField />
              </Group>
              <Group title={t.supplierTitle}>
                <SupplierFields />
              </Group>
              <Group title={t.when}>
                <TermFields />
                <SizeFields />
                <More principalCode={typed.principalCode} />
              </Group>
            </div>
            <div className="rule-side">
              <RulePanel proposal={proposal} awardedOn={readDay(typed.awardedOn) ?? ''} />
            </div>
            <div className="register-part">
              <Group title={t.obligationTitle}>
                <ObligationFields proposal={proposal.data} exempt />
              </Group>
            </div>
          </div>
        </Form>
      </div>
    </Page>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="section">
      <h2 className="utrecht-heading-2">{title}</h2>
      <div className="field-group">{children}</div>
    </section>
  );
}

/** A contract manager registers for its own ministry; a category manager for whichever buys. */
function PrincipalField({ own }: { readonly own: string }) {
  const t = useWords(registerWords);
  const { has } = useSession();
  const principals = api.useQuery('get', '/principals');
  const onlyOwn = has('CONTRACT_MANAGER') && !has('CATEGORY_MANAGER');
  const offered = (principals.data?.items ?? []).filter(({ code }) => !onlyOwn || code === own);
  if (onlyOwn) return null;
  return (
    <SelectField
      name="principalCode"
      label={t.principal}
      options={offered.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
    />
  );
}

function More({ principalCode }: { readonly principalCode: string }) {
  const t = useWords(registerWords);
  const filled = useMoreFilled();
  return (
    <details open={filled || undefined}>
      <summary>{t.more}</summary>
      <div className="field-group">
        <TextField
          name="number"
          label={t.number}
          hint={t.numberHint}
          optional
          width="medium"
          check={(text) => (NUMBER.test(text) ? undefined : t.numberWrong)}
        />
        <MoreFields principalCode={principalCode} />
      </div>
    </details>
  );
}
