import { apiOf } from './browse';
import { pageOf } from './contracts';

/** A claim that waits, made for one walk. */
export interface NewClaim {
  readonly id: string;
  readonly number: number;
  readonly planId: string;
}

interface Purchase {
  readonly invoiceCents: number;
  /** Without evidence a claim is odd. */
  readonly evidence: boolean;
}

const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());

/** The supplier of PONT-1 hands in purchases of today, checked by a colleague; answers their claims in the same order. */
export async function newClaims(purchases: readonly Purchase[]): Promise<NewClaim[]> {
  const supplier = apiOf(await pageOf('Pieter Pont'));
  const colleague = apiOf(await pageOf('Faas Veer'));
  const { items } = await supplier.get<{ items: { id: string; name: string; valueTable: string }[] }>('/plans');
  const plan = items.find(({ name }) => name === 'PONT-1');
  if (!plan) throw new Error('the example has no plan PONT-1');
  const { blocks } = await supplier.get<{ blocks: { kind: string; code: string }[] }>(
    `/value-tables/${plan.valueTable}`,
  );
  const block = blocks.find(({ kind }) => kind === 'PURCHASE')?.code;
  const day = today();
  const quarter = `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const open = { planId: plan.id, supplierKvkNumber: '90000102', quarter, supplementary: true };
  const { id, version } = await supplier.post<{ id: string; version: number }>('/reports', open);
  const lines = purchases.map(({ invoiceCents, evidence }, index) => ({
    block,
    from: day,
    to: day,
    invoiceCents,
    // Each of another seller, so that no two look like the same purchase.
    seller: { kvkNumber: `9100000${index}`, name: `Sociale werkplaats ${index}` },
    evidence: evidence ? [{ type: 'INVOICE', seenOn: day }] : [],
  }));
  const written = await supplier.put(`/reports/${id}/lines`, {
    version,
    placements: [],
    activities: [],
    purchases: lines,
  });
  const checked = await colleague.post(`/reports/${id}/checks`, { version: written.version });
  const sent = await supplier.post(`/reports/${id}/submissions`, { version: checked.version });
  const report = await supplier.get<{
    lines: { invoiceCents: number; claimId: string; claimNumber: number }[];
  }>(`/reports/${sent.id ?? id}`);
  return purchases.map(({ invoiceCents }) => {
    const line = report.lines.find((found) => found.invoiceCents === invoiceCents);
    if (!line) throw new Error(`no claim came of the purchase of ${invoiceCents} cents`);
    return { id: line.claimId, number: line.claimNumber, planId: plan.id };
  });
}
