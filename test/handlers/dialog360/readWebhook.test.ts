import { readWebhook } from '../../../src/handlers/dialog360/readWebhook';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

describe('readWebhook', () => {
  test.each([
    ['an address with headers', { json: { url: 'https://a/b', headers: { X: 'y' } } }, 'https://a/b', { X: 'y' }],
    ['an address alone', { json: { url: 'https://a/b' } }, 'https://a/b', undefined],
    ['an empty address', { json: { url: '', headers: null } }, undefined, undefined],
    ['no address', { json: {} }, undefined, undefined],
    ['404 where nothing is set', { status: 404, text: 'not found' }, undefined, undefined],
  ])('reads %s', async (_case, reply, url, headers) => {
    const { connection } = connect(reply);
    await expect(readWebhook(connection)).resolves.toEqual({ url, headers });
  });

  test('does not take a refused key, whose body says 404, for an unset webhook', async () => {
    const { connection } = connect({
      status: 401,
      json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key or token expired', success: false } },
    });
    expect(await failureOf(readWebhook(connection))).toMatchObject({ key: 'errors:keyRefused' });
  });
});
