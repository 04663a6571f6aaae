import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { ENTERED_MAX, holdsPersonNumber, isLocalDate } from '@sr/kernel';
import { Transform, Type, plainToInstance } from 'class-transformer';
import { ValidateNested, registerDecorator } from 'class-validator';

/**
 * The kinds of fields that requests and answers have. One line says of a field what it means, which bounds it has and
 * how the API document shows it, so that a field without a bound or a description cannot be written.
 */

/** What is wrong with the value of one field. */
export interface FieldFault {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly message: string;
}
type Check = (value: unknown) => FieldFault | null;

/** What every field says. */
export interface FieldOptions {
  /** What the field means, with its unit where the name does not say it; for people who read the API document. */
  readonly description: string;
  readonly example?: unknown;
  /** The field may be left out. */
  readonly optional?: boolean;
  /** The field may be null. */
  readonly nullable?: boolean;
}

type Class<T extends object = object> = new () => T;

/** Registers one check of a field; `undefined` and `null` are judged here, once for all kinds. */
function checked(options: FieldOptions, check: Check): PropertyDecorator {
  const full: Check = (value) => {
    if (value === undefined) return options.optional === true ? null : MISSING;
    if (value === null) return options.nullable === true ? null : MISSING;
    return check(value);
  };
  return (target, propertyName) =>
    registerDecorator({
      name: FIELD,
      target: target.constructor,
      propertyName: propertyName as string,
      options: { message: ({ value }) => JSON.stringify(full(value)) },
      validator: { validate: (value: unknown) => full(value) === null },
    });
}

/** The name under which a field's check reports to class-validator; its message is a FieldFault as JSON. */
export const FIELD = 'field';
const MISSING: FieldFault = { code: 'field.missing', message: 'This field is required.' };

function property(options: FieldOptions, schema: ApiPropertyOptions): PropertyDecorator {
  const { description, example, optional, nullable } = options;
  return ApiProperty({
    ...schema,
    description,
    ...(example === undefined ? {} : { example }),
    ...(optional === true ? { required: false } : {}),
    ...(nullable === true ? { nullable: true } : {}),
  } as ApiPropertyOptions);
}

export interface TextOptions extends FieldOptions {
  /** The most characters. */
  readonly max: number;
  readonly pattern?: RegExp;
  /** What a text that does not fit the pattern should look like. */
  readonly shape?: string;
}

/** A text that is not blank, of at most `max` characters, that holds no number of a person and no control characters. */
export function Text(options: TextOptions): PropertyDecorator {
  const { max, pattern, shape } = options;
  return applyDecorators(
    checked(options, (value) => textFault(value, max, pattern, shape)),
    property(options, {
      type: String,
      minLength: 1,
      maxLength: max,
      ...(pattern ? { pattern: pattern.source } : {}),
    }),
  );
}

/** Control characters save tab and the ends of lines, and halves of characters that the database cannot keep. */
const CONTROL = /[\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

function textFault(value: unknown, max: number, pattern?: RegExp, shape?: string): FieldFault | null {
  if (typeof value !== 'string') return { code: 'field.not_text', message: 'Write a text.' };
  if (value.trim() === '') return { code: 'field.blank', message: 'This field is blank; write something.' };
  if (value.length > max) {
    return { code: 'field.too_long', params: { max }, message: `Use at most ${max} characters.` };
  }
  if (CONTROL.test(value)) {
    return { code: 'field.control_characters', message: 'The text has characters that cannot be shown; remove them.' };
  }
  if (pattern && !pattern.test(value)) {
    return { code: 'field.wrong_shape', message: shape ?? 'The text does not have the right shape.' };
  }
  if (holdsPersonNumber(value)) {
    return {
      code: 'field.person_number',
      message: 'The text holds a number that could be of a person (BSN). Leave such numbers out.',
    };
  }
  return null;
}

export interface NumberOptions extends FieldOptions {
  readonly min?: number;
  readonly max?: number;
  /** The value comes from the address and is written in digits. */
  readonly inQuery?: boolean;
}

/** A whole number from `min` (0) to `max` (10^13). */
export function Whole(options: NumberOptions): PropertyDecorator {
  const { min = 0, max = ENTERED_MAX, inQuery } = options;
  return applyDecorators(
    ...(inQuery === true ? [Transform(({ value }) => fromDigits(value))] : []),
    checked(options, (value) => {
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        return { code: 'field.not_whole', message: 'Write a whole number.' };
      }
      if (value < min || value > max) {
        return { code: 'field.out_of_bounds', params: { min, max }, message: `Write a number from ${min} to ${max}.` };
      }
      return null;
    }),
    property(options, { type: 'integer', ...(max > 2 ** 31 ? { format: 'int64' } : {}), minimum: min, maximum: max }),
  );
}

const fromDigits = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;

/** An amount in whole euro cents, excluding VAT. */
export const Cents = Whole;
/** Hours in hundredths: 150 is an hour and a half. */
export const Centihours = Whole;

/** A day in the Netherlands, as YYYY-MM-DD, from 1900 to 2999. */
export function Day(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    checked(options, (value) =>
      typeof value === 'string' && isLocalDate(value)
        ? null
        : { code: 'field.not_a_day', message: 'Write a day that exists, as YYYY-MM-DD.' },
    ),
    property({ example: '2026-03-31', ...options }, { type: String, format: 'date' }),
  );
}

/** A moment in UTC; only in answers. */
export function Moment(options: FieldOptions): PropertyDecorator {
  return property({ example: '2026-03-31T14:05:00.000Z', ...options }, { type: String, format: 'date-time' });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that the product gave to something. */
export function Id(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    checked(options, idFault),
    property({ example: '0196f1ce-6f3a-7c11-9a4e-0d6f6f1b2c3d', ...options }, { type: String, format: 'uuid' }),
  );
}

export function idFault(value: unknown): FieldFault | null {
  return typeof value === 'string' && UUID.test(value)
    ? null
    : { code: 'field.not_an_id', message: 'Write an id: 32 hexadecimal digits in five groups, in lower case.' };
}

/** One of `values`. */
export function Choice(values: readonly string[], options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    checked(options, (value) =>
      typeof value === 'string' && values.includes(value)
        ? null
        : {
            code: 'field.not_in_list',
            params: { list: values.join(', ') },
            message: `Choose one of ${values.join(', ')}.`,
          },
    ),
    property(options, { type: String, enum: [...values] }),
  );
}

/** Yes or no. */
export function Flag(options: FieldOptions & { readonly inQuery?: boolean }): PropertyDecorator {
  return applyDecorators(
    ...(options.inQuery === true
      ? [Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))]
      : []),
    checked(options, (value) =>
      typeof value === 'boolean' ? null : { code: 'field.not_a_flag', message: 'Write true or false.' },
    ),
    property(options, { type: Boolean }),
  );
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const NOT_AN_OBJECT: FieldFault = { code: 'field.not_an_object', message: 'Write an object with fields.' };

/** An object with fields of its own. */
export function Nested(type: () => Class, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Type(type),
    ValidateNested(),
    checked(options, (value) => (isObject(value) ? null : NOT_AN_OBJECT)),
    // Swagger knows a function that answers a class by the name that it has here.
    property(options, { type: () => type() }),
  );
}

export interface ListOptions extends FieldOptions {
  readonly min?: number;
  readonly max: number;
}

function listFault(value: unknown, { min = 0, max }: ListOptions): FieldFault | null {
  if (!Array.isArray(value)) return { code: 'field.not_a_list', message: 'Write a list.' };
  if (value.length < min || value.length > max) {
    return { code: 'field.list_length', params: { min, max }, message: `Write a list of ${min} to ${max} items.` };
  }
  return null;
}

/** A list of objects. */
export function ListOf(type: () => Class, options: ListOptions): PropertyDecorator {
  const { min = 0, max } = options;
  return applyDecorators(
    Type(type),
    ValidateNested({ each: true }),
    checked(
      options,
      (value) => listFault(value, options) ?? ((value as unknown[]).every(isObject) ? null : NOT_AN_OBJECT),
    ),
    property(options, { type: () => [type()], minItems: min, maxItems: max }),
  );
}

/** A list of short texts, such as codes or contract numbers. */
export function Texts(options: ListOptions & { readonly each: Omit<TextOptions, 'description'> }): PropertyDecorator {
  const { min = 0, max, each } = options;
  return applyDecorators(
    checked(
      options,
      (value) =>
        listFault(value, options) ??
        (value as unknown[]).map((item) => textFault(item, each.max, each.pattern, each.shape)).find(Boolean) ??
        null,
    ),
    property(options, {
      type: 'array',
      items: { type: 'string', maxLength: each.max, ...(each.pattern ? { pattern: each.pattern.source } : {}) },
      minItems: min,
      maxItems: max,
    }),
  );
}

/** A list of ids that the product gave. In a query the parameter stands there once for each. */
export function Ids(options: ListOptions & { readonly inQuery?: boolean }): PropertyDecorator {
  const { min = 0, max, inQuery } = options;
  return applyDecorators(
    ...(inQuery === true ? [Transform(({ value }) => (typeof value === 'string' ? [value] : (value as unknown)))] : []),
    checked(options, (value) => listFault(value, options) ?? (value as unknown[]).map(idFault).find(Boolean) ?? null),
    property(options, {
      type: 'array',
      items: { type: 'string', format: 'uuid' },
      minItems: min,
      maxItems: max,
    }),
  );
}

type Kinds = Readonly<Record<string, Class>>;

/** Which of `kinds` the value says it is; undefined when it says none of them. */
function kindIn(kinds: Kinds, value: unknown): string | undefined {
  const kind = isObject(value) ? (Reflect.get(value, 'kind') as unknown) : undefined;
  return typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kind : undefined;
}

/** The value as an object of the class of its kind; as it came when it has none. */
function ofItsKind(kinds: Kinds, value: unknown): unknown {
  const type = kinds[kindIn(kinds, value) ?? ''];
  return type ? plainToInstance(type, value) : value;
}

/** The value of a field as it came: class-transformer has made a copy without prototype of it. */
const asItCame = ({ obj, key }: { obj: unknown; key: string }): unknown => (obj as Record<string, unknown>)[key];

/** An object whose field `kind` says which of several shapes it has. */
export function OneOf(kinds: Kinds, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Transform((field) => ofItsKind(kinds, asItCame(field))),
    ValidateNested(),
    checked(options, (value) => {
      if (!isObject(value)) return NOT_AN_OBJECT;
      if (kindIn(kinds, value) !== undefined) return null;
      const list = Object.keys(kinds).join(', ');
      return {
        code: 'field.kind_unknown',
        params: { list },
        message: `Give the field kind; choose one of ${list}.`,
      };
    }),
    property(options, schemaOfKinds(kinds) as ApiPropertyOptions),
    describing(kinds),
  );
}

/** A list of objects whose field `kind` says which of several shapes each has. */
export function ListOfKinds(kinds: Kinds, options: ListOptions): PropertyDecorator {
  const { min = 0, max } = options;
  return applyDecorators(
    Transform((field) => {
      const value = asItCame(field);
      return Array.isArray(value) ? value.map((item) => ofItsKind(kinds, item)) : value;
    }),
    ValidateNested({ each: true }),
    checked(options, (value) => {
      const fault = listFault(value, options);
      if (fault) return fault;
      const index = (value as unknown[]).findIndex((item) => kindIn(kinds, item) === undefined);
      if (index < 0) return null;
      const list = Object.keys(kinds).join(', ');
      return {
        code: 'field.kind_unknown',
        params: { item: index, list },
        message: `Give item ${index} (counted from 0) the field kind; choose one of ${list}.`,
      };
    }),
    property(options, {
      type: 'array',
      items: schemaOfKinds(kinds),
      minItems: min,
      maxItems: max,
    } as ApiPropertyOptions),
    describing(kinds),
  );
}

/** Has the API document describe the classes of these kinds. */
function describing(kinds: Kinds): PropertyDecorator {
  return (target) => {
    ApiExtraModels(...Object.values(kinds))(target.constructor);
  };
}

function schemaOfKinds(kinds: Kinds): { oneOf: { $ref: string }[]; discriminator: object } {
  const refs = Object.entries(kinds).map(([kind, type]) => ({ kind, $ref: `#/components/schemas/${type.name}` }));
  return {
    oneOf: refs.map(({ $ref }) => ({ $ref })),
    discriminator: { propertyName: 'kind', mapping: Object.fromEntries(refs.map(({ kind, $ref }) => [kind, $ref])) },
  };
}

/** An object of an answer whose fields depend on what it tells of. */
export function AnyFields(options: FieldOptions): PropertyDecorator {
  return property(options, { type: 'object', additionalProperties: true });
}

/** A field of an answer that is a number with decimals, written as text, e.g. jobs: "31.8993". */
export function DecimalText(options: FieldOptions): PropertyDecorator {
  return property({ example: '31.8993', ...options }, { type: String, pattern: '^(\\d+\\.\\d{4}|< 5)$' });
}
