import { useParams } from 'react-router';
import { api } from '../api/client';

/** The plan of the address and what was proposed for it about the contract of the address: the latest such proposal. */
export function useProposal() {
  const { planId = '', contractId = '' } = useParams();
  const plan = api.useQuery('get', '/plans/{planId}', { params: { path: { planId } } });
  const proposal = plan.data?.proposals.findLast(({ obligation }) => obligation.contractId === contractId);
  return { planId, contractId, plan, proposal };
}
