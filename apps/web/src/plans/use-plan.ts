import { useOutletContext } from 'react-router';
import type { Answer } from '../api/client';

export type Plan = Answer<'PlanAnswer'>;

/** The plan of the address, for the parts of its page. */
export const usePlan = () => useOutletContext<Plan>();
