import { callDialog360 } from '../../../src/handlers/dialog360/callDialog360';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

describe('callDialog360', () => {
  test('sends JSON as text, with the key and its own timeout', async () => {
    const { connection, requests } = connect({ json: {} });
    await callDialog360(connection, { method: 'post', path: '/messages', json: { to: '1' }, timeout: 5 });
    expect(requests).toEqual([
      {
        method: 'post',
        url: 'https://waba.example/messages',
        headers: { 'D360-API-KEY': connection.apiKey, 'Content-Type': 'application/json' },
        content: '{"to":"1"}',
        timeout: 5,
      },
    ]);
  });

  test('writes a query into the address and asks for bytes only where they are wanted', async () => {
    const { connection, requests } = connect({}, {});
    await callDialog360(connection, { method: 'get', path: '/a', query: { limit: 2, after: 'x&y=' }, timeout: 5 });
    await callDialog360(connection, { method: 'get', path: '/a', timeout: 5, binary: true });
    expect(requests[0]?.url).toBe('https://waba.example/a?limit=2&after=x%26y%3D');
    expect(requests[0]).not.toHaveProperty('encoding');
    expect(requests[1]).toMatchObject({ url: 'https://waba.example/a', encoding: null });
  });

  test.each([200, 201, 204])('takes %d for a success', async (status) => {
    const { connection } = connect({ status });
    await expect(callDialog360(connection, { method: 'get', path: '/a', timeout: 5 })).resolves.toMatchObject({
      statusCode: status,
    });
  });

  test('turns every other answer, no answer, and a host without network into an AppError', async () => {
    const call = { method: 'get', path: '/a', timeout: 5 } as const;
    const { connection } = connect({ status: 502 }, { status: 304 }, new Error('connect ECONNREFUSED 127.0.0.1:1'));
    expect(await failureOf(callDialog360(connection, call))).toMatchObject({
      key: 'errors:dialog360Down',
      status: 502,
    });
    expect(await failureOf(callDialog360(connection, call))).toMatchObject({ key: 'errors:refused', status: 304 });
    expect(await failureOf(callDialog360(connection, call))).toMatchObject({ key: 'errors:unreachable' });
    const mute = { ...connection, http: { ...connection.http, get: () => Promise.resolve(undefined as never) } };
    expect(await failureOf(callDialog360(mute, call))).toMatchObject({ key: 'errors:networkNotAllowed', kind: 'bug' });
  });

  test.each([
    ['https://elsewhere.example/a?token=1', 'https://elsewhere.example'],
    ['/other', 'https://waba.example'],
    ['javascript:alert(1)', '–'],
    [undefined, 'https://waba.example'],
  ])('says where a redirect leads (%s), which is a refusal', async (location, address) => {
    const { connection } = connect({ status: 307, headers: location === undefined ? {} : { location } });
    expect(await failureOf(callDialog360(connection, { method: 'post', path: '/a', timeout: 5 }))).toMatchObject({
      kind: 'refused',
      key: 'errors:redirected',
      params: { address },
      status: 307,
      maybeSent: false,
    });
  });
});
