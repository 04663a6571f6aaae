import { AppError, InvariantBroken, collect, orThrow, refuseIf, type ErrorCategory } from './app-error';
import { accepted, refused, type Violation } from './violation';

const first: Violation = { code: 'thing.first', field: 'a', message: 'The first is wrong.' };
const second: Violation = { code: 'thing.second', params: { max: 3 }, message: 'So is the second.' };

/** The error that `work` throws. */
const thrownBy = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

describe('AppError', () => {
  it('carries its category and all its violations, and says them in one message', () => {
    const error = new AppError('stale', [first, second]);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'AppError', category: 'stale', violations: [first, second] });
    expect(error.message).toBe('The first is wrong. So is the second.');
  });
});

describe('InvariantBroken', () => {
  it('names the invariant, and is no refusal', () => {
    const error = new InvariantBroken('A2', 'more than the amount');
    expect(error).toMatchObject({ name: 'InvariantBroken', message: 'A2: more than the amount' });
    expect(error).not.toBeInstanceOf(AppError);
  });
});

describe('orThrow', () => {
  it.each([0, null, 'text'])('gives the value %j of what was accepted', (value) => {
    expect(orThrow(accepted(value))).toBe(value);
  });

  it('throws every violation of what was refused', () => {
    expect(thrownBy(() => orThrow(refused([first, second])))).toEqual(new AppError('refused', [first, second]));
  });

  it('throws with the category that it was given', () => {
    expect(thrownBy(() => orThrow(refused([first]), 'invalid-input'))).toMatchObject({ category: 'invalid-input' });
  });
});

describe('refuseIf', () => {
  it('does nothing without violations', () => {
    expect(() => refuseIf([])).not.toThrow();
  });

  it('throws all violations as one refusal', () => {
    expect(thrownBy(() => refuseIf([first, second]))).toMatchObject({
      category: 'refused',
      violations: [first, second],
    });
  });

  it('throws with the category that it was given', () => {
    expect(thrownBy(() => refuseIf([first], 'not-found'))).toMatchObject({ category: 'not-found' });
  });
});

describe('collect', () => {
  it('gives the answer and adds nothing when the work succeeds', async () => {
    const violations = [first];
    await expect(collect(violations, () => Promise.resolve(7))).resolves.toBe(7);
    expect(violations).toEqual([first]);
  });

  it.each<ErrorCategory>(['invalid-input', 'not-found', 'refused', 'stale'])(
    'adds the violations of a refusal of category %s to those there are',
    async (category) => {
      const violations = [first];
      const work = () => Promise.reject(new AppError(category, [second, first]));
      await expect(collect(violations, work)).resolves.toBeUndefined();
      expect(violations).toEqual([first, second, first]);
    },
  );

  it.each([
    ['something is out of order', new AppError('unavailable', [second])],
    ['a rule of ours is broken', new InvariantBroken('A1', 'off by a cent')],
    ['anything else fails', new Error('disk full')],
  ])('throws on when %s', async (_, error) => {
    const violations: Violation[] = [];
    await expect(collect(violations, () => Promise.reject(error))).rejects.toBe(error);
    expect(violations).toEqual([]);
  });
});
