import { definitions } from './definitions';
import { forecastReasonWords, forecastStepWords } from './forecast-words';
import { glossary, terms } from './glossary';
import { labels } from './labels';
import { obligationStepWords, ruleWords } from './obligation-steps';
import { Params, type Text } from './params';
import { problemTitles, problemWords } from './problems';
import { shapeWords } from './problems/requests';
import { valueStepWords } from './value-steps';
import { claimWarningWords, planLineWarningWords } from './warnings';
import { workWords, type Work } from './work';
import { workKindWords } from './work-kinds';
import { LANGUAGES, type Language } from './words';

const SETS = {
  problems: problemWords,
  titles: problemTitles,
  shapes: shapeWords,
  warnings: claimWarningWords,
  planLines: planLineWarningWords,
  value: valueStepWords,
  obligation: obligationStepWords,
  rule: ruleWords,
  reasons: forecastReasonWords,
  forecast: forecastStepWords,
  labels,
  definitions,
  terms,
  work: workWords,
  workKinds: workKindWords,
};

/** Ways in which a text can be asked: which choice of its kind holds, one or many, and of which field. */
interface Way {
  readonly choice: string;
  readonly there: boolean;
  readonly amount: number;
  readonly field: string;
}
const WAY: Way = { choice: 'PLACEMENT', there: true, amount: 24_000_000, field: 'title' };
const WAYS: readonly Way[] = [
  WAY,
  ...['PURCHASE', 'ACTIVITY', 'PERCENTAGE', 'FIXED', 'APPROVED', 'NO'].map((choice) => ({ ...WAY, choice })),
  ...[0, 1].map((amount) => ({ ...WAY, amount })),
  ...['amountCents', 'paidCentihours', 'rateBp', 'name', 'supplierLeadId', 'supplierKvkNumber', 'email', 'code'].map(
    (field) => ({ ...WAY, field }),
  ),
  { ...WAY, there: false },
];

/** Params of which each has a value of the kind that its name says. */
class SampleParams extends Params {
  constructor(
    language: Language,
    private readonly way: Way,
  ) {
    super(language, {}, {}, way.field);
  }

  override has(): boolean {
    return this.way.there;
  }

  override is(_: string, value: string): boolean {
    return value === this.way.choice;
  }

  override label(kind: keyof typeof labels.nl): string {
    return Object.values(labels[this.language][kind] as Record<string, string>)[0] ?? '';
  }

  protected override value(name: string): string | number | null {
    if (/(On|until|Until|from|to|today|latest)$/.test(name)) return '2026-03-31';
    if (name === 'month') return '2026-03';
    if (/(cents|centihours|bp|months|days|daysLeft|min|max|count|week|version|goal|current|reports)$/i.test(name)) {
      return this.way.amount;
    }
    return name === 'roles' ? 'VERIFIER, AUDITOR' : 'P-12';
  }
}

const ITEM: Work = {
  subject: { name: 'P-12' },
  planName: 'LEPEL-1',
  contractNumber: 'IenW-26-022',
  supplierName: 'Lepel B.V.',
  quarter: '2026-Q3',
  count: 3,
  cents: 19_435_000,
  paceCents: 1_250_000,
  escalated: false,
};
const NOTHING: Work = {
  ...ITEM,
  planName: 'LEPEL-1',
  supplierName: null,
  count: null,
  cents: null,
  paceCents: null,
};

/** Every text of a set, by the path to it, in each way that it can be said. */
function saidIn(set: unknown, language: Language, at: string): [string, string][] {
  if (typeof set === 'string') return [[at, set]];
  if (typeof set === 'function') return byFunction(set as (input: unknown) => string, language, at);
  return Object.entries(set as object).flatMap(([key, value]) => saidIn(value, language, `${at}/${key}`));
}

function byFunction(text: (input: unknown) => string, language: Language, at: string): [string, string][] {
  const inputs = at.startsWith('work/')
    ? [ITEM, { ...ITEM, count: 1 }, { ...ITEM, escalated: true }, NOTHING]
    : WAYS.map((way) => new SampleParams(language, way));
  return [...new Set(inputs.map((input) => text(input)))].map((said) => [at, said]);
}

const saidBy = (language: Language): [string, string][] =>
  Object.entries(SETS).flatMap(([name, set]) => saidIn(set[language], language, name));

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+/);
const wordsOf = (sentence: string): number => sentence.split(/[\s/]+/).filter((word) => /[\p{L}\d]/u.test(word)).length;

describe.each(LANGUAGES)('the words in %s', (language) => {
  const said = saidBy(language);
  const wrong = (isWrong: (text: string, at: string) => boolean): string[] =>
    said.filter(([at, text]) => isWrong(text, at)).map(([at, text]) => `${at}: ${text}`);

  it('are many, and none is empty', () => {
    expect(said.length).toBeGreaterThan(500);
    expect(wrong((text) => text.trim() !== text || text === '')).toEqual([]);
  });

  it('have their figures, and no trace of a program', () => {
    expect(wrong((text) => /–|undefined|\bnull\b|NaN|\[object|\$\{|\bfunction\b/.test(text))).toEqual([]);
  });

  it('begin with a capital and end a sentence with a full stop', () => {
    const sentences = (at: string): boolean =>
      !/^(labels|titles|workKinds|terms\/\w+\/term)|\/(title|button)$/.test(at);
    expect(wrong((text) => !/^[\p{Lu}€‘\d]/u.test(text)).filter((line) => !line.includes('CPV'))).toEqual([]);
    expect(wrong((text, at) => sentences(at) && !/[.?]$/.test(text))).toEqual([]);
    expect(wrong((text, at) => !sentences(at) && text.endsWith('.'))).toEqual([]);
  });

  it('name no field, method or path of the API', () => {
    expect(wrong((text) => /centihours|invoiceCents|baseCents|\bPOST\b|\bGET\b|\/v1\//.test(text))).toEqual([]);
  });

  it('are the same set as in the other language', () => {
    const places = (which: Language): string[] => [...new Set(saidBy(which).map(([at]) => at))];
    expect(places('en')).toEqual(places('nl'));
  });
});

describe('the Dutch words', () => {
  const said = saidBy('nl');

  it('have sentences of at most 25 words', () => {
    const long = said.flatMap(([at, text]) => sentencesOf(text).map((sentence) => `${at}: ${sentence}`));
    expect(long.filter((line) => wordsOf(line.slice(line.indexOf(': '))) > 25)).toEqual([]);
  });

  it.each([
    ['stiff', /\b(u dient|dient te|middels|derhalve|indien|teneinde|inzake|gelieve|reeds|alsmede|desbetreffende)\b/i],
    ['stiff too', /\b(ten behoeve van|met betrekking tot|conform|aangaande|zulks|hetgeen|welke|ingevolge|dan wel)\b/i],
    ['too familiar', /\b(je|jij|jouw|jullie)\b/i],
    ['English', /\b(the|and|with|please|claims?|report|reports|submitted|approved|settlement|placement|value|not)\b/i],
    ['English too', /\b(obligation|supplier|evidence|shortfall|surplus|principal|due|draft)\b/i],
  ])('have nothing that is %s', (_, pattern) => {
    expect(said.filter(([, text]) => pattern.test(text)).map(([at, text]) => `${at}: ${text}`)).toEqual([]);
  });

  it('call a claim `bijdrage` and a report `rapportage` everywhere, as the glossary does', () => {
    const other = said.filter(([, text]) =>
      /\b(prestaties?|opgaven?|(?<!ondertekende )overeenkomst(en)?)\b/i.test(text),
    );
    expect(other).toEqual([]);
    expect(terms.nl.claim.term).toBe('Bijdrage');
    expect(labels.nl.auditSubject).toMatchObject({ claim: 'Bijdrage', contract: 'Contract', report: 'Rapportage' });
  });
});

describe('the English words', () => {
  it('have no Dutch in them but names', () => {
    const dutch = /\b(de|het|een|niet|voor|wordt|bijdrage|overeenkomst|plaatsing|vul|kies|geef)\b/i;
    const said = saidBy('en').filter(([, text]) => dutch.test(text.replace('Maatwerk voor Mensen', '')));
    expect(said).toEqual([]);
  });

  it('call a claim a contribution, as the screens do', () => {
    expect(saidBy('en').filter(([, text]) => /\bclaim(s|ed)?\b/i.test(text))).toEqual([]);
    expect(terms.en.claim.term).toBe('Contribution');
  });
});

describe('the glossary', () => {
  it.each(LANGUAGES)('is in the order of the alphabet in %s, with every term once', (language) => {
    const list = glossary[language].map(({ term }) => term);
    expect(new Set(list).size).toBe(list.length);
    expect(list).toEqual([...list].sort((a, b) => a.localeCompare(b, language)));
  });
});

it('a text of one code is the same function or words in both languages', () => {
  const kinds = (language: Language): string[] =>
    Object.entries(problemWords[language]).map(([code, text]: [string, Text]) => `${code} ${typeof text}`);
  expect(kinds('en')).toEqual(kinds('nl'));
});
