import type { Answer } from '../api/client';
import { shortDay } from '../format';
import { useLanguage, useWords } from '../shell/language';
import { today } from '../today';
import { Badge } from '../ui/feedback';
import { organisationWords } from './organisation-words';

type Principal = Answer<'PrincipalAnswer'>;

/** The membership of today, otherwise the one to come, otherwise the last that there was. */
function membershipOf({ memberships }: Principal) {
  const newest = [...memberships].sort((a, b) => b.joinedOn.localeCompare(a.joinedOn));
  const holds = newest.find(({ joinedOn, leftOn }) => joinedOn <= today() && (leftOn === null || leftOn > today()));
  return holds ?? newest[0] ?? null;
}

/** Whether a principal takes part in the network, and since when, in words. */
export function MembershipBadge({ principal }: { readonly principal: Principal }) {
  const t = useWords(organisationWords);
  const language = useLanguage();
  const membership = membershipOf(principal);
  if (!membership) return <Badge tone="quiet">{t.noMember}</Badge>;
  const { joinedOn, leftOn } = membership;
  if (principal.isMember) return <Badge tone="good">{t.memberSince(shortDay(language, joinedOn))}</Badge>;
  if (joinedOn > today()) return <Badge tone="notice">{t.memberFrom(shortDay(language, joinedOn))}</Badge>;
  return <Badge tone="quiet">{t.leftOn(shortDay(language, leftOn))}</Badge>;
}
