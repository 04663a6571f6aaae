import 'reflect-metadata';
import { AppError } from '@sr/kernel';
import { Choice, Day, Flag, Id, Ids, ListOf, Nested, OneOf, Text, Texts, Whole } from './fields';
import { PageQuery, keyAfter, pageOf } from './page';
import { ReadInputPipe } from './read-input.pipe';

class Small {
  @Whole({ description: 'A number.', min: 1, max: 10 })
  readonly number!: number;
}
class Cat {
  @Choice(['CAT'], { description: 'Kind.' })
  readonly kind!: 'CAT';
  @Whole({ description: 'Lives.', max: 9 })
  readonly lives!: number;
}
class Dog {
  @Choice(['DOG'], { description: 'Kind.' })
  readonly kind!: 'DOG';
  @Text({ description: 'Name.', max: 10 })
  readonly name!: string;
}
class Everything {
  @Text({ description: 'A text.', max: 5, optional: true, nullable: true })
  readonly text?: string | null;
  @Text({ description: 'A shape.', max: 5, pattern: /^[a-z]+$/, optional: true })
  readonly shape?: string;
  @Whole({ description: 'A number.', optional: true })
  readonly whole?: number;
  @Whole({ description: 'From the address.', inQuery: true, optional: true })
  readonly inQuery?: number;
  @Day({ description: 'A day.', optional: true })
  readonly day?: string;
  @Id({ description: 'An id.', optional: true })
  readonly id?: string;
  @Ids({ description: 'Ids.', max: 2, optional: true })
  readonly ids?: string[];
  @Choice(['A', 'B'], { description: 'One.', optional: true })
  readonly choice?: string;
  @Flag({ description: 'Yes or no.', inQuery: true, optional: true })
  readonly flag?: boolean;
  @Nested(() => Small, { description: 'An object.', optional: true })
  readonly nested?: Small;
  @ListOf(() => Small, { description: 'Objects.', max: 2, optional: true })
  readonly list?: Small[];
  @Texts({ description: 'Texts.', max: 2, each: { max: 3 }, optional: true })
  readonly texts?: string[];
  @OneOf({ CAT: Cat, DOG: Dog }, { description: 'An animal.', optional: true })
  readonly animal?: Cat | Dog;
}
class Required {
  @Text({ description: 'A text.', max: 5 })
  readonly text!: string;
}

const pipe = new ReadInputPipe();
const read = (input: unknown, metatype: new () => object = Everything) =>
  pipe.transform(input, { type: 'body', metatype });
const faultsOf = (input: unknown, metatype?: new () => object): string[] => {
  try {
    read(input, metatype);
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.violations.map(({ field, code }) => `${field} ${code}`);
  }
};
const ID = '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d';

describe('the fields of a request', () => {
  it.each<[object]>([
    [{}],
    [{ text: null }],
    [{ text: 'regel' }],
    [{ text: 'é\n😀' }],
    [{ shape: 'abc' }],
    [{ whole: 0 }],
    [{ whole: 10_000_000_000_000 }],
    [{ inQuery: '12' }],
    [{ day: '2024-02-29' }],
    [{ id: ID }],
    [{ ids: [ID, ID] }],
    [{ choice: 'A' }],
    [{ flag: 'true' }],
    [{ nested: { number: 1 } }],
    [{ list: [{ number: 1 }, { number: 10 }] }],
    [{ texts: ['abc'] }],
    [{ animal: { kind: 'CAT', lives: 9 } }],
    [{ animal: { kind: 'DOG', name: 'Bello' } }],
  ])('are right in %j', (input) => expect(faultsOf(input)).toEqual([]));

  it.each<[object, string]>([
    [{ text: 7 }, '/text field.not_text'],
    [{ text: ' \t' }, '/text field.blank'],
    [{ text: 'langer' }, '/text field.too_long'],
    [{ text: 'a\u0000b' }, '/text field.control_characters'],
    [{ text: 'a\ud800b' }, '/text field.control_characters'],
    [{ shape: 'ABC' }, '/shape field.wrong_shape'],
    [{ whole: 1.5 }, '/whole field.not_whole'],
    [{ whole: '1' }, '/whole field.not_whole'],
    [{ whole: null }, '/whole field.missing'],
    [{ whole: -1 }, '/whole field.out_of_bounds'],
    [{ whole: 10_000_000_000_001 }, '/whole field.out_of_bounds'],
    [{ inQuery: '1e3' }, '/inQuery field.not_whole'],
    [{ day: '2023-02-29' }, '/day field.not_a_day'],
    [{ day: 20240101 }, '/day field.not_a_day'],
    [{ id: ID.toUpperCase() }, '/id field.not_an_id'],
    [{ ids: [ID, ID, ID] }, '/ids field.list_length'],
    [{ ids: ['x'] }, '/ids field.not_an_id'],
    [{ choice: 'C' }, '/choice field.not_in_list'],
    [{ flag: 'yes' }, '/flag field.not_a_flag'],
    [{ nested: [] }, '/nested field.not_an_object'],
    [{ nested: 'x' }, '/nested field.not_an_object'],
    [{ nested: { number: 11 } }, '/nested/number field.out_of_bounds'],
    [{ nested: {} }, '/nested/number field.missing'],
    [{ list: {} }, '/list field.not_a_list'],
    [{ list: [1] }, '/list field.not_an_object'],
    [{ list: [{ number: 1 }, { number: 0 }] }, '/list/1/number field.out_of_bounds'],
    [{ texts: ['abcd'] }, '/texts field.too_long'],
    [{ animal: { kind: 'COW' } }, '/animal field.kind_unknown'],
    [{ animal: { lives: 9 } }, '/animal field.kind_unknown'],
    [{ animal: 'CAT' }, '/animal field.not_an_object'],
    [{ animal: { kind: 'CAT', lives: 10 } }, '/animal/lives field.out_of_bounds'],
    [{ animal: { kind: 'CAT', lives: 1, name: 'Poes' } }, '/animal/name field.unknown'],
    [{ other: 1 }, '/other field.unknown'],
    [{ nested: { number: 1, other: 1 } }, '/nested/other field.unknown'],
  ])('are wrong in %j', (input, fault) => expect(faultsOf(input)).toEqual([fault]));

  it('hold no number of a person', () => {
    class Note {
      @Text({ description: 'A note.', max: 100 })
      readonly note!: string;
    }
    expect(faultsOf({ note: 'Gebeld over 111222333.' }, Note)).toEqual(['/note field.person_number']);
  });

  it.each([[undefined], [null], ['text'], [[]], [7]])('are not in %j', (input) =>
    expect(faultsOf(input, Required)).toEqual([' body.not_an_object']),
  );

  it('are all told of at once', () =>
    expect(faultsOf({ text: 7, whole: -1, day: 'x', other: 1 }).sort()).toEqual([
      '/day field.not_a_day',
      '/other field.unknown',
      '/text field.not_text',
      '/whole field.out_of_bounds',
    ]));

  it('come out as they were meant', () =>
    expect(read({ inQuery: '12', flag: 'false', animal: { kind: 'DOG', name: 'Bello' } })).toMatchObject({
      inQuery: 12,
      flag: false,
      animal: { kind: 'DOG', name: 'Bello' },
    }));
});

describe('a page', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `n${index}`, id: index }));
  const page = (query: PageQuery, count: number) => pageOf(rows(count), query, (row) => [row.name, row.id]);

  it('has no next when the rows end', () => expect(page({ limit: 3 }, 3).next).toBeNull());
  it('begins its next after its last', () => {
    const { items, next } = page({ limit: 2 }, 3);
    expect(items).toHaveLength(2);
    expect(keyAfter({ after: next ?? '' }, 'text', 'whole')).toEqual(['n1', '1']);
  });
  it.each([['bm90IGpzb24'], ['WzFd'], ['W251bGwsMV0'], ['WyJhXHUwMDAwIiwxXQ']])('does not begin after %s', (after) =>
    expect(() => keyAfter({ after }, 'text', 'whole')).toThrow(AppError),
  );
});
