import * as v from 'valibot';
import { tolerant } from '../../../src/handlers/webhook/tolerant';

const strange = [undefined, null, {}, [], [1], () => 1, Symbol('x')];

describe('tolerant schemas', () => {
  test.each([
    [
      'text',
      tolerant.text,
      [
        ['a', 'a'],
        ['', ''],
        [4, '4'],
        [true, undefined],
      ],
    ],
    [
      'word',
      tolerant.word,
      [
        [' a ', 'a'],
        ['  ', undefined],
        [4, '4'],
        [NaN, undefined],
      ],
    ],
    [
      'number',
      tolerant.number,
      [
        [1.5, 1.5],
        ['1.5', 1.5],
        ['-3', -3],
        ['', undefined],
        ['x', undefined],
        [Infinity, undefined],
      ],
    ],
    [
      'flag',
      tolerant.flag,
      [
        [true, true],
        [false, false],
        ['True', true],
        ['false', false],
        [1, true],
        ['yes', undefined],
      ],
    ],
  ] as const)('take as a %s what can be understood', (_what, schema, cases) => {
    for (const [value, read] of cases) expect(v.parse(schema, value)).toBe(read);
    for (const value of strange) expect(v.parse(schema, value)).toBeUndefined();
  });

  test('take one object for a list of one, and anything else for an empty one', () => {
    expect(v.parse(tolerant.list, [1, 'a'])).toEqual([1, 'a']);
    expect(v.parse(tolerant.list, { a: 1 })).toEqual([{ a: 1 }]);
    for (const value of [undefined, null, 'x', 3]) expect(v.parse(tolerant.list, value)).toEqual([]);
  });

  test('leave out of a list what is not of its kind', () => {
    const schema = tolerant.listOf(v.object({ a: tolerant.word }));
    expect(v.parse(schema, [{ a: 'x' }, null, 'y', { a: {} }])).toEqual([{ a: 'x' }, {}]);
    expect(v.parse(schema, 'x')).toEqual([]);
  });

  test('take an object with parts that may each be broken', () => {
    const schema = tolerant.object({ a: tolerant.word, b: tolerant.number });
    expect(v.parse(schema, { a: 'x', b: 'y', c: 1 })).toEqual({ a: 'x' });
    for (const value of [undefined, null, 'x', 3]) expect(v.parse(schema, value)).toBeUndefined();
  });
});
