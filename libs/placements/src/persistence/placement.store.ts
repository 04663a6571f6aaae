import { randomUUID } from 'node:crypto';
import type { LocalDate, Violation } from '@sr/kernel';
import { keyAfter, pageOf, refuseOn, rowsToRead, type Page, type PageQuery, type Reader, type Tx } from '@sr/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { Placement, PlacementChange } from '../domain/placement';
import { refTaken } from '../placements.errors';
import { candidateSchema, placementSchema } from './placement.schema';
import { inScope } from './scope';

/** What a list of placements is narrowed to. */
export interface PlacementFilter {
  readonly planId?: string | undefined;
  readonly supplierKvkNumber?: string | undefined;
  readonly block?: string | undefined;
  /** Only those that run on this day. */
  readonly runningOn?: LocalDate | undefined;
}

/** The surrogate of a supplier's candidate, made when the supplier names it for the first time. */
export async function personIdOf(tx: Tx, supplierKvkNumber: string, ref: string): Promise<string> {
  await tx.query(
    'insert into placements.candidate (id, supplier_kvk_number, ref) values ($1, $2, $3) on conflict do nothing',
    [randomUUID(), supplierKvkNumber, ref],
  );
  const { id } = await tx.manager.findOneByOrFail(candidateSchema, { supplierKvkNumber, ref });
  return id;
}

export async function insertPlacement(tx: Tx, placement: Placement): Promise<void> {
  const taken: Record<string, Violation> = { placement_ref_once: refTaken('placement', placement.ref) };
  await refuseOn(taken, () => tx.manager.insert(placementSchema, { ...placement, bonuses: [...placement.bonuses] }));
}

export async function updatePlacement(
  tx: Tx,
  id: string,
  change: PlacementChange & Partial<Pick<Placement, 'endsOn'>> & Pick<Placement, 'version'>,
): Promise<void> {
  const { bonuses, ...rest } = change;
  await tx.manager.update(placementSchema, { id }, { ...rest, ...(bonuses ? { bonuses: [...bonuses] } : {}) });
}

/** The placement with this id, held: claims on it are submitted one at a time, so each sees the days of the one before. */
export function holdPlacement(tx: Tx, id: string): Promise<Placement | null> {
  return placements(tx).andWhere('placement.id = :id', { id }).setLock('for_no_key_update').getOne();
}

/** The same of many, in the order of their ids. */
export function holdPlacements(tx: Tx, ids: readonly string[]): Promise<Placement[]> {
  return placementsWithIds(tx, ids).setLock('for_no_key_update').getMany();
}

export function placementsById(reader: Reader, ids: readonly string[]): Promise<Placement[]> {
  return placementsWithIds(reader, ids).getMany();
}

export function placementByRef(reader: Reader, supplierKvkNumber: string, ref: string): Promise<Placement | null> {
  return placements(reader)
    .andWhere('placement.supplierKvkNumber = :supplierKvkNumber and placement.ref = :ref', { supplierKvkNumber, ref })
    .getOne();
}

/** A page of placements, the latest first. */
export async function listPlacements(
  reader: Reader,
  filter: PlacementFilter,
  page: PageQuery,
): Promise<Page<Placement>> {
  const query = placements(reader);
  const { planId, supplierKvkNumber, block, runningOn } = filter;
  if (planId !== undefined) query.andWhere('placement.planId = :planId', { planId });
  if (supplierKvkNumber !== undefined) {
    query.andWhere('placement.supplierKvkNumber = :supplierKvkNumber', { supplierKvkNumber });
  }
  if (block !== undefined) query.andWhere('placement.block = :block', { block });
  if (runningOn !== undefined) {
    query.andWhere(
      'placement.startsOn <= :runningOn and (placement.endsOn is null or placement.endsOn >= :runningOn)',
      {
        runningOn,
      },
    );
  }
  const after = keyAfter(page, 'day', 'uuid');
  if (after)
    query.andWhere('(placement.startsOn, placement.id) < (cast(:day as date), cast(:last as uuid))', {
      day: after[0],
      last: after[1],
    });
  const rows = await query
    .orderBy('placement.startsOn', 'DESC')
    .addOrderBy('placement.id', 'DESC')
    .limit(rowsToRead(page))
    .getMany();
  return pageOf(rows, page, ({ startsOn, id }) => [startsOn, id]);
}

const placements = (reader: Reader): SelectQueryBuilder<Placement> =>
  inScope(reader.manager.createQueryBuilder(placementSchema, 'placement'), reader.scope);

const placementsWithIds = (reader: Reader, ids: readonly string[]): SelectQueryBuilder<Placement> =>
  placements(reader)
    .andWhere('placement.id = any (:ids)', { ids: [...new Set(ids)] })
    .orderBy('placement.id');
