import { technically } from '../../../src/handlers/dialog360/technically';

test.each([
  [{ details: 'request to https://x/messages failed, reason: read ECONNRESET' }, undefined, 'read ECONNRESET'],
  [{ details: 'socket hang up' }, undefined, 'socket hang up'],
  [{ details: 'HTTP 502' }, 502, 'HTTP 502'],
  [{ details: 'Bad\n gateway' }, 502, 'HTTP 502, Bad gateway'],
])('%j with status %s is told in one short line', (params, status, said) => {
  expect(technically({ key: 'errors:connectionBroke', status, params })).toBe(`connectionBroke, ${said}`);
});

test('what is long is cut, and what is not there is left out', () => {
  expect(technically({ key: 'errors:timedOut', status: undefined, params: {} })).toBe('timedOut');
  const line = technically({ key: 'errors:timedOut', status: undefined, params: { details: 'x'.repeat(500) } });
  expect([line.length, line.at(-1)]).toEqual([80, '…']);
});
