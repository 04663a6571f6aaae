/**
 * Whose approval a plan waits for: the principal (by code) that verifies it; the principal whose obligations are all there
 * is in it, when somebody of it leads; and the network (null) otherwise. Others who see to the plan may approve it too;
 * this is who is expected to.
 * @param principalCodes of the obligations in the plan and of those proposed for it
 * @param leadsFor the principal where the lead on the side of the principals works; null at the network, or without a lead
 */
export function approverOf(
  verifiedBy: string | null,
  principalCodes: readonly string[],
  leadsFor: string | null,
): string | null {
  if (verifiedBy !== null) return verifiedBy;
  return leadsFor !== null && principalCodes.length > 0 && principalCodes.every((code) => code === leadsFor)
    ? leadsFor
    : null;
}
