/** What this library tells the others through the outbox: a contract or its obligation changed. */
export const CONTRACTS_EVENTS = [
  'contracts.registered',
  'contracts.edited',
  'contracts.obligation-established',
  'contracts.exemption-proposed',
  'contracts.exemption-approved',
  'contracts.exemption-refused',
  'contracts.settlement-proposed',
  'contracts.settlement-answered',
  'contracts.settlement-remedy-granted',
  'contracts.settlement-final',
] as const;
export type ContractsEvent = (typeof CONTRACTS_EVENTS)[number];
