import type { Page } from '@sr/platform';
import { blockLabel, type Belonging } from '../belonging';
import type { Evidence, EvidenceDeclaration } from '../domain/evidence';
import type { PlacementChange } from '../domain/placement';
import type { RealisingParty } from '../domain/realised';
import type { EvidenceWithNames } from '../evidence.service';
import type { PlacementFile, PlacementInList, PlacementRegistration } from '../placements.service';
import type {
  ChangePlacementBody,
  PlacementAnswer,
  PlacementFileAnswer,
  PlacementPage,
  RegisterPlacementBody,
} from './placements.dto';
import type { EvidenceAnswer, EvidenceBody, RealisingPartyFields } from './shared.dto';

export const toParty = ({ by, kvkNumber = null, name = null }: RealisingPartyFields): RealisingParty => ({
  by,
  kvkNumber,
  name,
});

export const toDeclaration = ({ type, seenOn, validUntil = null }: EvidenceBody): EvidenceDeclaration => ({
  type,
  seenOn,
  validUntil,
});

export function toRegistration(body: RegisterPlacementBody): PlacementRegistration {
  const { bonuses = [], endsOn = null, region = null, realised, ...rest } = body;
  return { ...rest, bonuses, endsOn, region, realised: realised ? toParty(realised) : null };
}

/** The fields that the request names, and the version. */
export function toChange(body: ChangePlacementBody): PlacementChange & { readonly version: number } {
  const { realised, ...rest } = body;
  const named = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const party = realised === undefined ? {} : { realised: realised === null ? null : toParty(realised) };
  return { version: body.version, ...named, ...party };
}

/** What the plan and the supplier of something are called. */
export const namesOf = ({ plan, supplierName }: Belonging): Pick<PlacementAnswer, 'planName' | 'supplierName'> => ({
  planName: plan.name,
  supplierName,
});

export function toPlacement({ placement, belongsTo }: PlacementInList): PlacementAnswer {
  const { personId: _never, ...rest } = placement;
  return { ...rest, ...namesOf(belongsTo), blockLabel: blockLabel(belongsTo, placement.block) };
}

export const toPlacementPage = ({ items, next }: Page<PlacementInList>): PlacementPage => ({
  items: items.map(toPlacement),
  next,
});

export function toPlacementFile(file: PlacementFile): PlacementFileAnswer {
  const { evidence, names, countedCentihours, limitCentihours } = file;
  return {
    ...toPlacement(file),
    evidence: evidence.map((item) => toEvidence(item, names)),
    countedCentihours: Number(countedCentihours),
    limitCentihours: limitCentihours === null ? null : Number(limitCentihours),
  };
}

export function toEvidence(evidence: Evidence, names: ReadonlyMap<string, string>): EvidenceAnswer {
  const { id, type, seenOn, seenBy, validUntil, verdict, verdictBy, verdictAt, verdictReason } = evidence;
  return {
    id,
    type,
    seenOn,
    seenBy: nameOf(names, seenBy),
    validUntil,
    verdict,
    verdictBy: nameOf(names, verdictBy),
    verdictAt,
    verdictReason,
  };
}

export const toOneEvidence = ({ evidence, names }: EvidenceWithNames): EvidenceAnswer => toEvidence(evidence, names);

/** The name of a person, or null when nobody did it or the name is not known. */
export const nameOf = (names: ReadonlyMap<string, string>, id: string | null): string | null =>
  names.get(id ?? '') ?? null;
