import { hideKey, readUnreachable, technically } from '../../../src/handlers/dialog360/readUnreachable';

describe('readUnreachable', () => {
  test.each([
    ['request to https://x/messages failed, reason: getaddrinfo ENOTFOUND x', 'errors:hostUnknown'],
    ['getaddrinfo EAI_AGAIN waba.example', 'errors:hostUnknown'],
    ['connect ECONNREFUSED 127.0.0.1:4010', 'errors:unreachable'],
    ['connect ETIMEDOUT 10.0.0.1:443', 'errors:unreachable'],
    ['connect EHOSTUNREACH 10.0.0.1:443', 'errors:unreachable'],
    ['Client network socket disconnected before secure TLS connection was established', 'errors:unreachable'],
    ['error-ssrf-validation-failed', 'errors:unreachable'],
    ['self-signed certificate in certificate chain', 'errors:certificateBad'],
    ['unable to verify the first certificate', 'errors:certificateBad'],
    ['certificate has expired', 'errors:certificateBad'],
  ])('"%s" cannot have been sent: %s', (text, key) => {
    expect(readUnreachable(new Error(text), 'KEY')).toMatchObject({
      kind: 'unreachable',
      key,
      retry: 'now',
      maybeSent: false,
      params: { details: text },
    });
  });

  test.each([
    ['network timeout at: https://x/messages', 'errors:timedOut'],
    ['The user aborted a request.', 'errors:timedOut'],
    ['The operation was aborted due to timeout', 'errors:timedOut'],
    ['Request timed out', 'errors:timedOut'],
    ['read ETIMEDOUT', 'errors:timedOut'],
    ['read ECONNRESET', 'errors:connectionBroke'],
    ['socket hang up', 'errors:connectionBroke'],
    ['Invalid response body: Premature close', 'errors:connectionBroke'],
    ['fetch failed', 'errors:connectionBroke'],
    ['An unknown error occurred', 'errors:connectionBroke'],
  ])('"%s" may have been sent: %s', (text, key) => {
    expect(readUnreachable(new Error(text), 'KEY')).toMatchObject({ key, retry: 'later', maybeSent: true });
  });

  test('takes anything that can be thrown', () => {
    expect(readUnreachable('socket hang up', 'KEY').params.details).toBe('socket hang up');
    expect(readUnreachable(undefined, 'KEY')).toMatchObject({ key: 'errors:connectionBroke', maybeSent: true });
  });
});

test.each([
  ['as it is', 'key a+b/c= refused', 'key *** refused'],
  ['more than once', 'a+b/c=a+b/c=', '******'],
  ['encoded for an address', '?key=a%2Bb%2Fc%3D&x', '?key=***&x'],
  ['not at all', 'nothing here', 'nothing here'],
])('a key is hidden where it stands %s', (_case, text, hidden) => {
  expect(hideKey(text, 'a+b/c=')).toBe(hidden);
});

test('an empty key hides nothing', () => {
  expect(hideKey('text', '')).toBe('text');
});

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
