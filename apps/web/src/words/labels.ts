import { auditLabels } from './labels/audit';
import { contractLabels } from './labels/contracts';
import { figureLabels } from './labels/figures';
import { partyLabels } from './labels/parties';
import { reminderLabels } from './labels/reminders';
import { workLabels } from './labels/work';
import { words } from './words';

/** The values of every enumeration of the API, as a label or an option of a list. */
export const labels = words({
  nl: {
    ...partyLabels.nl,
    ...contractLabels.nl,
    ...workLabels.nl,
    ...figureLabels.nl,
    ...auditLabels.nl,
    ...reminderLabels.nl,
  },
  en: {
    ...partyLabels.en,
    ...contractLabels.en,
    ...workLabels.en,
    ...figureLabels.en,
    ...auditLabels.en,
    ...reminderLabels.en,
  },
});
export type LabelKind = keyof typeof labels.nl;
