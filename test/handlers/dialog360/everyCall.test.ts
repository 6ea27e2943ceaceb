import { inspect } from 'node:util';
import { describeError } from '../../../src/handlers/errors/describeError';
import { connect, failureOf } from './support/connect';
import { createDialog360 } from './support/createDialog360';

describe('every call', () => {
  test('never waits as long as the host would', async () => {
    const { connection, requests } = connect(...Array.from({ length: 20 }, () => ({ status: 500 })));
    const { downloadMedia, uploadMedia, ...dialog360 } = createDialog360(connection);
    const file = { content: Buffer.from(''), mimeType: 'image/png', fileName: 'a' };
    const calls = [
      dialog360.readHealth(),
      dialog360.readWebhookSettings(),
      dialog360.writeWebhook({ url: 'https://a', headers: {} }),
      dialog360.removeWebhook('https://a'),
      dialog360.sendMessage({}),
      dialog360.markRead('a'),
      dialog360.readMedia('an-id'),
      dialog360.readTemplates(),
      downloadMedia('https://waba.example/a'),
      uploadMedia(file),
    ];
    await Promise.allSettled(calls);
    expect(requests).toHaveLength(calls.length);
    for (const { url, timeout = Infinity } of requests) {
      const isOfFile = ['https://waba.example/a', 'https://waba.example/media'].includes(url);
      expect({ url, isPatient: timeout < (isOfFile ? 180_000 : 30_000) }).toEqual({ url, isPatient: true });
    }
  });
});

const KEY = connect().connection.apiKey;
/** Failures that repeat the key: a server that echoes what it refused, a host whose error holds the request. */
const leaks = [
  { status: 401, json: { error: { message: `Invalid key ${KEY}`, code: 190 } } },
  { status: 401, json: { error: `Invalid API key ${KEY}` } },
  { status: 401, json: { meta: { developerMessage: `${KEY} is unknown` } } },
  { status: 502, text: `<html><title>upstream said ${KEY}</title></html>` },
  { status: 400, text: `bad header D360-API-KEY: ${KEY}` },
  new Error(`fetch failed: {"headers":{"D360-API-KEY":"${KEY}"}}`),
  new TypeError(`Invalid value "${KEY}" for header`),
  { status: 200, json: { messages: KEY, url: [KEY], id: null } },
];

describe('the API key never leaves in an error', () => {
  test.each(leaks.map((leak, index) => [index, leak] as const))('whatever fails (%d)', async (_index, leak) => {
    const { connection } = connect(leak);
    const error = await failureOf(createDialog360(connection).sendMessage({ to: '1' }));
    const told = describeError(error, (key, params) => `${key} ${JSON.stringify(params)}`);
    const everything = [told, error.message, String(error), inspect(error, { depth: 9 }), JSON.stringify(error)].join();
    expect(everything).not.toContain(KEY);
    expect(inspect(error.cause, { depth: 9, showHidden: true })).not.toContain(KEY);
  });
});
