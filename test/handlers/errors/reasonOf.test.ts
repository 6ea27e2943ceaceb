import { reasonOf } from '../../../src/handlers/core/errors/reasonOf';

const coded = (message: string, code: string) => Object.assign(new Error(message), { code });

test.each<[string, unknown, string]>([
  ['an error', new Error('no luck'), 'no luck'],
  ['a text', 'no luck', 'no luck'],
  [
    "Node's fetch",
    new Error('fetch failed', { cause: coded('connect refused', 'ECONNREFUSED') }),
    'fetch failed: connect refused: ECONNREFUSED',
  ],
  [
    'a code that the message has',
    new Error('fetch failed', { cause: coded('connect ECONNREFUSED', 'ECONNREFUSED') }),
    'fetch failed: connect ECONNREFUSED',
  ],
  [
    'an empty cause with a code',
    new Error('fetch failed', { cause: coded('', 'ENOTFOUND') }),
    'fetch failed: ENOTFOUND',
  ],
  ['a cause of a cause', new Error('a', { cause: new Error('b', { cause: 'c' }) }), 'a: b: c'],
])('the reason of %s', (_what, error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});

test('an error that is its own cause ends', () => {
  const error = new Error('again');
  error.cause = error;
  expect(reasonOf(error)).toMatch(/^again(: again)*$/);
});
