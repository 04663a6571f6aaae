// Who may import whom. The map below, in rank order with the lowest first, is the whole policy: the rules are derived
// from it. Widening a line is a decision that deserves a review of its own.
const base = ['kernel', 'platform', 'identity'];
const may = {
  kernel: [],
  platform: ['kernel'],
  identity: ['kernel', 'platform'],
  valuation: base,
  contracts: base,
  plans: [...base, 'valuation', 'contracts'],
  placements: [...base, 'valuation', 'contracts', 'plans'],
  allocation: [...base, 'valuation', 'contracts', 'plans', 'placements'],
  impact: [...base, 'valuation', 'contracts', 'plans', 'placements', 'allocation'],
  // Value tables that wait for their second person are work as well; so is an obligation of which the ledger has too
  // little at half of its term (allocation), and a plan that is expected to end short (impact).
  monitoring: [...base, 'valuation', 'contracts', 'plans', 'placements', 'allocation', 'impact'],
};

// A library may only name libraries above it in this file, so a cycle between libraries cannot even be configured.
const order = Object.keys(may);
for (const [lib, deps] of Object.entries(may)) {
  for (const dep of deps) {
    if (!order.includes(dep)) throw new Error(`${lib} names a library that is not on the map: ${dep}`);
    if (order.indexOf(dep) >= order.indexOf(lib)) throw new Error(`${lib} may not import upward: ${dep}`);
  }
}

const TEST = '\\.(spec|itest|e2e-spec|web-spec)\\.tsx?$';
const FACE = 'src/index\\.ts$';
const ENTRY_POINT = 'src/(index|http/index|jobs/index)\\.ts$';

/** What every area of the screens may use; the pool's pictures are on the first page and in the list of suppliers. */
const WEB_SHARED = ['api', 'shell', 'style', 'ui', 'words', 'pool', 'report-lines'];

/** The rooms of monitoring, in the order in which a reminder comes about: each knows those before it. */
const MONITORING_FLOW = ['sources', 'work', 'reminders', 'digests'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    // The library on top may use all others: there is nothing to forbid it.
    ...order
      .filter((lib) => may[lib].length + 1 < order.length)
      .map((lib) =>
        forbid(
          `arrows-down:${lib}`,
          may[lib].length ? `${lib} imports only ${may[lib].join(', ')}` : `${lib} imports no library`,
          { path: `^libs/${lib}/` },
          { path: `^libs/(${order.join('|')})/`, pathNot: `^libs/(${[lib, ...may[lib]].join('|')})/` },
        ),
      ),
    forbid(
      'on-the-map',
      'a library without a line on the map has no rank, so nothing can say who may use it',
      {},
      { path: '^libs/', pathNot: `^libs/(${order.join('|')})/` },
    ),
    forbid('libs-know-no-app', 'a library serves every app and knows none', { path: '^libs/' }, { path: '^apps/' }),
    forbid(
      'only-the-face',
      'another library is src/index.ts and nothing behind it, its http and jobs included: those are for the apps',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/', `^libs/[^/]+/${FACE}`] },
    ),
    forbid(
      'apps-use-entry-points',
      'an app composes libraries through their face, http and jobs',
      { path: '^apps/', pathNot: '^apps/web/' },
      { path: '^libs/', pathNot: `^libs/[^/]+/${ENTRY_POINT}` },
    ),
    forbid(
      'web-is-a-client',
      'the web app knows the API description and the kernel, as any client could',
      { path: '^apps/web/' },
      { path: '^(libs|apps)/', pathNot: [`^libs/kernel/${FACE}`, '^apps/web/', '^apps/api/openapi\\.json$'] },
    ),
    forbid(
      'web-areas-apart',
      'an area of the screens uses what is shared, not another area; a page that serves two faces offers the other',
      {
        path: '^apps/web/src/([^/]+)/',
        pathNot: `^apps/web/src/(${WEB_SHARED.join('|')}|contracts/contracts-page|claims/claims-page)`,
      },
      { path: '^apps/web/src/[^/]+/', pathNot: ['^apps/web/src/$1/', `^apps/web/src/(${WEB_SHARED.join('|')})/`] },
    ),
    forbid('api-runs-no-jobs', 'jobs run in the worker', { path: '^apps/api/' }, { path: '^libs/[^/]+/src/jobs/' }),
    forbid(
      'worker-serves-no-http',
      'controllers live in the api',
      { path: '^apps/worker/' },
      { path: '^libs/[^/]+/src/http/' },
    ),
    forbid(
      'pure-core',
      'domain/ knows its own folder and the kernel: no framework, no database, no built-in of Node, no environment',
      { path: '^libs/([^/]+)/src/domain/', pathNot: TEST },
      { pathNot: ['^libs/$1/src/domain/', `^libs/kernel/${FACE}`] },
    ),
    forbid(
      'pure-core-tests',
      'a rule without side effects is tested without any: only generated cases may come from outside',
      { path: `^libs/([^/]+)/src/domain/.*${TEST}` },
      {
        pathNot: [
          '^libs/$1/src/domain/',
          `^libs/kernel/${FACE}`,
          // Not anchored: a linked folder of packages resolves to a path outside this tree.
          '(^|/)node_modules/fast-check/',
          '^test/support/',
        ],
      },
    ),
    ...MONITORING_FLOW.slice(0, -1).map((room, index) =>
      forbid(
        `monitoring-flow:${room}`,
        'what waits, the lists of it, reminders, mails: one way',
        { path: `^libs/monitoring/src/${room}/`, pathNot: TEST },
        { path: `^libs/monitoring/src/(${[...MONITORING_FLOW.slice(index + 1), 'letters'].join('|')})/` },
      ),
    ),
    forbid(
      'pure-letters',
      'the same items give the same letter: no framework, no database, no clock',
      { path: '^libs/monitoring/src/letters/', pathNot: `${TEST}|\\.fixture\\.ts$` },
      { pathNot: ['^libs/monitoring/src/(letters|domain)/', `^libs/kernel/${FACE}`] },
    ),
    forbid(
      'kernel-imports-nothing',
      'the kernel runs anywhere, the browser included',
      { path: '^libs/kernel/', pathNot: TEST },
      { pathNot: '^libs/kernel/' },
    ),
    forbid(
      'env-stays-at-the-edge',
      'an app reads the environment once and hands each library its settings',
      { pathNot: '^(apps|config)/' },
      { path: '^config/env(\\.|/)' },
    ),
    forbid(
      'product-knows-no-test',
      'what runs in production does not lean on what only exists for tests',
      { path: ['^(libs|apps)/', '^config/.+\\.ts$'], pathNot: TEST },
      { path: '^test/' },
    ),
    forbid(
      'tests-share-only-support',
      'a test beside the code may use test/support; other tests are not a library',
      { path: `^(libs|apps|config)/.*${TEST}` },
      { path: '^test/', pathNot: '^test/support/' },
    ),
    forbid('no-cycles', 'files that need each other are one file', {}, { circular: true }),
    forbid('no-unresolvable', 'a deep alias such as @sr/plans/domain/x does not exist', {}, { couldNotResolve: true }),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // A type from above is an arrow that points up as well, though nothing is left of it after compilation.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // Some of our tools publish their entry under one of these names only.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
