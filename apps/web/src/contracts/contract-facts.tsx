import { api } from '../api/client';
import { day, euros, percentOfBp } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { useSession } from '../shell/session';
import { Link } from '../ui/buttons';
import { Facts } from '../ui/figures';
import { Section } from '../ui/page';
import { labels } from '../words/labels';
import { overviewWords } from './overview-words';
import type { Contract } from './use-contract';

/** What describes a contract; what is not known is left out. */
export function ContractFacts({ contract }: { readonly contract: Contract }) {
  const t = useWords(overviewWords);
  const language = useLanguage();
  const { can } = useSession();
  const { principalCode, supplier, categoryCode, unitId, extensionOptions, framework, regime } = contract;
  const principals = api.useQuery('get', '/principals');
  const categories = api.useQuery(
    'get',
    '/procurement-categories',
    {},
    { enabled: categoryCode !== null && can('reference-data.read') },
  );
  const path = { params: { path: { principalCode }, query: { limit: 100 } } };
  const units = api.useQuery('get', '/principals/{principalCode}/units', path, { enabled: unitId !== null });
  const principal = principals.data?.items.find(({ code }) => code === principalCode);
  const category = categories.data?.items.find(({ code }) => code === categoryCode);
  const unit = units.data?.items.find(({ id }) => id === unitId);
  const known = (name: string, value: string | null | undefined) => (value ? [{ name, value }] : []);
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          { name: t.number, value: contract.number },
          ...known(t.reference, contract.reference),
          { name: t.principal, value: principal ? `${principal.name} (${principalCode})` : principalCode },
          ...known(t.unit, unit?.name),
          {
            name: t.supplier,
            value: (
              <>
                {can('rankings.read') ? (
                  <Link to={`/leveranciers/${supplier.supplierGroupId}`}>{supplier.name}</Link>
                ) : (
                  supplier.name
                )}
                , {t.kvk(supplier.kvkNumber)}
              </>
            ),
          },
          { name: t.awarded, value: day(language, contract.awardedOn) },
          { name: t.term, value: t.termOf(day(language, contract.startsOn), day(language, contract.endsOn)) },
          ...known(
            t.extensions,
            extensionOptions.map(({ months, decideOn }) => t.extension(months, day(language, decideOn))).join('; '),
          ),
          ...known(t.contractValue, contract.valueCents === null ? null : euros(language, contract.valueCents)),
          ...known(t.wageShare, contract.wageShareBp === null ? null : percentOfBp(language, contract.wageShareBp)),
          ...known(t.category, category?.name ?? categoryCode),
          ...known(t.cpv, contract.cpv),
          ...known(t.tender, contract.tenderReference),
          ...(framework
            ? [{ name: t.framework, value: <Link to={`/contracten/${framework.id}`}>{framework.number}</Link> }]
            : []),
          ...known(t.regime, regime && labels[language].regime[regime]),
        ]}
      />
    </Section>
  );
}
