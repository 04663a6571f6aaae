import type { Actor } from '@sr/kernel';
import type { Tx } from '../database/db';

/** One change of one object: what was done, to what, from what to what, and on what ground. */
export interface Change {
  /** Past tense, e.g. `contract.registered`. */
  readonly action: string;
  readonly subject:
    'contract' | 'plan' | 'placement' | 'report' | 'claim' | 'value-table' | 'organisation' | 'person' | 'job';
  readonly subjectId: string;
  /** The fields that changed, with their new (and where there was one, old) value. No free text of candidates. */
  readonly detail?: Readonly<Record<string, unknown>>;
  /** Why, in the actor's own words, where a reason is asked for. */
  readonly reason?: string;
  /** Whose trail it is, besides the network's and the actor's: of a principal (code), of a supplier group (id). */
  readonly principalCode?: string;
  readonly supplierGroupId?: string;
}

/** Adds to the audit trail, in the transaction of the change. Nobody can change or remove what stands there. */
export async function recordChanges(tx: Tx, actor: Actor, at: Date, changes: readonly Change[]): Promise<void> {
  await tx.query(
    `insert into platform.audit (recorded_at, actor_id, action, subject, subject_id, detail, reason, principal_code, supplier_group_id)
     select $1, $2, action, subject, subject_id, detail::jsonb, reason, principal_code, supplier_group_id
     from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[])
       as change (action, subject, subject_id, detail, reason, principal_code, supplier_group_id)`,
    [
      at,
      actor.id,
      changes.map((change) => change.action),
      changes.map((change) => change.subject),
      changes.map((change) => change.subjectId),
      changes.map((change) => (change.detail === undefined ? null : JSON.stringify(change.detail))),
      changes.map((change) => change.reason ?? null),
      changes.map((change) => change.principalCode ?? null),
      changes.map((change) => change.supplierGroupId ?? null),
    ],
  );
}
