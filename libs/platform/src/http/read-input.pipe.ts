import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { AppError, type Violation } from '@sr/kernel';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { FIELD, type FieldFault } from './fields';

/**
 * Reads the body or the query of a request as the class that the route names. Refuses with every fault at once:
 * each field by its place, with a code and what to do. A field that the class does not have is a fault too.
 */
@Injectable()
export class ReadInputPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (!metatype || type === 'param' || type === 'custom' || !isInputClass(metatype)) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new AppError('invalid-input', [
        { code: 'body.not_an_object', field: '', message: 'Send a JSON object with the fields of this request.' },
      ]);
    }
    const shadowing = constructorsIn(value, '');
    if (shadowing.length > 0) throw new AppError('invalid-input', shadowing.slice(0, FAULTS_MAX));
    const input: object = plainToInstance(metatype, value) as object;
    const errors = validateSync(input, {
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      validationError: { target: false, value: false },
    });
    const violations = errors.flatMap((error) => violationsOf(error, ''));
    if (violations.length > 0) throw new AppError('invalid-input', violations.slice(0, FAULTS_MAX));
    return input;
  }
}

/** A request of a thousand wrong rows need not be answered with all of them. */
const FAULTS_MAX = 200;

/** Whether class-validator knows fields of the class: then it describes an input. A class without fields takes none. */
function isInputClass(metatype: new (...args: never[]) => unknown): boolean {
  if ([String, Number, Boolean, Object, Array].some((plain) => (plain as unknown) === metatype)) return false;
  return getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false).length > 0;
}

const unknownField = (name: string, field: string): Violation => ({
  code: 'field.unknown',
  field,
  message: `There is no field ${name} here; leave it out.`,
});

/** Fields named `constructor`: none of ours, and the library that reads inputs would take its value for their class. */
function constructorsIn(value: unknown, above: string): Violation[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'constructor' ? [unknownField(name, `${above}/${name}`)] : constructorsIn(inner, `${above}/${name}`),
  );
}

function violationsOf(error: ValidationError, above: string): Violation[] {
  const field = `${above}/${error.property}`;
  const { [FIELD]: own, whitelistValidation: unknown } = error.constraints ?? {};
  // The field's own fault says it all; what lies inside it was not read.
  if (own !== undefined) return [{ field, ...(JSON.parse(own) as FieldFault) }];
  if (unknown !== undefined) return [unknownField(error.property, field)];
  return (error.children ?? []).flatMap((child) => violationsOf(child, field));
}
