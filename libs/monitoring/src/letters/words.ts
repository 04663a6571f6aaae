import type { WorkItemKind } from '../domain/work-item';
import type { Frame } from './frame';
import { frameEn } from './frame-en';
import { frameNl } from './frame-nl';
import type { KindWords } from './kinds';
import { enBefore, enDuring } from './kinds-en';
import { enEnd } from './kinds-en-end';
import { nlBefore, nlDuring } from './kinds-nl';
import { nlEnd } from './kinds-nl-end';
import type { Language } from './types';

interface Words {
  readonly frame: Frame;
  readonly kinds: Readonly<Record<WorkItemKind, KindWords>>;
}

/** Everything that a mail says, by language; a kind without words does not compile. */
export const WORDS: Readonly<Record<Language, Words>> = {
  nl: { frame: frameNl, kinds: { ...nlBefore, ...nlDuring, ...nlEnd } },
  en: { frame: frameEn, kinds: { ...enBefore, ...enDuring, ...enEnd } },
};
