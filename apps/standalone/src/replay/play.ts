import { isDeepStrictEqual } from 'node:util';
import { EVERYTHING, THE_PRODUCT, AppError, collect, type Actor, type LocalDate, type Violation } from '@sr/kernel';
import type { Claim } from '@sr/placements';
import type { ValueTable } from '@sr/valuation';
import type { Product } from '../product/product';
import type { Fault, Scenario, ScenarioEvent } from './scenario';
import { toValueTable } from './value-table.file';

/** Replay acts as three fixed people, through the same services as everyone; no permission is passed by. */
const SUPPLIER: Actor = { id: 'replay-supplier', name: 'Leverancier', scope: EVERYTHING };
const CONTRACT_MANAGER: Actor = { id: 'replay-contract-manager', name: 'Contractmanager', scope: EVERYTHING };
const VERIFIER: Actor = { id: 'replay-verifier', name: 'Beoordelaar', scope: EVERYTHING };

/** With a fault in the supplier the events are checked all the same, for this one. */
const STAND_IN = { kvkNumber: '00000000', name: 'stand-in' };

/** The names of a scenario and the ids that the product gave them. */
export interface Played {
  readonly kvkNumber: string;
  readonly supplierGroupId: string;
  /** By contract number; exempt contracts are not in it. */
  readonly obligations: Map<string, string>;
  readonly plans: Map<string, string>;
  readonly placements: Map<string, string>;
  readonly claims: Map<string, string>;
}

/** Whose history is played: a supplier group; and who verifies a plan (by name), where the network does not. */
export interface Setting {
  readonly code: string;
  readonly name: string;
  readonly verifiers?: ReadonlyMap<string, string>;
}

/** Told after each event: how many of how many are done. */
export type Progress = (done: number, of: number) => void;

/**
 * Plays a scenario, event after event, each on its own day. An event that the product refuses changes nothing; the
 * rest goes on, so that every fault is heard.
 */
export async function play(
  product: Product,
  scenario: Scenario,
  setting: Setting = { code: 'replay', name: 'Replay' },
  progress: Progress = () => undefined,
): Promise<{ played: Played; faults: Fault[] }> {
  const player = await Player.begin(product, scenario, setting);
  await player.playBefore(null, progress);
  return player;
}

/** A scenario that is being played, as far as somebody wants. */
export class Player {
  readonly faults: Fault[] = [];
  private done = 0;

  private constructor(
    private readonly product: Product,
    private readonly scenario: Scenario,
    readonly played: Played,
    private readonly verifiers: ReadonlyMap<string, string>,
  ) {}

  /** Registers the group, its supplier and the tables of a scenario; none of its events is played yet. */
  static async begin(
    product: Product,
    scenario: Scenario,
    { verifiers = new Map(), ...group }: Setting,
  ): Promise<Player> {
    const supplier = scenario.supplier ?? STAND_IN;
    product.clock.set([...scenario.events.values()][0]?.on ?? '2000-01-01');
    const { id } = await product.identity.registerSupplierGroup(CONTRACT_MANAGER, { ...group, suppliers: [supplier] });
    const played: Played = {
      kvkNumber: supplier.kvkNumber,
      supplierGroupId: id,
      obligations: new Map(),
      plans: new Map(),
      placements: new Map(),
      claims: new Map(),
    };
    const player = new Player(product, scenario, played, verifiers);
    for (const table of scenario.valueTables) {
      await attempt(player.faults, 'valueTables', () => registerTable(product, toValueTable(table)));
    }
    return player;
  }

  /** Plays the events of days before `day` that were not played yet; all that are left when it is null. */
  async playBefore(day: LocalDate | null, progress: Progress = () => undefined): Promise<void> {
    for (const [place, event] of [...this.scenario.events].slice(this.done)) {
      if (day !== null && event.on >= day) return;
      this.product.clock.set(event.on);
      await attempt(this.faults, `event ${place}`, () => playEvent(this.product, this.played, event, this.verifiers));
      progress((this.done += 1), this.scenario.events.size);
    }
  }
}

/** Registers a scenario's table, unless the product has the table with the same figures (and labels and a source). */
async function registerTable(product: Product, table: ValueTable): Promise<void> {
  const known = await product.db.read(THE_PRODUCT, (reader) => product.valuation.tables(reader, [table.code]));
  if (known.some((published) => isDeepStrictEqual(figuresOf(published), figuresOf(table)))) return;
  await product.valuation.register(CONTRACT_MANAGER, table);
}

/** What a table is worth by, without how it is called. */
function figuresOf({ normHoursPerWeek, blocks, bonuses }: ValueTable): unknown {
  return { normHoursPerWeek, blocks: blocks.map(unlabelled), bonuses: bonuses.map(unlabelled) };
}

function unlabelled<T extends { label: string }>({ label: _label, ...figures }: T): Omit<T, 'label'> {
  return figures;
}

async function attempt(faults: Fault[], position: string, work: () => Promise<unknown>): Promise<void> {
  const violations: Violation[] = [];
  await collect(violations, work);
  faults.push(
    ...violations.map(({ field, message }) => ({ position, message: field ? `${field}: ${message}` : message })),
  );
}

async function playEvent(
  product: Product,
  played: Played,
  event: ScenarioEvent,
  verifiers: ReadonlyMap<string, string>,
): Promise<void> {
  const { allocation, contracts, placements, plans } = product;
  switch (event.type) {
    case 'contract': {
      const { number, principal, title, awardedOn, startsOn, endsOn, obligation, exemption } = event;
      const contract = await contracts.register(CONTRACT_MANAGER, {
        number,
        reference: null,
        principalCode: principal,
        supplierKvkNumber: played.kvkNumber,
        title,
        awardedOn,
        startsOn,
        endsOn,
        carries: obligation ? { obligation: withCap(obligation) } : { exemption: exemption ?? { reason: '' } },
      });
      if (obligation) played.obligations.set(number, contract.id);
      return;
    }
    case 'plan': {
      const { plan: name, valueTable, obligations } = event;
      const plan = await plans.create(CONTRACT_MANAGER, {
        name,
        supplierGroupId: played.supplierGroupId,
        valueTable,
        obligations,
        verifiedBy: verifiers.get(name) ?? null,
      });
      played.plans.set(name, plan.id);
      return;
    }
    case 'placement': {
      const { ref, plan, candidate, block, bonuses, employmentForm, startsOn, endsOn, registerIndicated, region } =
        event;
      const placement = await placements.registerPlacement(SUPPLIER, {
        ref,
        planId: named(played.plans, 'plan', plan),
        supplierKvkNumber: played.kvkNumber,
        candidate,
        block,
        bonuses: bonuses ?? [],
        employmentForm,
        startsOn,
        endsOn: endsOn ?? null,
        registerIndicated,
        region: region ?? null,
      });
      played.placements.set(ref, placement.id);
      return;
    }
    case 'claim':
      played.claims.set(event.ref, (await submit(product, played, event)).id);
      return;
    case 'accept': {
      const claims = allNamed(played.claims, event.claims).map((claimId) => ({ claimId }));
      return allocation.accept(VERIFIER, claims);
    }
    case 'reject':
      return placements.reject(VERIFIER, allNamed(played.claims, event.claims), event.reason);
    case 'reverse':
      await allocation.reverse(VERIFIER, named(played.claims, 'claim', event.claim), event.reason);
      return;
    case 'revise': {
      const { baseCents, amountCents, reason } = event;
      const id = await obligationNamed(product, event.obligation);
      return allocation.revise(CONTRACT_MANAGER, id, { baseCents, amountCents }, reason);
    }
    case 'join':
    case 'leave': {
      const violations: Violation[] = [];
      const id = await collect(violations, () => obligationNamed(product, event.obligation));
      const planId = await collect(violations, () =>
        Promise.resolve().then(() => named(played.plans, 'plan', event.plan)),
      );
      if (id === undefined || planId === undefined) throw new AppError('refused', violations);
      return allocation[event.type](CONTRACT_MANAGER, planId, id);
    }
    case 'settle':
      return allocation.settle(CONTRACT_MANAGER, await obligationNamed(product, event.obligation));
  }
}

function submit(product: Product, played: Played, event: Extract<ScenarioEvent, { type: 'claim' }>): Promise<Claim> {
  const { ref, earmark = null } = event;
  const common = { ref, supplierKvkNumber: played.kvkNumber, earmark };
  if ('placement' in event) {
    return product.placements.submit(SUPPLIER, {
      ...common,
      kind: 'PLACEMENT',
      placementId: named(played.placements, 'placement', event.placement),
      period: { from: event.from, to: event.to },
      paidCentihours: event.paidHours,
    });
  }
  const planId = named(played.plans, 'plan', event.plan);
  if ('day' in event) {
    const { block, day, hours } = event;
    return product.placements.submit(SUPPLIER, { ...common, kind: 'ACTIVITY', planId, block, day, centihours: hours });
  }
  const { block, from, to, invoiceCents } = event;
  return product.placements.submit(SUPPLIER, {
    ...common,
    kind: 'PURCHASE',
    planId,
    block,
    period: { from, to },
    invoiceCents,
  });
}

type EventObligation = NonNullable<Extract<ScenarioEvent, { type: 'contract' }>['obligation']>;

function withCap(obligation: EventObligation) {
  return obligation.kind === 'FIXED' ? obligation : { ...obligation, capCents: obligation.capCents ?? null };
}

const obligationNamed = (product: Product, number: string): Promise<string> =>
  product.db.read(THE_PRODUCT, (reader) => product.contracts.obligationIdOf(reader, number, 'obligation'));

const unknown = (field: string, name: string): Violation => ({
  code: `${field}.unknown`,
  field,
  params: { name },
  message: `There is no ${field} ${JSON.stringify(name)} before this event.`,
});

/** The id of a name; refuses when the name is not known. */
function named(ids: ReadonlyMap<string, string>, field: string, name: string): string {
  const id = ids.get(name);
  if (id === undefined) throw new AppError('refused', [unknown(field, name)]);
  return id;
}

function allNamed(claims: ReadonlyMap<string, string>, names: readonly string[]): string[] {
  const missing = names.filter((name) => !claims.has(name));
  if (missing.length > 0)
    throw new AppError(
      'refused',
      missing.map((name) => unknown('claim', name)),
    );
  return names.map((name) => claims.get(name) ?? '');
}
