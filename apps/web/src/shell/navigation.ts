import { words } from '../words/words';
import type { Session } from './session';

const texts = words({
  nl: {
    work: 'Mijn werk',
    overview: 'Overzicht',
    suppliers: 'Leveranciers',
    bundling: 'Bundelen',
    plans: 'Plannen',
    claims: 'Controle',
    ownClaims: 'Bijdragen',
    contracts: 'Contracten',
    placements: 'Plaatsingen',
    reports: 'Rapportages',
    results: 'Resultaten',
    valueTables: 'Waardetabellen',
    reference: 'Stamgegevens',
    people: 'Mensen',
    colleagues: 'Collega’s',
    organisations: 'Organisaties',
    trail: 'Logboek',
    reminders: 'Herinneringen',
    operations: 'Beheer',
  },
  en: {
    work: 'My work',
    overview: 'Overview',
    suppliers: 'Suppliers',
    bundling: 'Bundling',
    plans: 'Plans',
    claims: 'Verification',
    ownClaims: 'Contributions',
    contracts: 'Contracts',
    placements: 'Placements',
    reports: 'Reports',
    results: 'Results',
    valueTables: 'Value tables',
    reference: 'Reference data',
    people: 'People',
    colleagues: 'Colleagues',
    organisations: 'Organisations',
    trail: 'Audit trail',
    reminders: 'Reminders',
    operations: 'Operations',
  },
});
export { texts as navigationWords };
type Label = keyof typeof texts.nl;

interface Entry {
  readonly to: string;
  readonly label: Label;
}

/** The main pages of each face, in the order of its work. What somebody may not read is not offered. */
export function entriesFor({ person, permissions }: Session): readonly Entry[] {
  const may = (permission: string) => permissions.includes(permission);
  const face = person.organisation.kind;
  const supplier = face === 'SUPPLIER_GROUP';
  const oversight = face === 'OVERSIGHT';
  const offered: readonly (Entry & { readonly show: boolean })[] = [
    { to: '/', label: may('impact.read') && may('rankings.read') ? 'overview' : 'work', show: true },
    { to: '/leveranciers', label: 'suppliers', show: may('rankings.read') },
    { to: '/bundelen', label: 'bundling', show: may('plans.make') },
    { to: '/bijdragen', label: supplier ? 'ownClaims' : 'claims', show: !supplier && may('claims.read') },
    { to: '/contracten', label: 'contracts', show: may('contracts.read') },
    { to: '/plannen', label: 'plans', show: may('plans.read') },
    { to: '/plaatsingen', label: 'placements', show: supplier && may('placements.read') },
    // A contract manager comes to the few reports of its own ministry by their plans.
    { to: '/rapportages', label: 'reports', show: may('reports.read') && may('claims.read') },
    { to: '/bijdragen', label: 'ownClaims', show: supplier && may('claims.read') },
    { to: '/stilte', label: 'reminders', show: may('silences.read') },
    { to: '/resultaten', label: 'results', show: may('impact.read') },
    { to: '/waardetabellen', label: 'valueTables', show: may('value-tables.read') && !supplier },
    {
      to: '/stamgegevens',
      label: 'reference',
      show: may('value-tables.propose') || oversight,
    },
    { to: '/mensen', label: supplier ? 'colleagues' : 'people', show: may('people.read') },
    { to: '/organisaties', label: 'organisations', show: may('units.write') || oversight },
    { to: '/logboek', label: 'trail', show: may('audit-trail.read') && !supplier },
    { to: '/beheer', label: 'operations', show: may('jobs.read') },
  ];
  return offered.filter(({ show }) => show).map(({ to, label }) => ({ to, label }));
}
