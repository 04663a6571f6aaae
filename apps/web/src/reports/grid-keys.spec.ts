import { stepOf } from './grid-keys';

const whole = { length: 3, from: 0, to: 3 };
const middle = { length: 3, from: 1, to: 1 };

describe('moving through the grid', () => {
  it('goes down with Enter and the arrow, up with Shift', () => {
    expect(stepOf('Enter', false, middle)).toEqual({ rows: 1, columns: 0 });
    expect(stepOf('Enter', true, middle)).toEqual({ rows: -1, columns: 0 });
    expect(stepOf('ArrowUp', false, middle)).toEqual({ rows: -1, columns: 0 });
  });

  it('goes aside when all of a cell is selected, or at the edge of its text', () => {
    expect(stepOf('ArrowLeft', false, whole)).toEqual({ rows: 0, columns: -1 });
    expect(stepOf('ArrowRight', false, { length: 3, from: 3, to: 3 })).toEqual({ rows: 0, columns: 1 });
    expect(stepOf('ArrowRight', false, { length: 0, from: 0, to: 0 })).toEqual({ rows: 0, columns: 1 });
  });

  it('leaves the caret to the box inside the text, and selecting too', () => {
    expect(stepOf('ArrowLeft', false, middle)).toBeNull();
    expect(stepOf('ArrowRight', true, whole)).toBeNull();
    expect(stepOf('Tab', false, whole)).toBeNull();
  });
});
