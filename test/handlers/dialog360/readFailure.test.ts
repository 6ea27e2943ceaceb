import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import {
  adviceForStatus,
  adviceForText,
  readAnswer,
  readFailure,
  readRetryAfter,
  readStatusError,
  readText,
} from '../../../src/handlers/dialog360/readFailure';
import { hideKey, readUnreachable, technically } from '../../../src/handlers/dialog360/readUnreachable';
import { connect } from './support/connect';

describe('readFailure', () => {
  type Reply = Parameters<typeof connect>[0];

  async function failure(reply: Reply, options = {}) {
    const { connection } = connect(reply);
    return readFailure(await connection.http.get('https://waba.example/a', options), connection.apiKey);
  }

  const graph = (error: object) => ({ json: { error } });

  describe('readFailure understands', () => {
    test.each([
      [
        'a relayed error with details',
        {
          status: 400,
          ...graph({ message: '(#100) Invalid parameter', code: 100, error_data: { details: 'Bad to' } }),
        },
        { key: 'errors:contentRefused', code: 100, params: { details: 'Bad to', code: 100 } },
      ],
      [
        'a relayed error with words for the user',
        {
          status: 400,
          ...graph({ message: 'm', code: 100, error_subcode: 2593002, error_user_msg: 'No such template' }),
        },
        { key: 'errors:templateMissing', params: { details: 'No such template' } },
      ],
      [
        'a relayed error of a message and a code',
        { status: 403, ...graph({ message: 'Slow down', code: 130429 }) },
        { key: 'errors:numberLimited', retry: 'later', retryAfterMs: 5000, params: { details: 'Slow down' } },
      ],
      [
        'a relayed error with a null where an object may be',
        { status: 400, ...graph({ message: 'm', code: 131026, error_data: null, error_user_msg: null }) },
        { key: 'errors:undeliverable', code: 131026, params: { details: 'm' } },
      ],
      [
        'an unknown transient error',
        { status: 500, ...graph({ message: 'Try again', code: 987654, is_transient: true }) },
        { kind: 'unreachable', retry: 'later', code: 987654, params: { details: 'Try again' } },
      ],
      [
        'a text of 360dialog',
        { status: 401, json: { error: 'Unauthorized - Invalid or missing D360-API-KEY' } },
        { key: 'errors:keyRefused' },
      ],
      [
        'its limiter, which answers 400',
        { status: 400, json: { error: 'You have exceeded the endpoint rate limit.' } },
        { key: 'errors:callsLimited', retry: 'later', retryAfterMs: 60_000 },
      ],
      [
        'a blocked address',
        { status: 403, json: { error: 'The endpoint is blocked' } },
        { key: 'errors:endpointBlocked', params: { details: 'The endpoint is blocked' } },
      ],
      [
        'the older envelope',
        { status: 400, json: { meta: { success: false, http_code: 400, developer_message: 'No such thing' } } },
        { key: 'errors:refused', params: { details: 'No such thing' } },
      ],
      [
        'the older envelope without words',
        { status: 400, json: { meta: { success: false } } },
        { key: 'errors:refused', params: { details: 'HTTP 400' } },
      ],
      [
        'the status of the answer, not the one in its body',
        {
          status: 401,
          json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key or token expired', success: false } },
        },
        { key: 'errors:keyRefused', status: 401 },
      ],
      [
        'errors of the on-premise days, codes as text',
        { status: 400, json: { errors: [{ code: '131047', title: 'Re-engagement', details: 'Too late' }] } },
        { key: 'errors:windowClosed', code: 131047, params: { details: 'Too late', code: 131047 } },
      ],
      [
        'an error beside a payload',
        { status: 400, json: { block_users: { added_users: [] }, error: { message: 'Some failed', code: 139100 } } },
        { key: 'errors:blockListRefused' },
      ],
      ['a message alone', { status: 404, json: { message: 'Not found' } }, { key: 'errors:notFound', status: 404 }],
      [
        'a text',
        { status: 502, text: 'Bad Gateway' },
        { key: 'errors:dialog360Down', params: { details: 'Bad Gateway' } },
      ],
      ['a text that refuses', { status: 401, text: 'unauthorized' }, { key: 'errors:keyRefused' }],
      ['nothing', { status: 401 }, { key: 'errors:keyRefused', params: { details: 'HTTP 401' } }],
      [
        'a page of HTML',
        { status: 502, text: '<html><title>502 Bad Gateway</title></html>' },
        { key: 'errors:dialog360Down', retry: 'later', params: { details: '502 Bad Gateway' } },
      ],
      [
        'JSON that breaks off',
        { status: 500, text: '{"error":{"mess' },
        { key: 'errors:dialog360Down', params: { details: 'HTTP 500' } },
      ],
      ['an empty object', { status: 400, json: {} }, { key: 'errors:refused', params: { details: 'HTTP 400' } }],
      ['a gateway that gave up', { status: 504, json: { error: 'upstream timeout' } }, { key: 'errors:timedOut' }],
    ])('%s', async (_case, reply, expected) => {
      expect(await failure(reply)).toMatchObject(expected);
    });

    test('an error that came as bytes', async () => {
      const reply = { status: 404, ...graph({ message: 'Gone', code: 100, error_subcode: 33 }) };
      expect(await failure(reply, { encoding: null })).toMatchObject({ key: 'errors:notFound', code: 100 });
    });

    test('the pause that a limiter asks for', async () => {
      const reply = { status: 429, headers: { 'Retry-After': '7' } };
      expect(await failure(reply)).toMatchObject({ key: 'errors:callsLimited', retryAfterMs: 7000 });
    });

    test('no more of an endless text than a person reads', async () => {
      const { params } = await failure({ status: 500, text: 'x'.repeat(10_000) });
      expect(String(params.details)).toHaveLength(500);
    });
  });

  describe('adviceForText', () => {
    test.each([
      ['Invalid API key', 'errors:keyRefused'],
      ['Unauthorized - Invalid or missing D360-API-KEY', 'errors:keyRefused'],
      ['Invalid api_key or token expired', 'errors:keyRefused'],
      ['You have exceeded the endpoint rate limit.', 'errors:callsLimited'],
      ['You have exceeded the limit of 1 request every 5 seconds', 'errors:callsLimited'],
      ['Could not send message due to lack of payment.', 'errors:paymentProblem'],
      ['Your WhatsApp for Business API has been disabled.', 'errors:accountBlocked'],
      ['The endpoint is blocked', 'errors:endpointBlocked'],
      ['This URL https://example.org/x is blocked. More info: …', 'errors:endpointBlocked'],
      ['WhatsApp for Business API not available', 'errors:whatsappDown'],
    ])('knows what 360dialog means by "%s"', (text, key) => {
      expect(adviceForText(text)?.key).toBe(key);
    });

    test.each(['', 'Bad Gateway', 'Internal server error', 'The customer has blocked the business'])(
      'does not pretend to know "%s"',
      (text) => {
        expect(adviceForText(text)).toBeUndefined();
      },
    );
  });

  test.each([
    [400, 'refused', 'no', 'errors:refused'],
    [401, 'refused', 'no', 'errors:keyRefused'],
    [403, 'refused', 'no', 'errors:permissionMissing'],
    [404, 'refused', 'no', 'errors:notFound'],
    [410, 'refused', 'no', 'errors:notFound'],
    [408, 'unreachable', 'later', 'errors:timedOut'],
    [413, 'refused', 'no', 'errors:tooLarge'],
    [429, 'refused', 'later', 'errors:callsLimited'],
    [500, 'unreachable', 'later', 'errors:dialog360Down'],
    [502, 'unreachable', 'later', 'errors:dialog360Down'],
    [504, 'unreachable', 'later', 'errors:timedOut'],
    [302, 'refused', 'no', 'errors:refused'],
  ])('HTTP %d without anything else is %s, retry %s: %s', (status, kind, retry, key) => {
    expect(adviceForStatus(status)).toMatchObject({ kind, retry, key });
  });

  describe('readAnswer', () => {
    test.each([
      ['JSON that the host parsed', { data: { a: 1 }, content: '{"a":1}' }, { json: { a: 1 } }],
      ['JSON without its content type', { data: null, content: '{"a":1}' }, { json: { a: 1 } }],
      ['JSON as bytes', { content: Buffer.from('{"a":1}') }, { json: { a: 1 } }],
      ['a text', { data: null, content: 'Bad Gateway' }, { text: 'Bad Gateway' }],
      ['a text that the host parsed from JSON', { data: 'Bad Gateway' }, { text: 'Bad Gateway' }],
      ['JSON that breaks off', { data: null, content: '{"a":' }, { text: '{"a":' }],
      ['nothing', {}, { text: '' }],
      ['null', { data: null, content: 'null' }, { text: 'null' }],
    ])('reads %s', (_case, body, answer) => {
      expect(readAnswer(body as IHttpResponse)).toEqual(answer);
    });
  });

  test.each([
    ['a text', ' Bad Gateway\n', 'Bad Gateway'],
    [
      'a page by its title',
      '<html><head><TITLE>502 Bad Gateway</TITLE></head><body>…</body></html>',
      '502 Bad Gateway',
    ],
    ['a page without one', '<html><body>nginx</body></html>', ''],
    ['JSON that breaks off', '{"error":{"mess', ''],
    ['a list that breaks off', '[1,', ''],
    ['nothing', '', ''],
  ])('%s', (_case, body, text) => {
    expect(readText(body)).toBe(text);
  });

  const now = Date.parse('2026-01-01T00:00:00Z');

  test.each([
    ['seconds', { 'retry-after': '30' }, 30_000],
    ['seconds under another spelling', { 'Retry-After': ' 1 ' }, 1000],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:05 GMT' }, 5000],
    ['a date that is over', { 'retry-after': 'Wed, 31 Dec 2025 23:59:59 GMT' }, undefined],
    ['nonsense', { 'retry-after': 'soon' }, undefined],
    ['nothing', {}, undefined],
    ['no headers', undefined, undefined],
  ])('a pause is read from %s', (_case, headers, expected) => {
    expect(readRetryAfter(headers as Record<string, string> | undefined, now)).toBe(expected);
  });
});

describe('readStatusError', () => {
  test.each([
    [
      'as Meta sends it',
      [
        {
          code: 131047,
          title: 'Re-engagement',
          message: 'm',
          error_data: { details: 'More than 24 hours' },
          href: 'h',
        },
      ],
      { key: 'errors:windowClosed', code: 131047, params: { details: 'More than 24 hours', code: 131047 } },
    ],
    ['with a title only', [{ code: 131049, title: 'Not delivered' }], { key: 'errors:marketingHeldBack' }],
    ['with details beside the code', [{ code: 131053, details: 'Bad file' }], { params: { details: 'Bad file' } }],
    ['with a code as text', [{ code: '131026', title: 't' }], { key: 'errors:undeliverable', code: 131026 }],
    ['of several, the first with a code', [{ title: 'a' }, { code: 131050 }], { key: 'errors:marketingStopped' }],
    ['with a title and no code', [{ title: 'Strange' }], { key: 'errors:refused', params: { details: 'Strange' } }],
    ['with a code nobody knows', [{ code: 99, title: 'New' }], { key: 'errors:refused', code: 99 }],
  ])('reads an error %s', (_case, errors, expected) => {
    expect(readStatusError(errors)).toMatchObject(expected);
  });

  test.each([[[]], [undefined], [null], ['text'], [[null, 'x', {}]]])('is never silent about %j', (errors) => {
    expect(readStatusError(errors)).toMatchObject({ key: 'errors:failedWithoutReason', kind: 'refused' });
  });
});

describe('readUnreachable', () => {
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
});
