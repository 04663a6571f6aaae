import type { Api } from './support/browse';

/** A screen that is looked at in both languages and on a narrow window. */
export interface Screen {
  /** Of the test and of the picture: apps/web/screens/<name>.jpg. */
  readonly name: string;
  /** Its address, or how to find one with something on it, through the API as whoever looks. */
  readonly path: string | ((api: Api) => Promise<string>);
  /** A role as the README names it, or the name of an account of the example; null for a stranger. */
  readonly as: string | null;
  /** The heading of level 1, in Dutch. */
  readonly heading: string | RegExp;
  /** It has a form that is not right while it is empty. */
  readonly form?: true;
  /** An answer that says no and belongs to the screen. */
  readonly problem?: RegExp;
}

/** The address of a contract of the example, by its number, and of one of its parts. */
const contract =
  (number: string, part = '') =>
  async (api: Api): Promise<string> => {
    const { items } = await api.get<{ items: { id: string }[] }>(`/contracts?search=${number}`);
    return `/contracten/${items[0]?.id}${part}`;
  };
/** The address of the proposal that waits longest for whoever looks, and of one of its parts. */
const proposal =
  (part = '') =>
  async (api: Api): Promise<string> => {
    const { items } = await api.get<{ items: { planId: string; obligation: { contractId: string } }[] }>(
      '/plan-proposals?limit=1',
    );
    return `/voorstellen/${items[0]?.planId}/${items[0]?.obligation.contractId}${part}`;
  };

const COORDINATOR = 'network coordinator';
const VERIFIER = 'Vera Vinkje';
const UIL = 'Beveiliging De Wakkere Uil N.V.';

/** A part of the page of the supplier that is furthest behind. */
const supplierAt = (part: string) => async (api: Api) =>
  `/leveranciers/${(await api.get('/supplier-groups?search=Wakkere')).items[0].id}${part}`;

/** A step of bundling its obligations, with this many chosen. */
const bundlingAt = (step: string, chosen: number) => async (api: Api) => {
  const group = (await api.get('/supplier-groups?search=Wakkere')).items[0].id;
  const { items } = await api.get(`/contracts?supplierGroupId=${group}&state=OPEN&inPlan=true&limit=${chosen || 1}`);
  const numbers = (items as { number: string }[]).slice(0, chosen).map(({ number }) => ['kies', number]);
  return `/bundelen/${group}${step}?${new URLSearchParams(numbers)}`;
};

const planOf = async (api: Api, name: string) =>
  (await api.get<{ items: { name: string; id: string; supplierGroupId: string }[] }>('/plans?limit=100')).items.find(
    (plan) => plan.name === name,
  ) ?? { id: 'missing', supplierGroupId: 'missing' };

/** A part of the page of a plan of the example. */
const planAt = (name: string, part: string) => async (api: Api) => `/plannen/${(await planOf(api, name)).id}${part}`;

/** The page on which something is done about a report that is late: of the first plan with one. */
const lateReportAt = (page: 'uitstel' | 'namens') => async (api: Api) => {
  const { items } = await api.get<{ items: { id: string; verifiedBy: string | null }[] }>('/plans?limit=100');
  for (const { id: planId } of items.filter(({ verifiedBy }) => verifiedBy === null)) {
    const due = (await api.get(`/plans/${planId}/due-reports`)).items;
    const late = (due as { quarter: string; supplierKvkNumber: string; daysLate: number }[]).find(
      ({ daysLate }) => daysLate > 0,
    );
    if (!late) continue;
    const { supplierKvkNumber, quarter } = late;
    return `/rapportages/${page}?${new URLSearchParams({ planId, supplierKvkNumber, quarter })}`;
  }
  throw new Error('no report of the example is late');
};

/** The first claim that fits. */
const claimWith = (query: string) => async (api: Api) =>
  `/bijdragen/${(await api.get(`/claims?limit=1&${query}`)).items[0].id}`;

export const SCREENS: readonly Screen[] = [
  { name: 'aanmelden', path: '/aanmelden', as: null, heading: 'Kies wie u bent' },
  { name: 'begin-ministerie', path: '/', as: 'contract manager', heading: 'Mijn werk' },
  { name: 'begin-leverancier', path: '/', as: 'supplier coordinator', heading: 'Mijn werk' },
  { name: 'leverancier-collegas', path: '/mensen', as: 'supplier coordinator', heading: 'Collega’s' },
  {
    name: 'leverancier-collega-nieuw',
    path: '/mensen/nieuw',
    as: 'supplier coordinator',
    heading: 'Nodig een collega uit',
    form: true,
  },
  { name: 'begin-netwerk', path: '/', as: 'network coordinator', heading: /\w/ },
  { name: 'contracten', path: '/contracten', as: 'Wanda Water', heading: 'Contracten' },
  { name: 'contracten-geen', path: '/contracten?search=zoiets-is-er-niet', as: 'Wanda Water', heading: 'Contracten' },
  { name: 'contracten-categorie', path: '/contracten?inPlan=true', as: 'Ciska Catering', heading: 'Contracten' },
  {
    name: 'contract-registreren',
    path: '/contracten/nieuw',
    as: 'Wanda Water',
    heading: 'Registreer een contract',
    form: true,
  },
  { name: 'contract', path: contract('IenW-25-045'), as: 'Wanda Water', heading: 'Beveiliging bediencentrales' },
  { name: 'contract-vrijgesteld', path: contract('IenW-25-050'), as: 'Wanda Water', heading: 'Snoeiwerk na storm' },
  { name: 'contract-vormvrij', path: contract('JenV-26-050'), as: 'Jet Justitie', heading: /Restaurant/ },
  { name: 'contract-verplichting', path: contract('IenW-25-045', '/verplichting'), as: 'Wanda Water', heading: /\w/ },
  {
    name: 'contract-aanpassen',
    path: contract('IenW-25-045', '/verplichting/aanpassen'),
    as: 'Wanda Water',
    heading: /\w/,
    form: true,
  },
  {
    name: 'contract-vrijstellen',
    path: contract('IenW-25-045', '/verplichting/vrijstellen'),
    as: 'Wanda Water',
    heading: /\w/,
    form: true,
  },
  { name: 'contract-verloop', path: contract('IenW-25-045', '/verloop'), as: 'Wanda Water', heading: /\w/ },
  { name: 'contract-afrekening', path: contract('IenW-23-355', '/afrekening'), as: 'Wanda Water', heading: /\w/ },
  {
    name: 'contract-afrekenen',
    path: contract('IenW-25-045', '/afrekening/voorstellen'),
    as: 'Wanda Water',
    heading: /\w/,
    form: true,
  },
  { name: 'contract-logboek', path: contract('IenW-25-045', '/logboek'), as: 'Wanda Water', heading: /\w/ },
  { name: 'contract-wijzigen', path: contract('IenW-25-045', '/wijzigen'), as: 'Wanda Water', heading: /Wijzig/ },
  { name: 'contract-leverancier', path: contract('IenW-25-045'), as: 'Ursula Uil', heading: /Beveiliging/ },
  {
    name: 'contract-verplichting-leverancier',
    path: contract('IenW-25-045', '/verplichting'),
    as: 'Ursula Uil',
    heading: /\w/,
  },
  { name: 'voorstellen', path: '/voorstellen', as: 'Wanda Water', heading: 'Voorstellen om te bundelen' },
  { name: 'voorstel', path: proposal(), as: 'Wanda Water', heading: /^Voorstel: / },
  { name: 'voorstel-afwijzen', path: proposal('/afwijzen'), as: 'Wanda Water', heading: /^Wijs/, form: true },
  { name: 'leverancier-contracten', path: '/contracten', as: 'Lotte Lepel', heading: 'Mijn contracten met het Rijk' },
  { name: 'leverancier-plaatsingen', path: '/plaatsingen', as: 'Marit Muur', heading: 'Plaatsingen' },
  {
    name: 'leverancier-plaatsing-nieuw',
    path: '/plaatsingen/nieuw',
    as: 'Marit Muur',
    heading: 'Nieuwe plaatsing',
    form: true,
  },
  {
    name: 'leverancier-plaatsing',
    path: async (api) => `/plaatsingen/${(await api.get('/placements?limit=1')).items[0].id}`,
    as: 'Marit Muur',
    heading: /^Plaatsing /,
  },
  {
    name: 'leverancier-plaatsing-wijzigen',
    path: async (api) => `/plaatsingen/${(await api.get('/placements?limit=1')).items[0].id}/wijzigen`,
    as: 'Marit Muur',
    heading: 'Wijzig de plaatsing',
  },
  {
    name: 'leverancier-plaatsing-beeindigen',
    path: async (api) => `/plaatsingen/${(await api.get('/placements?limit=1')).items[0].id}/beeindigen`,
    as: 'Marit Muur',
    heading: 'Beëindig de plaatsing',
  },
  { name: 'leverancier-rapportages', path: '/rapportages', as: 'Marit Muur', heading: 'Rapportages' },
  {
    name: 'leverancier-rapportage-nieuw',
    path: '/rapportages/nieuw',
    as: 'Marit Muur',
    heading: 'Maak een rapportage',
  },
  {
    name: 'leverancier-rapportage',
    path: async (api) => `/rapportages/${(await api.get('/reports?quarter=2026-Q4&state=DRAFT')).items[0].id}`,
    as: 'Lotte Lepel',
    heading: /^Rapportage /,
  },
  {
    name: 'leverancier-rapportage-inkoop',
    path: async (api) =>
      `/rapportages/${(await api.get('/reports?quarter=2026-Q4&state=DRAFT')).items[0].id}/inkoop?regel=nieuw`,
    as: 'Lotte Lepel',
    heading: /^Rapportage /,
    form: true,
  },
  {
    name: 'leverancier-rapportage-activiteiten',
    path: async (api) =>
      `/rapportages/${(await api.get('/reports?quarter=2026-Q4&state=DRAFT')).items[0].id}/activiteiten`,
    as: 'Lotte Lepel',
    heading: /^Rapportage /,
  },
  {
    name: 'leverancier-rapportage-ingediend',
    path: async (api) => `/rapportages/${(await api.get('/reports?state=SUBMITTED&limit=1')).items[0].id}`,
    as: 'Marit Muur',
    heading: /^Rapportage /,
  },
  { name: 'leverancier-bijdragen', path: '/bijdragen', as: 'Petra Pers', heading: 'Bijdragen' },
  {
    name: 'leverancier-bijdrage-afgewezen',
    path: async (api) => `/bijdragen/${(await api.get('/claims?status=REJECTED&limit=1')).items[0].id}`,
    as: 'Petra Pers',
    heading: /^Bijdrage \d/,
  },
  {
    name: 'leverancier-bijdrage',
    path: async (api) => `/bijdragen/${(await api.get('/claims?status=ACCEPTED&limit=1')).items[0].id}`,
    as: 'Marit Muur',
    heading: /^Bijdrage \d/,
  },
  // The network and its verifiers.
  { name: 'netwerk-leveranciers', path: '/leveranciers', as: COORDINATOR, heading: 'Leveranciers' },
  { name: 'netwerk-leverancier', path: supplierAt(''), as: COORDINATOR, heading: UIL },
  { name: 'netwerk-leverancier-contracten', path: supplierAt('/contracten'), as: COORDINATOR, heading: UIL },
  { name: 'netwerk-leverancier-verloop', path: supplierAt('/verloop'), as: COORDINATOR, heading: UIL },
  { name: 'netwerk-leverancier-mensen', path: supplierAt('/mensen'), as: COORDINATOR, heading: UIL },
  { name: 'netwerk-bundelen', path: '/bundelen', as: COORDINATOR, heading: 'Bundelen' },
  { name: 'netwerk-werkbank', path: bundlingAt('', 2), as: COORDINATOR, heading: UIL },
  { name: 'netwerk-werkbank-leeg', path: bundlingAt('', 0), as: COORDINATOR, heading: UIL },
  {
    name: 'netwerk-nieuw-plan',
    path: bundlingAt('/plan', 2),
    as: COORDINATOR,
    heading: 'Een plan voor 2 verplichtingen',
  },
  {
    name: 'netwerk-bestaand-plan',
    path: bundlingAt('/bestaand-plan', 2),
    as: COORDINATOR,
    heading: 'Een plan voor 2 verplichtingen',
    form: true,
  },
  { name: 'netwerk-plan-zonder-keuze', path: bundlingAt('/plan', 0), as: COORDINATOR, heading: /nog niets gekozen/ },
  {
    name: 'netwerk-voorgesteld',
    path: async (api) => {
      const plan = await planOf(api, 'PONT-1');
      return `/bundelen/${plan.supplierGroupId}/voorgesteld/${plan.id}`;
    },
    as: COORDINATOR,
    heading: /PONT-1/,
  },
  { name: 'netwerk-plannen', path: '/plannen', as: COORDINATOR, heading: 'Plannen' },
  { name: 'netwerk-plan', path: planAt('UIL-1', ''), as: COORDINATOR, heading: 'UIL-1' },
  {
    name: 'netwerk-rapportage-uitstel',
    path: lateReportAt('uitstel'),
    as: COORDINATOR,
    heading: 'Geef uitstel',
    form: true,
  },
  {
    name: 'netwerk-rapportage-namens',
    path: lateReportAt('namens'),
    as: COORDINATOR,
    heading: 'Rapporteer namens de leverancier',
    form: true,
  },
  { name: 'netwerk-plan-maatregelen', path: planAt('UIL-1', '/maatregelen'), as: COORDINATOR, heading: 'UIL-1' },
  {
    name: 'netwerk-plan-verplichtingen',
    path: planAt('PONT-1', '/verplichtingen'),
    as: COORDINATOR,
    heading: 'PONT-1',
  },
  { name: 'netwerk-plan-verloop', path: planAt('UIL-1', '/verloop'), as: COORDINATOR, heading: 'UIL-1' },
  { name: 'netwerk-plan-gegevens', path: planAt('UIL-1', '/gegevens'), as: COORDINATOR, heading: 'UIL-1' },
  { name: 'netwerk-plan-ingediend', path: planAt('VLOT-1', ''), as: COORDINATOR, heading: 'VLOT-1' },
  { name: 'netwerk-plan-vormvrij', path: planAt('LEPEL-MENSEN', ''), as: COORDINATOR, heading: 'LEPEL-MENSEN' },
  { name: 'netwerk-resultaten', path: '/resultaten/2026', as: COORDINATOR, heading: 'Resultaten 2026' },
  { name: 'netwerk-mensen', path: '/mensen', as: COORDINATOR, heading: 'Mensen' },
  { name: 'netwerk-mensen-nieuw', path: '/mensen/nieuw', as: COORDINATOR, heading: 'Nodig iemand uit', form: true },
  { name: 'netwerk-logboek', path: '/logboek', as: COORDINATOR, heading: 'Logboek' },
  { name: 'begrippen', path: '/begrippen', as: COORDINATOR, heading: 'Begrippen' },
  { name: 'toegankelijkheid', path: '/toegankelijkheid', as: COORDINATOR, heading: /oegankelijk/ },
  { name: 'controle', path: '/bijdragen', as: VERIFIER, heading: 'Controle van bijdragen' },
  { name: 'controle-bijzonder', path: '/bijdragen?queue=odd', as: VERIFIER, heading: 'Controle van bijdragen' },
  { name: 'controle-beoordeeld', path: '/bijdragen?queue=decided', as: VERIFIER, heading: 'Controle van bijdragen' },
  {
    name: 'controle-bijdrage',
    path: claimWith('status=CLAIMED&hasWarnings=true'),
    as: VERIFIER,
    heading: /^Bijdrage \d/,
    form: true,
  },
  { name: 'controle-bijdrage-af', path: claimWith('status=REVERSED'), as: VERIFIER, heading: /^Bijdrage \d/ },
  { name: 'waardetabellen', path: '/waardetabellen', as: 'Wim Waarde', heading: 'Waardetabellen' },
  { name: 'waardetabellen-geen', path: '/waardetabellen?status=REFUSED', as: 'Lea Lezer', heading: 'Waardetabellen' },
  {
    name: 'waardetabel',
    path: '/waardetabellen/VOORBEELD-2023-07',
    as: 'network coordinator',
    heading: /^Voorbeeldtabel/,
  },
  { name: 'waardetabel-lezer', path: '/waardetabellen/UTRECHT', as: 'Lea Lezer', heading: /^Utrecht/ },
  {
    name: 'waardetabel-besluit',
    path: '/waardetabellen/VOORBEELD-2027-01',
    as: 'Wim Waarde',
    heading: /^Voorbeeldtabel 2027/,
  },
  {
    name: 'waardetabel-eigen-voorstel',
    path: '/waardetabellen/VOORBEELD-2027-01',
    as: 'Tess Tabel',
    heading: /^Voorbeeldtabel 2027/,
  },
  {
    name: 'waardetabel-weigeren',
    path: '/waardetabellen/VOORBEELD-2027-01/weigeren',
    as: 'Wim Waarde',
    heading: 'Weiger deze versie',
    form: true,
  },
  {
    name: 'waardetabel-wijzigen',
    path: '/waardetabellen/VOORBEELD-2027-01/wijzigen',
    as: 'Tess Tabel',
    heading: 'Wijzig uw voorstel',
  },
  {
    name: 'waardetabellen-vergelijken',
    path: '/waardetabellen/vergelijken?left=UTRECHT&right=RIJNVICUS',
    as: 'auditor',
    heading: 'Vergelijk waardetabellen',
  },
  {
    name: 'waardetabel-kopie',
    path: '/waardetabellen/nieuw',
    as: 'Tess Tabel',
    heading: 'Stel een nieuwe versie voor',
  },
  {
    name: 'waardetabel-nieuw',
    path: '/waardetabellen/nieuw?van=VOORBEELD-2023-07',
    as: 'Tess Tabel',
    heading: 'Stel een nieuwe versie voor',
    form: true,
  },
  { name: 'stamgegevens-regels', path: '/stamgegevens', as: 'Tess Tabel', heading: 'Stamgegevens' },
  {
    name: 'stamgegevens-categorieen',
    path: '/stamgegevens/categorieen',
    as: 'network coordinator',
    heading: 'Stamgegevens',
  },
  {
    name: 'stamgegevens-categorie-nieuw',
    path: '/stamgegevens/categorieen/nieuw',
    as: 'network coordinator',
    heading: 'Stamgegevens',
    form: true,
  },
  { name: 'stamgegevens-regios', path: '/stamgegevens/regios', as: 'Lea Lezer', heading: 'Stamgegevens' },
  { name: 'stamgegevens-bewijs', path: '/stamgegevens/bewijs', as: 'Tess Tabel', heading: 'Stamgegevens' },
  { name: 'stamgegevens-ministeries', path: '/stamgegevens/ministeries', as: 'auditor', heading: 'Stamgegevens' },
  { name: 'organisaties', path: '/organisaties', as: 'network coordinator', heading: 'Organisaties' },
  { name: 'organisaties-controleur', path: '/organisaties', as: 'auditor', heading: 'Organisaties' },
  {
    name: 'organisaties-opdrachtgever',
    path: '/organisaties/opdrachtgevers/OCW',
    as: 'network coordinator',
    heading: /^ministerie van Onderwijs/,
  },
  {
    name: 'organisaties-eigen-ministerie',
    path: '/organisaties/opdrachtgevers/BZK',
    as: 'Bas Binnenland',
    heading: /^ministerie van Binnenlandse Zaken/,
  },
  {
    name: 'organisaties-leveranciersgroepen',
    path: '/organisaties/leveranciersgroepen',
    as: 'network coordinator',
    heading: 'Organisaties',
  },
  {
    name: 'organisaties-leveranciersgroep-geen',
    path: '/organisaties/leveranciersgroepen?zoek=bestaat-niet',
    as: 'auditor',
    heading: 'Organisaties',
  },
  {
    name: 'organisaties-leveranciersgroep',
    path: async (api) =>
      `/organisaties/leveranciersgroepen/${(await api.get('/supplier-groups?search=Blinkende')).items[0].id}`,
    as: 'network coordinator',
    heading: /Blinkende Emmer/,
  },
  {
    name: 'organisaties-leveranciersgroep-nieuw',
    path: '/organisaties/leveranciersgroepen/nieuw',
    as: 'network coordinator',
    heading: 'Maak een leveranciersgroep',
    form: true,
  },
  // Reminders, and what keeps them going.
  {
    name: 'werk-gedaan',
    path: async (api) => `/werk/PLAN_TO_WRITE:${(await planOf(api, 'UIL-1')).id}`,
    as: COORDINATOR,
    heading: /^Dit is al gedaan/,
    problem: /^404 GET \/v1\/work-items\//,
  },
  { name: 'werk-operator', path: '/', as: 'operator', heading: 'Mijn werk' },
  { name: 'stilte', path: '/stilte', as: COORDINATOR, heading: 'Wie reageert niet' },
  { name: 'stilte-contractmanager', path: '/stilte', as: 'Wanda Water', heading: 'Wie reageert niet' },
  { name: 'herinneringen', path: '/herinneringen', as: COORDINATOR, heading: 'Wanneer er een mail komt' },
  { name: 'herinneringen-leverancier', path: '/herinneringen', as: 'Marit Muur', heading: 'Wanneer er een mail komt' },
  {
    name: 'herinneringen-nieuw',
    path: '/herinneringen/nieuw',
    as: 'Wanda Water',
    heading: 'Herinneringen tijdelijk anders',
    form: true,
  },
  { name: 'berichten', path: '/berichten', as: 'Marit Muur', heading: 'Mijn berichten' },
  { name: 'netwerk-plan-berichten', path: planAt('UIL-1', '/berichten'), as: COORDINATOR, heading: 'UIL-1' },
  { name: 'leverancier-plan-berichten', path: planAt('UIL-1', '/berichten'), as: 'Ursula Uil', heading: 'UIL-1' },
  { name: 'contract-berichten', path: contract('IenW-24-015', '/berichten'), as: 'Wanda Water', heading: /\w/ },
  { name: 'post', path: '/post', as: COORDINATOR, heading: 'Uw post' },
  {
    // As plain text: nothing can be looked at in the frame of the other, in which no script runs.
    name: 'post-mail',
    path: async (api) => `/post/${(await api.get('/demo-mails')).items[0].number}?vorm=tekst`,
    as: COORDINATOR,
    heading: /\w/,
  },
  { name: 'beheer', path: '/beheer', as: 'operator', heading: 'Beheer' },
  { name: 'beheer-rondes', path: '/beheer/rondes', as: 'operator', heading: 'Beheer' },
  { name: 'beheer-mails', path: '/beheer/mails', as: 'auditor', heading: 'Beheer' },
];
