import { readTime } from '../../../src/handlers/webhook/readTime';

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
