import { day, euros, hours, month, percentOfBp, whole } from '../format';
import { labels, type LabelKind } from './labels';
import type { Language, Words } from './words';

/** What the API sends beside a code, as it came. */
export type RawParams = Readonly<Record<string, unknown>>;
/** How a screen calls codes of its own, e.g. a block by its label: `{ BANENAFSPRAAK: 'Banenafspraak' }`. */
export type Names = Readonly<Record<string, string>>;

/** The params of one code, written in one language. A param that is not there is written as a dash, like any missing figure. */
export class Params {
  /**
   * @param field the name of the field that is wrong, the last part of the fault's pointer; it tells whether a bound is
   * money, hours or something else
   */
  constructor(
    readonly language: Language,
    private readonly params: RawParams = {},
    private readonly names: Names = {},
    readonly field = '',
  ) {}

  /** Whether the API sent this param: one code can come from two rules. */
  has(name: string): boolean {
    return this.value(name) !== null;
  }

  is(name: string, value: string): boolean {
    return this.value(name) === value;
  }

  text(name: string): string {
    const value = this.value(name);
    return value === null ? euros(this.language, null) : String(value);
  }

  /** The name that the screen gave for a code, or else the code. */
  named(name: string): string {
    const code = this.text(name);
    return this.names[code] ?? code;
  }

  /** An enumerated value in words, as a label begins: with a capital. */
  label(kind: LabelKind, name: string): string {
    return labelOf(this.language, kind, this.text(name));
  }

  /** An enumerated value in words, inside a sentence. */
  inSentence(kind: LabelKind, name: string): string {
    return this.label(kind, name).replace(/^\p{Lu}(?=\p{Ll})/u, (capital) => capital.toLowerCase());
  }

  euros(name: string): string {
    return euros(this.language, this.amount(name));
  }

  /** With its unit: "184 uur". */
  hours(name: string): string {
    const amount = this.amount(name);
    return amount === null ? euros(this.language, null) : inHours(this.language, amount);
  }

  percent(name: string): string {
    return percentOfBp(this.language, this.amount(name));
  }

  whole(name: string): string {
    return whole(this.language, this.amount(name));
  }

  day(name: string): string {
    const value = this.value(name);
    return day(this.language, value === null ? null : String(value));
  }

  /** "maart 2026". */
  month(name: string): string {
    const value = this.value(name);
    return value === null ? this.text(name) : month(this.language, String(value));
  }

  /** A bound of the field that is wrong, in the unit that the name of the field says. */
  bound(name: string): string {
    if (/cents$/i.test(this.field)) return this.euros(name);
    if (/centihours$/i.test(this.field)) return this.hours(name);
    if (/bp$/i.test(this.field)) return this.percent(name);
    return this.whole(name);
  }

  /** A whole number; null when there is none. Figures above what a number holds exactly come as text. */
  amount(name: string): number | null {
    const value = this.value(name);
    const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));
    return isNumber ? Number(value) : null;
  }

  protected value(name: string): string | number | null {
    const value = this.params[name];
    return typeof value === 'string' || typeof value === 'number' ? value : null;
  }
}

/** What a code says: the same words always, or words with the figures of its params. */
export type Text = string | ((p: Params) => string);

/** Texts by code in both languages; `en` must have exactly the codes of `nl`. */
export function texts<Code extends string>(both: {
  readonly nl: Readonly<Record<Code, Text>>;
  readonly en: Readonly<Record<NoInfer<Code>, Text>>;
}): Words<Readonly<Record<Code, Text>>> {
  return both;
}

/** An enumerated value of the API in words; the value itself when it is not one that is known. */
export function labelOf(language: Language, kind: LabelKind, value: string): string {
  return (labels[language][kind] as Names)[value] ?? value;
}

/** Hours with their unit: "184 uur", "1 hour". */
export function inHours(language: Language, centihours: number): string {
  const word = { nl: 'uur', en: centihours === 100 ? 'hour' : 'hours' }[language];
  return `${hours(language, centihours)} ${word}`;
}
