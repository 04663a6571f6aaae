import type { Reader, Tx } from '@sr/platform';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { Evidence, EvidenceType } from '../domain/evidence';
import { claimSchema, evidenceSchema, evidenceTypeSchema, placementSchema } from './placement.schema';
import { inScope } from './scope';

/** All kinds of evidence, past and present, by code. */
export function evidenceTypes(reader: Reader): Promise<EvidenceType[]> {
  return reader.manager.find(evidenceTypeSchema, { order: { code: 'ASC' } });
}

export async function insertEvidence(tx: Tx, evidence: readonly Evidence[]): Promise<void> {
  if (evidence.length > 0) await tx.manager.insert(evidenceSchema, [...evidence]);
}

export async function writeVerdict(
  tx: Tx,
  { id, verdict, verdictBy, verdictAt, verdictReason }: Evidence,
): Promise<void> {
  await tx.manager.update(evidenceSchema, { id }, { verdict, verdictBy, verdictAt, verdictReason });
}

/** The evidence with this id, held, of a placement or claim in the reader's scope. */
export function holdEvidence(tx: Tx, id: string): Promise<Evidence | null> {
  return evidence(tx).andWhere('evidence.id = :id', { id }).setLock('pessimistic_write').getOne();
}

/** What is declared for these placements, in the order of declaring. */
export function evidenceOfPlacements(reader: Reader, placementIds: readonly string[]): Promise<Evidence[]> {
  return evidence(reader).andWhere('evidence.placementId = any (:placementIds)', { placementIds }).getMany();
}

/** What is declared for these claims themselves, in the order of declaring. */
export function evidenceOfClaims(reader: Reader, claimIds: readonly string[]): Promise<Evidence[]> {
  return evidence(reader).andWhere('evidence.claimId = any (:claimIds)', { claimIds }).getMany();
}

/** Evidence of what the reader may see. */
function evidence(reader: Reader): SelectQueryBuilder<Evidence> {
  const query = reader.manager
    .createQueryBuilder(evidenceSchema, 'evidence')
    .orderBy('evidence.recordedAt')
    .addOrderBy('evidence.id');
  if (reader.scope.everything) return query;
  const ofPlacement = inScope(query.subQuery().select('1').from(placementSchema, 'placement'), reader.scope);
  const ofClaim = inScope(query.subQuery().select('1').from(claimSchema, 'claim'), reader.scope);
  return query
    .andWhere(
      new Brackets((either) =>
        either
          .where(`exists ${ofPlacement.andWhere('placement.id = evidence.placementId').getQuery()}`)
          .orWhere(`exists ${ofClaim.andWhere('claim.id = evidence.claimId').getQuery()}`),
      ),
    )
    .setParameters({ ...ofPlacement.getParameters(), ...ofClaim.getParameters() });
}
