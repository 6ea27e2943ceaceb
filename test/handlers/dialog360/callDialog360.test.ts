import * as v from 'valibot';
import { callDialog360, note, readSuccess } from '../../../src/handlers/dialog360/callDialog360';
import { AppError } from '../../../src/handlers/errors/AppError';
import { connect, failureOf } from './support/connect';

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

const schema = v.object({ id: v.string(), inner: v.optional(v.object({ size: v.number() })) });

async function read(reply: Parameters<typeof connect>[0]) {
  const { connection } = connect(reply);
  const response = await connection.http.get('https://waba.example/a');
  return () => readSuccess(connection, schema, response);
}

describe('readSuccess', () => {
  test('gives what the schema reads', async () => {
    expect((await read({ json: { id: 'a', more: 1 } }))()).toEqual({ id: 'a' });
  });

  test.each([
    ['a text', { text: 'OK' }, 'body: Object'],
    ['JSON that breaks off', { text: '{"id":' }, 'body: Object'],
    ['a missing part', { json: {} }, 'id: "id"'],
    ['a part of another kind', { json: { id: 'a', inner: { size: 'private words' } } }, 'inner.size: number'],
  ])('says of %s what was expected, never what was there', async (_case, reply, details) => {
    const attempt = await read(reply);
    expect(attempt).toThrow(
      expect.objectContaining({ key: 'errors:answerUnreadable', status: 200, maybeSent: true, params: { details } }),
    );
  });
});

test('answers that did not come or cannot be read are kept, refusals tell themselves', () => {
  const kept: AppError[] = [];
  const connection = { ...connect().connection, note: (trouble: AppError) => void kept.push(trouble) };
  const broken = new AppError({ kind: 'unreachable', retry: 'later', key: 'errors:connectionBroke' });
  const refusal = new AppError({ kind: 'refused', retry: 'no', key: 'errors:keyRefused' });
  expect(note(connection, broken)).toBe(broken);
  expect(note(connection, refusal)).toBe(refusal);
  expect(note(connect().connection, broken)).toBe(broken);
  expect(kept).toEqual([broken]);
});
