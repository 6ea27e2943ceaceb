import * as v from 'valibot';
import { readErrors, readTime, tolerant } from '../../../../src/handlers/whatsapp/webhook/tolerant';

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

describe('a time of WhatsApp', () => {
  test.each([
    ['seconds as a string', '1760000000', 1_760_000_000_000],
    ['seconds as a number', 1_760_000_000, 1_760_000_000_000],
    ['milliseconds', '1760000000123', 1_760_000_000_123],
    ['seconds with a fraction', '1760000000.5', 1_760_000_000_500],
  ])('may come as %s', (_what, value, timestamp) => {
    expect(readTime(value)).toEqual({ timestamp });
  });

  test.each([undefined, null, ''])('is missing in %j, and that is said', (value) => {
    expect(readTime(value)).toEqual({ timestamp: null, flaws: ['timestamp-missing'] });
  });

  test.each(['asdf', '21-09-2022 12:05:00', -5, 0, NaN, Infinity, {}, [], true, '9'.repeat(30)])(
    'is invalid in %j, and that is said',
    (value) => {
      expect(readTime(value)).toEqual({ timestamp: null, flaws: ['timestamp-invalid'] });
    },
  );
});

describe('errors of a webhook', () => {
  test.each([
    ['details in error_data', { code: 1, error_data: { details: 'why' } }, { code: 1, details: 'why' }],
    ['details beside it, as in old bodies', { code: '2', details: 'why' }, { code: 2, details: 'why' }],
    ['only a title', { title: 'No' }, { title: 'No' }],
    ['nothing readable', { code: {}, title: [] }, {}],
  ])('may have %s', (_what, error, read) => {
    expect(readErrors([error])).toEqual([read]);
  });

  test('may be one without its list, or none', () => {
    expect(readErrors({ code: 3 })).toEqual([{ code: 3 }]);
    expect(readErrors('broken')).toEqual([]);
    expect(readErrors(undefined)).toEqual([]);
  });
});
