import { writeWebhook } from '../../../src/handlers/dialog360/writeWebhook';
import { connect } from './support/connect';
import { failureOf } from './support/failureOf';

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
