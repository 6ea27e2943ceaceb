import { readTemplates } from '../../../src/handlers/dialog360/readTemplates';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

const graphPage = { json: { data: [{ name: 'new', language: 'en' }] } };

describe('readTemplates', () => {
  test('asks the older API first', async () => {
    const { connection, requests } = connect({ json: { waba_templates: [{ name: 'old', language: 'en' }], total: 1 } });
    await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'old' }], skipped: 0 });
    expect(requests).toHaveLength(1);
  });

  test.each([404, 405, 410, 501])('asks the newer one where the older answers %d', async (status) => {
    const { connection } = connect({ status, text: 'gone' }, graphPage);
    await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
  });

  test('asks the newer one where the older is blocked', async () => {
    const { connection } = connect({ status: 403, json: { error: 'The endpoint is blocked' } }, graphPage);
    await expect(readTemplates(connection)).resolves.toMatchObject({ templates: [{ name: 'new' }] });
  });

  test.each([
    ['a refused key', { status: 401, json: { meta: { httpCode: 404, developerMessage: 'Invalid api_key' } } }],
    ['an outage', { status: 502, text: 'Bad Gateway' }],
    ['no connection', new Error('socket hang up')],
  ])('does not ask it after %s', async (_case, reply) => {
    const { connection, requests } = connect(reply, graphPage);
    await failureOf(readTemplates(connection));
    expect(requests).toHaveLength(1);
  });
});
