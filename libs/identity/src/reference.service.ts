import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, THE_PRODUCT, refuseIf, type Actor, type Scoped } from '@sr/kernel';
import { Clock, Db, recordChanges, refuseOn, type Page, type PageQuery, type Reader } from '@sr/platform';
import { isOin } from './domain/oin';
import {
  endsBeforeItBegins,
  type LabourMarketRegion,
  type PrincipalUnit,
  type ProcurementCategory,
} from './domain/organisation';
import { maySeeTo } from './domain/people';
import {
  categoryTaken,
  existsForNoDay,
  oinWrong,
  principalUnknown,
  unitCodeTaken,
  unitPrincipalUnknown,
} from './identity.errors';
import { labourMarketRegionSchema, principalSchema } from './persistence/organisation.schema';
import { listUnits, unitById } from './persistence/organisation.store';
import { principalUnitSchema, procurementCategorySchema } from './persistence/person.schema';

/** The lists that contracts, plans and placements choose from: units of principals, procurement categories, regions. */
@Injectable()
export class ReferenceService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** All labour market regions, past and present, in the order of their codes. */
  regions(): Promise<LabourMarketRegion[]> {
    return this.db.read(THE_PRODUCT, (reader) =>
      reader.manager.find(labourMarketRegionSchema, { order: { code: 'ASC' } }),
    );
  }

  /** All procurement categories, past and present, in the order of their codes. */
  categories(): Promise<ProcurementCategory[]> {
    return this.db.read(THE_PRODUCT, (reader) =>
      reader.manager.find(procurementCategorySchema, { order: { code: 'ASC' } }),
    );
  }

  /** The category with this code, or null. */
  category(reader: Reader, code: string): Promise<ProcurementCategory | null> {
    return reader.manager.findOneBy(procurementCategorySchema, { code });
  }

  /** Adds a procurement category. Refuses `category.code_taken`, `category.name_taken`, `organisation.ends_before_it_begins`. */
  async addCategory(actor: Actor, category: ProcurementCategory): Promise<ProcurementCategory> {
    refuseIf(endsBeforeItBegins(category) ? [existsForNoDay()] : []);
    const { code, name } = category;
    return this.db.write(actor, async (tx) => {
      await refuseOn(
        {
          procurement_category_pkey: categoryTaken('code', code),
          procurement_category_name_key: categoryTaken('name', name),
        },
        () => tx.manager.insert(procurementCategorySchema, { ...category }),
      );
      await recordChanges(tx, actor, this.clock.now(), [
        { action: 'procurement-category.added', subject: 'organisation', subjectId: code, detail: { ...category } },
      ]);
      return category;
    });
  }

  /** The units of a principal, by code, a page at a time. Refuses `principal.unknown` (not found). */
  units(who: Scoped, principalCode: string, page: PageQuery): Promise<Page<PrincipalUnit>> {
    return this.db.read(who, async (reader) => {
      const known = await reader.manager.existsBy(principalSchema, { code: principalCode });
      if (!known) throw new AppError('not-found', [principalUnknown(principalCode, '')]);
      return listUnits(reader, principalCode, page);
    });
  }

  /** The unit with this id, or null. */
  unit(reader: Reader, id: string): Promise<PrincipalUnit | null> {
    return unitById(reader, id);
  }

  /**
   * Adds a unit to a principal of the actor's (the network: to any; another's is not found). Refuses, all at once:
   * `unit.oin_wrong`, `organisation.ends_before_it_begins`; and `unit.code_taken`.
   */
  async addUnit(actor: Actor, unit: Omit<PrincipalUnit, 'id'>): Promise<PrincipalUnit> {
    return this.db.write(actor, async (tx) => {
      const { principalCode, code, oin } = unit;
      const known = await tx.manager.existsBy(principalSchema, { code: principalCode });
      if (!known || !maySeeTo(actor.scope, { kind: 'PRINCIPAL', principalCode })) {
        throw new AppError('not-found', [unitPrincipalUnknown()]);
      }
      refuseIf([
        ...(oin === null || isOin(oin) ? [] : [oinWrong()]),
        ...(endsBeforeItBegins(unit) ? [existsForNoDay()] : []),
      ]);
      const added: PrincipalUnit = { id: randomUUID(), ...unit };
      await refuseOn({ principal_unit_once: unitCodeTaken(code) }, () => tx.manager.insert(principalUnitSchema, added));
      await recordChanges(tx, actor, this.clock.now(), [
        { action: 'unit.added', subject: 'organisation', subjectId: added.id, detail: { ...unit }, principalCode },
      ]);
      return added;
    });
  }
}
