import { markRead } from '../../../src/handlers/dialog360/markRead';
import { connect, failureOf } from './support/connect';

describe('markRead', () => {
  test.each([
    [undefined, {}],
    [{ typing: false }, {}],
    [{ typing: true }, { typing_indicator: { type: 'text' } }],
  ])('tells that a message was read, with %j', async (options, more) => {
    const { connection, requests } = connect({ json: { success: true } });
    await markRead(connection, 'wamid.A', options);
    expect(requests[0]?.url).toBe('https://waba.example/messages');
    expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.A',
      ...more,
    });
  });

  test('tells why it was refused', async () => {
    const details = 'Please check the message ID you have provided.';
    const { connection } = connect({
      status: 400,
      json: { error: { message: 'm', code: 100, error_data: { details } } },
    });
    expect(await failureOf(markRead(connection, 'x'))).toMatchObject({
      key: 'errors:contentRefused',
      params: { details },
    });
  });
});
