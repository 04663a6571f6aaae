import type { LocalDate } from '@sr/kernel';
import type { Diary, DiaryStep } from './diary';
import { liveContractStep } from './diary-contracts';
import { livePlanStep } from './diary-plans';
import { liveReportStep } from './diary-reports';
import { told, type Setting } from './setting';

/** Does what stands in the diary, each step on its own day and by the person who is named. Throws `WrongDemo`. */
export function liveThrough(setting: Setting, diary: Diary): Promise<void> {
  return liveBetween(setting, diary, null, null);
}

/** Does what stands in the diary from one day (or its beginning) until before another (or its end). Throws `WrongDemo`. */
export async function liveBetween(
  setting: Setting,
  { steps }: Diary,
  from: LocalDate | null,
  before: LocalDate | null,
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    const day = setting.days.of(-step.ago);
    if ((from !== null && day < from) || (before !== null && day >= before)) continue;
    setting.product.clock.set(day);
    await told(`diary.json: step ${index + 1} (${step.type})`, () => live(setting, step));
  }
}

function live(setting: Setting, step: DiaryStep): Promise<unknown> {
  switch (step.type) {
    case 'contract':
    case 'exemption':
    case 'exemption-decision':
    case 'settlement-proposed':
    case 'settlement-answered':
    case 'settlement-remedy':
    case 'settlement-final':
      return liveContractStep(setting, step);
    case 'plan':
    case 'proposal':
    case 'proposal-answer':
    case 'plan-amended':
    case 'plan-submitted':
    case 'plan-returned':
    case 'plan-approved':
    case 'value-table':
      return livePlanStep(setting, step);
    default:
      return liveReportStep(setting, step);
  }
}
