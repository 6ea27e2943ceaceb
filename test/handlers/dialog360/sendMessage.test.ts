import { sendMessage } from '../../../src/handlers/dialog360/sendMessage';
import { connect, failureOf } from './support/connect';

describe('sendMessage', () => {
  test.each([
    [
      'by number',
      { contacts: [{ input: '+55 11', wa_id: '5511' }], messages: [{ id: 'wamid.A' }] },
      { wamid: 'wamid.A', waId: '5511', userId: undefined, messageStatus: undefined },
    ],
    [
      'by business-scoped id',
      { contacts: [{ input: 'US.1', user_id: 'US.1' }], messages: [{ id: 'a' }] },
      { wamid: 'a', waId: undefined, userId: 'US.1', messageStatus: undefined },
    ],
    [
      'a template',
      { messages: [{ id: 'a', message_status: 'held_for_quality_assessment' }] },
      { wamid: 'a', waId: undefined, userId: undefined, messageStatus: 'held_for_quality_assessment' },
    ],
    [
      'with oddly shaped contacts',
      { contacts: null, messages: [{ id: 'a' }] },
      { wamid: 'a', waId: undefined, userId: undefined, messageStatus: undefined },
    ],
  ])('tells what was accepted: %s', async (_case, json, sent) => {
    const { connection, requests } = connect({ status: 201, json });
    await expect(sendMessage(connection, { to: '5511', type: 'text', text: { body: 'Hi' } })).resolves.toEqual(sent);
    expect(requests[0]).toMatchObject({ method: 'post', url: 'https://waba.example/messages' });
    expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
      messaging_product: 'whatsapp',
      to: '5511',
      type: 'text',
      text: { body: 'Hi' },
    });
  });

  test.each([
    ['a timeout', new Error('network timeout at: https://waba.example/messages')],
    ['a reset', new Error('read ECONNRESET')],
    ['an error of no known kind', new Error('An unknown error occurred')],
    ['a gateway that gave up', { status: 504, text: 'Gateway Timeout' }],
    ['a gateway that lost its server', { status: 502, text: 'Bad Gateway' }],
    ['a server that broke down', { status: 500, json: { error: 'Internal server error' } }],
    ['a success that breaks off', { status: 200, text: '{"messages":[{"id":"wa' }],
    ['a success without an id', { status: 200, json: { messages: [] } }],
  ])('does not know after %s, and says never to repeat it blindly', async (_case, reply) => {
    const { connection } = connect(reply);
    expect(await failureOf(sendMessage(connection, { to: '1' }))).toMatchObject({
      key: 'errors:maybeSent',
      kind: 'unreachable',
      retry: 'no',
      retryAfterMs: undefined,
      maybeSent: true,
    });
  });

  test.each([
    ['a server that is not there', new Error('connect ECONNREFUSED'), 'errors:unreachable', 'now'],
    ['a name that is not known', new Error('getaddrinfo ENOTFOUND x'), 'errors:hostUnknown', 'now'],
    ['a gateway without servers', { status: 503, text: 'Service Unavailable' }, 'errors:dialog360Down', 'later'],
    [
      'a WhatsApp that 360dialog cannot reach',
      { status: 502, json: { error: 'WhatsApp for Business API not available' } },
      'errors:whatsappDown',
      'later',
    ],
    [
      "a no of Meta's with 500",
      { status: 500, json: { error: { message: 'm', code: 2 } } },
      'errors:whatsappDown',
      'later',
    ],
    ['a limiter', { status: 429, json: { error: { message: 'm', code: 130429 } } }, 'errors:numberLimited', 'later'],
    ['a refusal', { status: 400, json: { error: { message: 'm', code: 131047 } } }, 'errors:windowClosed', 'no'],
    ['a refused key', { status: 401 }, 'errors:keyRefused', 'no'],
  ])('knows that nothing left after %s', async (_case, reply, key, retry) => {
    const { connection } = connect(reply);
    expect(await failureOf(sendMessage(connection, { to: '1' }))).toMatchObject({ key, retry, maybeSent: false });
  });
});
