import { readWebhookSettings, removeWebhook, writeWebhook } from '../../../src/handlers/dialog360/configureWebhook';
import { connect, failureOf } from './support/connect';

describe('readWebhookSettings', () => {
  test.each([
    ['an address with headers', { json: { url: 'https://a/b', headers: { X: 'y' } } }, 'https://a/b', { X: 'y' }],
    ['an address alone', { json: { url: 'https://a/b' } }, 'https://a/b', undefined],
    ['an empty address', { json: { url: '', headers: null } }, undefined, undefined],
    ['no address', { json: {} }, undefined, undefined],
    ['404 where nothing is set', { status: 404, text: 'not found' }, undefined, undefined],
  ])('reads %s', async (_case, reply, url, headers) => {
    const { connection } = connect(reply);
    await expect(readWebhookSettings(connection)).resolves.toEqual({ url, headers });
  });

  test('does not take a refused key, whose body says 404, for an unset webhook', async () => {
    const { connection } = connect({
      status: 401,
      json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key or token expired', success: false } },
    });
    expect(await failureOf(readWebhookSettings(connection))).toMatchObject({ key: 'errors:keyRefused' });
  });
});

const webhook = { url: 'https://chat.example/api', headers: { 'X-Secret': 's' } };

describe('writeWebhook', () => {
  test.each([{ json: webhook }, { json: { url: webhook.url } }, { text: 'ok' }, { status: 201 }])(
    'judges by the status alone (%j)',
    async (reply) => {
      const { connection, requests } = connect(reply);
      await writeWebhook(connection, webhook);
      expect(requests[0]).toMatchObject({
        method: 'post',
        url: 'https://waba.example/v1/configs/webhook',
        content: JSON.stringify(webhook),
      });
    },
  );

  test('tells why an address was refused', async () => {
    const { connection } = connect({ status: 400, json: { error: 'url must be https' } });
    expect(await failureOf(writeWebhook(connection, webhook))).toMatchObject({
      key: 'errors:refused',
      params: { details: 'url must be https' },
    });
  });
});

const OURS = 'https://chat.example/incoming';
const set = { json: { url: OURS, headers: {} } };
const unset = { json: { url: '' } };
const refusal = { status: 400, json: { error: 'url is required' } };
const unknownCall = { status: 403, json: { error: 'The endpoint is blocked' } };

describe('removeWebhook', () => {
  test.each([
    ['takes our address away by an empty one', [set, unset, unset], 'removed', 3],
    ['takes it away by a plain removal where an empty one is refused', [set, refusal, set, {}, unset], 'removed', 5],
    ['is content when it is gone already', [unset], 'gone', 1],
    ['is content when nothing is set at all', [{ status: 404 }], 'gone', 1],
    ['leaves an address of somebody else alone', [{ json: { url: 'https://other.example' } }], 'foreign', 1],
    [
      'knows its own address in another spelling',
      [{ json: { url: 'https://CHAT.example:443/incoming/' } }, {}, { status: 404 }],
      'removed',
      3,
    ],
    ['sees that an empty address changed nothing', [set, {}, set, {}, unset], 'removed', 5],
  ])('%s', async (_case, replies, outcome, calls) => {
    const { connection, requests } = connect(...replies);
    await expect(removeWebhook(connection, OURS)).resolves.toBe(outcome);
    expect(requests).toHaveLength(calls);
  });

  test('says so when 360dialog keeps it', async () => {
    const { connection } = connect(set, refusal, set, unknownCall, set);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({
      key: 'errors:webhookStays',
      params: { details: 'The endpoint is blocked' },
    });
  });

  test.each([
    ['a refused key', { status: 401, json: { error: 'Invalid API key' } }, 'errors:keyRefused'],
    ['no connection', new Error('socket hang up'), 'errors:connectionBroke'],
  ])('stops at %s', async (_case, reply, key) => {
    const { connection } = connect(set, reply);
    expect(await failureOf(removeWebhook(connection, OURS))).toMatchObject({ key });
  });
});
